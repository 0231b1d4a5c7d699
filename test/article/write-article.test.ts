import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/article/read-article.js';
import { bytesOf } from './bytes-of.js';
import { rewriteArticle } from './rewrite-article.js';
import { WIRE_STORY } from './wire-story.js';

/** What must survive the way into Markdown and back: all but the id and the version. */
function contentOf(name: string, text: string) {
  const { article } = readArticle({ name, bytes: bytesOf(text) });
  return article && { ...article, id: '', version: '' };
}

function importText(name: string, text: string): string {
  const imported = rewriteArticle({ name, bytes: bytesOf(text) });
  if (!imported.ok) throw new Error(JSON.stringify(imported.faults));
  return imported.markdown;
}

describe('an imported wire story', () => {
  it('becomes front matter and paragraphs', () => {
    const markdown = importText('story.txt', WIRE_STORY);

    expect(markdown.split('\n').slice(0, 13)).toEqual([
      '---',
      'title: The harbor board of Port Ellery, led by U.S. Coast Guard Captain Rosa Vance…',
      'author: Ines Calloway',
      'editors:',
      '  - Bo Lindgren',
      '  - Ada Marsh',
      'publisher: Newsline',
      'place: PORT ELLERY',
      'language: en',
      '---',
      '',
      WIRE_STORY.split('\n')[1],
      '',
    ]);
  });

  it('reads back the same', () => {
    expect(contentOf('story.md', importText('story.txt', WIRE_STORY))).toEqual(
      contentOf('story.txt', WIRE_STORY),
    );
  });
});

describe('an imported Markdown article', () => {
  it('reads back the same, headings, lists, aliases and lessons included', () => {
    const markdown = [
      '---\ntitle: "2025: a year"\nauthor: Jo\npublished: 2025-06-12\naliases: {Pier: [the jetty, "no"]}\ntaught: [{paragraph: 1, questions: [did it, "yes"]}, {paragraph: none, questions: when}]\n---',
      'Before *it* sank.',
      '## C #\n\n1. Go.\n2. Look: `a_b` | [x](y)',
      '| a | b |\n|---|---|\n| 1 | 2 |',
      '```\n- not a list\n    # nor a heading\n```',
    ].join('\n\n');

    expect(contentOf('b.md', importText('a.md', markdown))).toEqual(contentOf('a.md', markdown));
  });

  it('keeps the faults of what was left out', () => {
    const imported = rewriteArticle({
      name: 'a.md',
      bytes: bytesOf('---\ntitle: A\nmood: grim\n---\nIt sank.'),
    });

    expect(imported).toMatchObject({ ok: true, id: 'a', faults: [{ file: 'a.md', line: 3 }] });
  });
});

describe('a file that cannot be imported', () => {
  it('says why', () => {
    expect(rewriteArticle({ name: 'a.txt', bytes: bytesOf('') })).toEqual({
      ok: false,
      faults: [{ file: 'a.txt', line: 1, reason: 'The file is empty.' }],
    });
  });
});

describe('whatever the text', () => {
  const mark = fc.constantFrom(
    ...[
      '*',
      '**',
      '_',
      '`',
      '```',
      '[a](b)',
      '[a]: b',
      '<b>',
      '<!--',
      '-->',
      '&amp;',
      '&',
      '\\',
      '#',
      '# ',
      '> ',
      '- ',
      '+ ',
    ],
    ...[
      '1. ',
      '12) ',
      '---',
      '===',
      '~~~',
      '|',
      '| a | b |',
      '|-|-|',
      '![',
      '\n',
      '\n\n',
      ' ',
      '  ',
      '\t',
      '\r\n',
      '\u2028',
      '\f',
      '\ufeff',
    ],
    ...[
      'By ',
      '(Reporting by A)',
      'A (AP) - ',
      'title: x',
      "'",
      '"',
      ':',
      '1911',
      'word',
      '。',
      '文',
      '文\n字',
      '😀',
    ],
  );
  const text = fc
    .array(fc.oneof(mark, fc.string({ unit: 'grapheme', maxLength: 6 })), { maxLength: 20 })
    .map((parts) => parts.join(''));

  it('plain text read as an article, imported and read back has the same metadata, paragraphs and sentences', () => {
    fc.assert(
      fc.property(text, (text) => {
        const before = contentOf('a.txt', text);
        if (before) expect(contentOf('a.md', importText('a.txt', text))).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  it('Markdown read as an article, imported and read back has the same metadata, paragraphs and sentences', () => {
    fc.assert(
      fc.property(text, (text) => {
        const markdown = `---\ntitle: A\n---\n${text}`;
        const before = contentOf('a.md', markdown);
        if (before) expect(contentOf('b.md', importText('a.md', markdown))).toEqual(before);
      }),
      { numRuns: 500 },
    );
  });

  it('bytes of any kind and name give an article or a fault, never an exception', () => {
    const name = fc.oneof(fc.constantFrom('a.md', 'a.txt'), fc.string());
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      text.map(bytesOf),
      text.map((body) => bytesOf(`---\n${body}\n---\n${body}`)),
    );
    fc.assert(
      fc.property(name, bytes, (name, bytes) => {
        const { article, faults } = readArticle({ name, bytes });
        expect(article !== null || faults.length > 0).toBe(true);
        for (const { file, line, reason } of faults) {
          expect(file).toBe(name);
          expect(line).toBeGreaterThan(0);
          expect(reason).toMatch(/[.?]$/);
        }
      }),
      { numRuns: 500 },
    );
  });
});
