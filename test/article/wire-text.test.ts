import { describe, expect, it } from 'vitest';
import { readArticle } from '../../src/article/read-article.js';
import { bytesOf } from './bytes-of.js';
import { WIRE_PARAGRAPHS, WIRE_STORY } from './wire-story.js';

function read(text: string) {
  const { article, faults } = readArticle({ name: 'story.txt', bytes: bytesOf(text) });
  if (!article) throw new Error(`no article: ${JSON.stringify(faults)}`);
  return { article, faults, texts: article.paragraphs.map((paragraph) => paragraph.text) };
}

describe('a wire story', () => {
  it('has a paragraph a line, without its byline and credits', () => {
    const { faults, texts } = read(WIRE_STORY);

    expect(faults).toEqual([]);
    expect(texts).toEqual(WIRE_PARAGRAPHS);
  });

  it('says who wrote it, who edited it, who published it and from where', () => {
    const { article } = read(WIRE_STORY);

    expect(article).toMatchObject({
      id: 'story',
      author: 'Ines Calloway',
      editors: ['Bo Lindgren', 'Ada Marsh'],
      publisher: 'Newsline',
      place: 'PORT ELLERY',
      published: null,
      url: null,
      language: 'en',
    });
  });

  it('is titled by its first sentence, past the dateline, cut at a word', () => {
    const { article } = read(WIRE_STORY);

    expect(article.title).toBe(
      'The harbor board of Port Ellery, led by U.S. Coast Guard Captain Rosa Vance…',
    );
  });

  it('takes a line before the byline for its headline', () => {
    const { article, texts } = read(`Old pier to close\n\n${WIRE_STORY}`);

    expect(article.title).toBe('Old pier to close');
    expect(article.author).toBe('Ines Calloway');
    expect(texts).toEqual(WIRE_PARAGRAPHS);
  });

  it('takes a line before the dateline for its headline when there is no byline', () => {
    const { article, texts } = read(
      'Old pier to close\nPORT ELLERY (Newsline) - The pier closes.\nIt is old.',
    );

    expect(article.title).toBe('Old pier to close');
    expect(texts).toEqual(['PORT ELLERY (Newsline) - The pier closes.', 'It is old.']);
  });

  it('is the same story with Windows line ends, a byte order mark, blank lines or no last newline', () => {
    const variants = [
      WIRE_STORY.replaceAll('\n', '\r\n'),
      WIRE_STORY.replaceAll('\n', '\r'),
      `\uFEFF${WIRE_STORY}`,
      WIRE_STORY.replaceAll('\n', '\n\n'),
      WIRE_STORY.trimEnd(),
      `\n\n  ${WIRE_STORY}\n\n`,
      WIRE_STORY.replace('By Ines Calloway\n', 'By Ines Calloway\n\n'),
    ];

    for (const variant of variants) {
      const { article, texts } = read(variant);
      expect(texts).toEqual(WIRE_PARAGRAPHS);
      expect(article.author).toBe('Ines Calloway');
      expect(article.editors).toEqual(['Bo Lindgren', 'Ada Marsh']);
    }
  });

  it('joins the wrapped lines of a paragraph where blank lines part the paragraphs', () => {
    const { texts } = read('The pier\ncloses on\nMonday.\n\nIt has:\n- rats\n- a clock\n\n这是一\n个码头。');

    expect(texts).toEqual(['The pier closes on Monday.', 'It has:\n- rats\n- a clock', '这是一个码头。']);
  });

  it('keeps text that Markdown would read as markup', () => {
    const { texts } = read('A *star* and a_b and <b>.\n# no heading\n1. no list');

    expect(texts).toEqual(['A *star* and a_b and <b>.', '# no heading', '1. no list']);
  });

  it('honours front matter before what the story says of itself', () => {
    const { article, texts, faults } = read(
      `---\ntitle: The pier\npublisher: The Ellery Post\npublished: 2025-06-12\n---\n${WIRE_STORY}`,
    );

    expect(faults).toEqual([]);
    expect(article).toMatchObject({
      title: 'The pier',
      author: 'Ines Calloway',
      publisher: 'The Ellery Post',
      published: '2025-06-12',
    });
    expect(texts).toEqual(WIRE_PARAGRAPHS);
  });

  it.each([
    ['Привет, это статья о море.', 'ru'],
    ['这是一篇关于大海的文章。', 'zh'],
    ['これは海についての記事です。', 'ja'],
    ['東京湾埠頭閉鎖発表の記事は', 'ja'],
    ['Ein Artikel über das Meer.', 'en'],
  ])('guesses the language of %j by its script alone: %s', (text, language) => {
    expect(read(text).article.language).toBe(language);
  });
});

