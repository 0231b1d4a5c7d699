import type { Article } from '../../src/article/article.js';

/** What a person who reads a page or document would write down of it. */
export interface Expected {
  readonly title: string;
  readonly author?: string | null;
  readonly publisher?: string | null;
  readonly published?: string | null;
  readonly language?: string;
  readonly editors?: readonly string[];
  readonly place?: string | null;
  readonly paragraphs: number;
  readonly first: string | RegExp;
  readonly last: string | RegExp;
  /** Whole paragraphs in between. */
  readonly has?: readonly string[];
  readonly headings?: readonly string[];
  /** What must stand in no paragraph. */
  readonly lacks?: readonly string[];
}

export interface Layout {
  /** What is special about it. */
  readonly name: string;
  readonly file: string;
  readonly bytes: () => Uint8Array;
  readonly expected: Expected;
}

/** What was read, in the same shape, so that a test shows all differences at once. */
export function describeArticle(article: Article, expected: Expected): Expected {
  const texts = article.paragraphs.map(({ text }) => text);
  const [first = '', last = ''] = [texts[0], texts.at(-1)];
  const matches = (text: string, wanted: string | RegExp) =>
    typeof wanted === 'string' || !wanted.test(text) ? text : wanted;
  return {
    title: article.title,
    author: article.author,
    publisher: article.publisher,
    published: article.published,
    language: article.language,
    editors: article.editors,
    place: article.place,
    paragraphs: texts.length,
    first: matches(first, expected.first),
    last: matches(last, expected.last),
    has: (expected.has ?? []).filter((one) => texts.includes(one)),
    headings: [...new Set(article.paragraphs.flatMap(({ heading }) => (heading === null ? [] : [heading])))],
    lacks: (expected.lacks ?? []).filter((one) => !texts.some((text) => text.includes(one))),
  };
}

/** With what is not said filled in: nothing is stated, English, no headings. */
export function complete(expected: Expected): Expected {
  return {
    author: null,
    publisher: null,
    published: null,
    language: 'en',
    editors: [],
    place: null,
    has: [],
    headings: [],
    lacks: [],
    ...expected,
  };
}
