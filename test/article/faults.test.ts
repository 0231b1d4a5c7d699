import { describe, expect, it } from 'vitest';
import { MAX_ALIASES_PER_NAME, MAX_FILE_BYTES } from '../../src/article/limits.js';
import { readArticle } from '../../src/article/read-article.js';
import { bytesOf } from './bytes-of.js';

/** What is wrong with a Markdown file: a line and the beginning of its reason. */
function faultsOf(text: string | Uint8Array, name = 'pier.md') {
  const { article, faults } = readArticle({ name, bytes: typeof text === 'string' ? bytesOf(text) : text });
  expect(faults.every((fault) => fault.file === name)).toBe(true);
  return { loads: article !== null, found: faults.map(({ line, reason }) => `${line}: ${reason}`), article };
}

const withField = (field: string) => `---\ntitle: The pier\n${field}\n---\n\nIt sank.`;

describe('a file that cannot be an article', () => {
  it.each<[string, string | Uint8Array, string]>([
    [
      'too large',
      new Uint8Array(20_000_000),
      '1: The file is too large: 20.0 MB, and 2.0 MB is the most. Split it into several articles.',
    ],
    [
      'just too large',
      new Uint8Array(MAX_FILE_BYTES + 1),
      '1: The file is too large: 2.0 MB, and 2.0 MB is the most. Split it into several articles.',
    ],
    ['empty', '', '1: The file is empty.'],
    ['only white space', '\uFEFF \r\n\t\n', '1: The file is empty.'],
    ['binary', 'a\nb\0', '2: The file is binary (it holds a null byte), not text. Give a text file.'],
    ['UTF-16', new Uint8Array([0xff, 0xfe, 0x41, 0x00]), '1: The file is saved as UTF-16. Save it as UTF-8.'],
    [
      'Latin-1',
      new Uint8Array([0x41, 0x0a, 0x42, 0x0a, 0xe9, 0x0a]),
      '3: This line is not UTF-8: the file is in another encoding, or no text. Save it as UTF-8.',
    ],
    [
      'without front matter',
      'It sank.',
      '1: The file has no front matter. Begin it with a line `---`, a line `title: …` and a line `---`.',
    ],
    [
      'with unclosed front matter',
      '---\ntitle: The pier\n\nIt sank.',
      '1: The front matter is not closed. Write a line `---` behind its last key.',
    ],
    [
      'without a title',
      '---\nauthor: Jo\n---\nIt sank.',
      '1: The article has no title. Write `title: …` in the front matter.',
    ],
    [
      'with an empty title',
      '---\ntitle: " "\n---\nIt sank.',
      '1: The article has no title. Write `title: …` in the front matter.',
    ],
    [
      'with empty front matter',
      '---\n---\nIt sank.',
      '1: The article has no title. Write `title: …` in the front matter.',
    ],
    ['with a list for a title', '---\nauthor: Jo\ntitle: [a]\n---\nIt sank.', '3: `title` must be text.'],
    [
      'with a title too long',
      `---\ntitle: ${'a'.repeat(251)}\n---\nIt sank.`,
      '2: `title` is too long: 250 characters is the most.',
    ],
    [
      'without a paragraph',
      '---\ntitle: The pier\n---\n\n# Pier\n',
      '4: The article has no text. Write its paragraphs here.',
    ],
    [
      'with text for front matter',
      '---\nThe pier\n---\nIt sank.',
      '2: The front matter must be lines of `key: value`, such as `title: The title`.',
    ],
    [
      'with an unquoted colon',
      '---\nauthor: Jo\ntitle: Pier: the end\n---\nIt sank.',
      '3: A value with a colon and a space in it must stand in quotes, such as `title: "Moon: the return"`.',
    ],
    [
      'with a key twice',
      '---\ntitle: A\ntitle: B\n---\nIt sank.',
      '3: This key stands in the front matter twice. Keep one.',
    ],
    [
      'with a tab',
      '---\ntitle: A\naliases:\n\tB: C\n---\nIt sank.',
      '4: YAML is indented with spaces, and here is a tab.',
    ],
    [
      'that refers to itself too often',
      `---\ntitle: &a [x,x,x,x,x]\n${['b', 'c', 'd', 'e'].map((key, i) => `${key}: &${key} [${`*${'abcd'[i]},`.repeat(5)}]`).join('\n')}\naliases: *e\n---\nIt sank.`,
      '2: The front matter refers to itself too often. Write the values out.',
    ],
    [
      'with endless front matter',
      `---\ntitle: A\nauthor: ${'a'.repeat(300_000)}\n---\nIt sank.`,
      '1: The front matter is too long: 300000 characters is the most.',
    ],
  ])('%s', (_, text, fault) => {
    const { loads, found } = faultsOf(text);

    expect(loads).toBe(false);
    expect(found.at(-1)).toBe(fault);
  });

  it.each([
    ['pier.pdf', 'An article is a file that ends in .md (Markdown) or .txt (plain text).'],
    [
      '.md',
      'The file cannot have this name. Use letters, digits, hyphens and spaces, and begin with a letter or a digit.',
    ],
    [
      'a|b.md',
      'The file cannot have this name. Use letters, digits, hyphens and spaces, and begin with a letter or a digit.',
    ],
    [
      'a\u202Eb.md',
      'The file cannot have this name. Use letters, digits, hyphens and spaces, and begin with a letter or a digit.',
    ],
    [
      `${'a'.repeat(65)}.md`,
      "The file's name is too long: 65 characters without the ending, and 64 is the most.",
    ],
  ])('named %j', (name, reason) => {
    const { loads, found } = faultsOf(withField(''), name);

    expect(loads).toBe(false);
    expect(found).toEqual([`1: ${reason}`]);
  });

  it.each([
    ['Pier (1).TXT', 'Pier (1)'],
    ['über-uns.md', 'über-uns'],
    ['море.txt', 'море'],
    ['2025.07.29.md', '2025.07.29'],
  ])('is not the one named %j', (name, id) => {
    expect(faultsOf(withField(''), name).article?.id).toBe(id.normalize('NFC'));
  });

  it('is a wire story with nothing but a byline and credits', () => {
    const { loads, found } = faultsOf('By Jo Hart\n(Editing by Bo Lindgren)\n', 'pier.txt');

    expect(loads).toBe(false);
    expect(found).toEqual(['1: The article has no text. Write its paragraphs here.']);
  });
});