describe('a byline', () => {
  it.each([
    ['By Ines Calloway and Bo Lindgren', 'Ines Calloway and Bo Lindgren'],
    ['By Ines Calloway, Bo Lindgren and Ada de la Cruz', 'Ines Calloway, Bo Lindgren and Ada de la Cruz'],
    ['BY INES CALLOWAY', 'INES CALLOWAY'],
    ['by J. R. O’Neill Jr.', 'J. R. O’Neill Jr.'],
  ])('%j names the author', (line, author) => {
    const { article, texts } = read(`${line}\nIt rained.`);

    expect(article.author).toBe(author);
    expect(texts).toEqual(['It rained.']);
  });

  it.each([['By Monday, the fire had spread.'], ['By then it was late'], ['By Monday.']])(
    '%j is a paragraph',
    (line) => {
      const { article, texts } = read(`${line}\nIt rained.`);

      expect(article.author).toBeNull();
      expect(texts).toEqual([line, 'It rained.']);
    },
  );
});

describe('a dateline', () => {
  it.each([
    ['PORT ELLERY (Newsline) -It rained.', 'PORT ELLERY', 'Newsline'],
    ['PORT ELLERY (Newsline)—It rained.', 'PORT ELLERY', 'Newsline'],
    ['PORT ELLERY  ( Newsline )  –  It rained.', 'PORT ELLERY', 'Newsline'],
    ['PORT ELLERY, July 29 (Newsline) - It rained.', 'PORT ELLERY', 'Newsline'],
    ['PORT ELLERY, 29 July 2025 (Newsline) -- It rained.', 'PORT ELLERY', 'Newsline'],
    ['ST. OLAF, Mo. (AP) — It rained.', 'ST. OLAF, Mo.', 'AP'],
    ['PARIS/NEW YORK (AFP) – It rained.', 'PARIS/NEW YORK', 'AFP'],
    ['Rio de Janeiro (dpa) - It rained.', 'Rio de Janeiro', 'dpa'],
    ['(Reuters) - It rained.', null, 'Reuters'],
    ['July 29 (Reuters) - It rained.', null, 'Reuters'],
  ])('%j gives place and agency and stays in the text', (line, place, agency) => {
    const { article, texts } = read(line);

    expect([article.place, article.publisher]).toEqual([place, agency]);
    expect(texts).toEqual([line]);
    expect(article.title).toBe('It rained');
  });

  it.each([
    ['John Smith (Labour) - the mayor - resigned.'],
    ['It rained (again) - hard.'],
    ['PORT ELLERY (Newsline) said so.'],
    ['He writes for one (AP) - hard.'],
  ])('%j is none', (line) => {
    const { article } = read(line);

    expect([article.place, article.publisher]).toEqual([null, null]);
  });
});

describe('credits', () => {
  it.each([
    ['(Reporting by Ines Calloway; Editing by Bo Lindgren)', 'Ines Calloway', ['Bo Lindgren']],
    ['Reporting by Ines Calloway; Editing by Bo Lindgren', 'Ines Calloway', ['Bo Lindgren']],
    ['(Reporting by Ines Calloway in Port Ellery and Jo Hart in Rome)', 'Ines Calloway and Jo Hart', []],
    [
      '(Writing by Ines Calloway;\nAdditional reporting by Jo Hart;\nEditing by Bo Lindgren)',
      'Ines Calloway',
      ['Bo Lindgren'],
    ],
    [
      '(Reporting by Ines Calloway)\n(Editing by Bo Lindgren, Ada Marsh and Cy Poe)',
      'Ines Calloway',
      ['Bo Lindgren', 'Ada Marsh', 'Cy Poe'],
    ],
    [
      '(Reporting and writing by Ines Calloway. Editing by Bo Lindgren.)\n\n((ines@example.org; 555 0100))',
      'Ines Calloway',
      ['Bo Lindgren'],
    ],
    ['(Additional reporting by Jo Hart)', 'Jo Hart', []],
    ['(Graphics by Jo Hart)\n(Editing by the Newsdesk)', null, ['Newsdesk']],
  ])('%j are no paragraph', (credits, author, editors) => {
    const { article, texts } = read(`It rained.\nIt stopped.\n${credits}\n`);

    expect(texts.at(-1)?.includes('It stopped.')).toBe(true);
    expect(texts.join(' ')).not.toMatch(/by/i);
    expect(article.author).toBe(author);
    expect(article.editors).toEqual(editors);
  });

  it('are taken off the end of the last paragraph too', () => {
    const { article, texts } = read('It rained.\nIt stopped. (Editing by Bo Lindgren)');

    expect(texts).toEqual(['It rained.', 'It stopped.']);
    expect(article.editors).toEqual(['Bo Lindgren']);
  });

  it.each([
    ['(It stopped by noon.)'],
    ['Editing by hand is slow.'],
    ['Reporting by Newsline shows that it rained.'],
  ])('are not %j', (line) => {
    const { article, texts } = read(`It rained.\n${line}`);

    expect(texts).toEqual(['It rained.', line]);
    expect([article.author, article.editors]).toEqual([null, []]);
  });
});
