import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/article/read-article.js';
import { bytesOf } from './bytes-of.js';

function paragraphsOf(markdown: string) {
  const { article, faults } = readArticle({
    name: 'a.md',
    bytes: bytesOf(`---\ntitle: A\n---\n${markdown}`),
  });
  expect(faults).toEqual([]);
  return article?.paragraphs ?? [];
}

const textsOf = (markdown: string) => paragraphsOf(markdown).map((paragraph) => paragraph.text);

describe('a Markdown paragraph', () => {
  it('is what stands between blank lines, numbered from 1', () => {
    const paragraphs = paragraphsOf('\nOne.\n\n\n\nTwo.\n   \nThree.\n');

    expect(paragraphs.map(({ number, text }) => [number, text])).toEqual([
      [1, 'One.'],
      [2, 'Two.'],
      [3, 'Three.'],
    ]);
  });

  it('is one line: wrapped lines are joined with a space, in Chinese with nothing', () => {
    expect(textsOf('One\ntwo\n  three.')).toEqual(['One two three.']);
    expect(textsOf('一二\n三。')).toEqual(['一二三。']);
  });

  it('keeps a forced line break', () => {
    expect(textsOf('One  \ntwo\\\nthree<br>four')).toEqual(['One\ntwo\nthree\nfour']);
  });

  it.each([
    ['**bold**, *leaning*, _too_ and `code_it`', 'bold, leaning, too and code_it'],
    [
      '[the *link*](https://example.org/a_b "title") and <https://example.org>',
      'the link and https://example.org',
    ],
    ['![a cat](cat.png) sat', 'a cat sat'],
    ['Tom &amp; Jerry &ndash; 5 &lt; 6 &#169;', 'Tom & Jerry – 5 < 6 ©'],
    ['an <b>old</b> pier<!-- really? --> sank', 'an old pier sank'],
    ['\\*not leaning\\* and 5 \\> 4', '*not leaning* and 5 > 4'],
    ['pw_test_key, 2 * 3 * 4 and a [note] stay', 'pw_test_key, 2 * 3 * 4 and a [note] stay'],
    ['#hashtag and 5 > 4', '#hashtag and 5 > 4'],
  ])('%j reads %j', (markdown, text) => {
    expect(textsOf(markdown)).toEqual([text]);
  });

  it('resolves links whose addresses stand elsewhere, which are no paragraph', () => {
    expect(
      textsOf(
        'See [the pier][P 1] and [rats].\n\n[p 1]: https://example.org\n[rats]: <https://example.org/r> "R"',
      ),
    ).toEqual(['See the pier and rats.']);
  });

  it('is not parsed when it holds absurdly many markers', () => {
    const stars = '*a '.repeat(5_000).trim();

    expect(textsOf(stars)).toEqual([stars]);
  });
});

describe('a heading', () => {
  it('is not numbered, with or without a blank line below it, and belongs to what follows', () => {
    const paragraphs = paragraphsOf(
      'Before.\n\n# The *pier* #\n\nOne.\n\nTwo.\n## Rats\nThree.\n\nThe clock\n=========\nFour.\n\nThe end\n---\n\nFive.',
    );

    expect(paragraphs.map(({ number, heading, text }) => [number, heading, text])).toEqual([
      [1, null, 'Before.'],
      [2, 'The pier', 'One.'],
      [3, 'The pier', 'Two.'],
      [4, 'Rats', 'Three.'],
      [5, 'The clock', 'Four.'],
      [6, 'The end', 'Five.'],
    ]);
  });
});

describe('a list', () => {
  it('is one paragraph with its items on lines of their own and its numbers kept', () => {
    expect(textsOf('Take:\n- rats,\n* a clock\n  of brass\n\n1. Go.\n2) Look.')).toEqual([
      'Take:\nrats,\na clock of brass',
      '1. Go.\n2) Look.',
    ]);
  });

  it('has a paragraph for each item that blank lines part', () => {
    expect(textsOf('1. Go.\n\n2. Look.')).toEqual(['1. Go.', '2. Look.']);
  });

  it('does not begin at a year that wrapped text happens to put first on a line', () => {
    expect(textsOf('It was built in\n1911. It sank.')).toEqual(['It was built in 1911. It sank.']);
  });
});