describe('a fault that leaves the article readable', () => {
  it.each([
    ['Author: Jo', '3: The front matter has no key `Author`. Did you mean `author`?'],
    ['date: 2025-06-12', '3: The front matter has no key `date`. Did you mean `published`?'],
    [
      'colour: red',
      '3: The front matter has no key `colour`. The keys are `title`, `author`, `editors`, `publisher`, `place`, `published`, `url`, `language`, `redistributable`, `aliases` and `taught`.',
    ],
    ['author: {a: b}', '3: `author` must be a name or a list of names.'],
    ['publisher: [a, b]', '3: `publisher` must be a name.'],
    ['published: yesterday', '3: `published` must be a date such as 2025-07-29, or 2025-07, or 2025.'],
    ['published: 2025-02-30', '3: `published` must be a date such as 2025-07-29, or 2025-07, or 2025.'],
    ['published: 2025-13', '3: `published` must be a date such as 2025-07-29, or 2025-07, or 2025.'],
    ['url: example.org', '3: `url` must be a full web address that begins with https:// or http://.'],
    ['url: javascript:alert(1)', '3: `url` must be a full web address that begins with https:// or http://.'],
    [
      'url: "https://example.org/a b"',
      '3: `url` must be a full web address that begins with https:// or http://.',
    ],
    ['language: English', '3: `language` must be a language tag such as en, de or pt-BR.'],
    ['language: en_US', '3: `language` must be a language tag such as en, de or pt-BR.'],
    ['aliases: [a, b]', '3: `aliases` must map a name in the text to other ways people say it.'],
    ['aliases:\n  Pier: {a: b}', '4: `aliases: Pier` must be text or a list of texts.'],
    ['aliases:\n  Rats: mice\n  Pier:\n    - a\n    - ""', '7: `aliases: Pier` must not be empty.'],
    [
      `aliases:\n  Pier: [${Array.from({ length: MAX_ALIASES_PER_NAME + 1 }, (_, i) => `a${i}`).join(', ')}]`,
      '4: `aliases: Pier` has too many aliases: 30 is the most.',
    ],
    [`aliases:\n  Pier: ${'a'.repeat(101)}`, '4: `aliases: Pier` is too long: 100 characters is the most.'],
    [`editors: [${'Jo, '.repeat(21)}]`, '3: `editors` has too many names: 20 is the most.'],
  ])('%j', (field, fault) => {
    const { loads, found } = faultsOf(withField(field));

    expect(found).toEqual([fault]);
    expect(loads).toBe(true);
  });

  it('leaves out only what is at fault', () => {
    const { article, found } = faultsOf(
      withField(
        'author: Jo\nurl: nowhere\npublished: soon\naliases:\n  Pier: [the jetty]\n  Rats: {a: b}\nmood: grim',
      ),
    );

    expect(found.map((fault) => Number.parseInt(fault, 10))).toEqual([4, 5, 8, 9]);
    expect(article).toMatchObject({ title: 'The pier', author: 'Jo', url: null, published: null });
    expect([...(article?.aliases ?? [])]).toEqual([['Pier', ['the jetty']]]);
  });
});

describe('the lessons of an article', () => {
  const taught = (lines: string) =>
    `---\ntitle: The pier\ntaught:\n${lines}\n---\n\nIt sank. Nobody saw it.\n\nIt rose.`;

  it('are read with the place they point to', () => {
    const { article, found } = faultsOf(
      taught(
        '  - paragraph: 1\n    sentence: 2\n    questions: [who saw it]\n  - paragraph: 2\n    questions: |\n      did it rise\n\n      "when" was it\n  - paragraph: none\n    questions: why',
      ),
    );

    expect(found).toEqual([]);
    expect(article?.lessons).toEqual([
      { question: 'who saw it', paragraph: 1, sentence: 2 },
      { question: 'did it rise', paragraph: 2, sentence: null },
      { question: '"when" was it', paragraph: 2, sentence: null },
      { question: 'why', paragraph: null, sentence: null },
    ]);
  });

  it.each([
    [
      '  - paragraph: 3\n    questions: why',
      '3: `taught` names a paragraph or a sentence that the article does not have.',
    ],
    [
      '  - paragraph: 2\n    sentence: 2\n    questions: why',
      '3: `taught` names a paragraph or a sentence that the article does not have.',
    ],
    ['  - paragraph: first\n    questions: why', '4: `taught` must be the number of a paragraph, or none.'],
    [
      '  - paragraph: 1',
      '4: `taught` must be a question, a list of questions or a text with a question a line.',
    ],
    ['  why: 1', '3: `taught` must be a list of paragraphs with the questions they answer.'],
  ])('are named when they are faulty: %j', (lines, fault) => {
    const { article, found } = faultsOf(taught(lines));

    expect(found).toEqual([fault]);
    expect(article?.lessons).toEqual([]);
  });
});