describe('other blocks', () => {
  it.each([
    ['a quotation loses its marks', '> One\n> two.\n>\n> Three.', ['One two.\nThree.']],
    [
      'a table has a line for each row',
      '| Pier | *Age* |\n|---|:-:|\n| Old | 114 |\n| A\\|B | |',
      ['Pier | Age\nOld | 114\nA|B |'],
    ],
    ['code is one paragraph, blank lines and all', '```sh\nrun *it*\n\n  # now\n```', ['run *it*\n# now']],
    ['an indented paragraph is no code', '    The pier *sank*.', ['The pier sank.']],
    ['a rule is nothing', 'One.\n\n***\n\nTwo.\n\n- - -', ['One.', 'Two.']],
    ['a comment is nothing, wherever it ends', 'One.\n\n<!-- two\n\nthree -->\n\nFour.', ['One.', 'Four.']],
    ['a script is nothing', 'One.\n\n<script>\nlet a = 1;\n\n</script>\n\nTwo.', ['One.', 'Two.']],
    ['tags on lines of their own are nothing', '<div>\n\nOne.\n\n</div>', ['One.']],
    ['a comment in code stays', '```\n<!-- a -->\n```', ['<!-- a -->']],
    [
      'an unclosed comment does not swallow the rest',
      'One.\n\n<!-- two\n\nThree.',
      ['One.', '<!-- two', 'Three.'],
    ],
  ])('%s', (_, markdown, texts) => {
    expect(textsOf(markdown)).toEqual(texts);
  });
});

describe('front matter', () => {
  it('says everything about the article, as it is typed', () => {
    const { article, faults } = readArticle({
      name: 'some/folder/pier.md',
      bytes: bytesOf(
        [
          '---',
          'title: "Pier: the end"',
          'author: [Ines Calloway, Jo Hart, Bo Lindgren]',
          'editors:',
          '  - Ada Marsh',
          'publisher: The Ellery Post',
          'place: Port Ellery',
          'published: 2025-06-12',
          'url: https://example.org/pier',
          'language: EN-gb',
          'aliases:',
          '  Port Ellery: [the port, Ellery]',
          '  2025: last year',
          '---',
          'It sank.',
        ].join('\n'),
      ),
    });

    expect(faults).toEqual([]);
    expect(article).toMatchObject({
      id: 'pier',
      title: 'Pier: the end',
      author: 'Ines Calloway, Jo Hart and Bo Lindgren',
      editors: ['Ada Marsh'],
      publisher: 'The Ellery Post',
      place: 'Port Ellery',
      published: '2025-06-12',
      url: 'https://example.org/pier',
      language: 'en-GB',
    });
    expect([...(article?.aliases ?? [])].sort()).toEqual([
      ['2025', ['last year']],
      ['Port Ellery', ['the port', 'Ellery']],
    ]);
  });

  it('may say no more than the title, and leave keys empty', () => {
    const { article, faults } = readArticle({
      name: 'pier.md',
      bytes: bytesOf('---\ntitle: 1911\nauthor:\naliases: {}\n---\nIt sank.'),
    });

    expect(faults).toEqual([]);
    expect(article).toMatchObject({
      title: '1911',
      author: null,
      editors: [],
      published: null,
      language: 'en',
    });
  });

  it('gives an article another version whenever the file changes', () => {
    const version = (text: string) =>
      readArticle({ name: 'a.md', bytes: bytesOf(`---\ntitle: A\n---\n${text}`) }).article?.version;

    expect(version('One.')).toMatch(/^[\w-]{10}$/);
    expect(version('One.')).toBe(version('One.'));
    expect(version('One.')).not.toBe(version('Two.'));
  });
});
