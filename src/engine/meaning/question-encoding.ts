import type { Article } from '../../article/article.js';
import { languageOf } from '../language.js';
import type { EncodedLessons } from '../lessons/lesson-book.js';
import type { ArticleEncoding } from './article-encoding.js';
import type { Comparer, Odds } from './comparer.js';
import { dotProduct } from './dot-product.js';
import { canBeEnglish, englishOf } from './english-of.js';
import type { TextEncoding } from './text-encoding.js';

/** What a cosine counts in the odds: as in `bench/encoder/tune.py`, which fits the comparer beside it. */
const SHARPNESS = 12;

/** How near a sentence is to a question by the sentence encoder: cosines, -1 to 1. */
export interface EncodedCloseness {
  readonly sentence: number;
  readonly withBefore: number;
  readonly paragraph: number;
}

/** What the encoder has made of articles: a Map or a WeakMap. */
export interface ArticleEncodings {
  get(article: Article): ArticleEncoding | undefined;
}

/** A question read in one language. */
interface Reading {
  readonly vector: Float32Array;
  /** What a sentence's tokens add to what its cosine says. */
  readonly compare: (tokens: Float32Array) => Odds;
}

/** The texts whose encodings make a question's, by language: what it is in English, if it is of that language. */
export function questionsToEncode(question: string, articles: readonly Article[]): Map<string, string> {
  const codes = new Set(articles.map(({ language }) => languageOf(language).code));
  return new Map([...codes].filter(canBeEnglish).map((code) => [code, englishOf(question, code)]));
}

/** The encodings of `questionsToEncode`, by language again. */
export function byLanguage(
  texts: ReadonlyMap<string, string>,
  encodings: readonly TextEncoding[],
): Map<string, TextEncoding> {
  const read = new Map<string, TextEncoding>();
  for (const [i, code] of [...texts.keys()].entries()) {
    const encoding = encodings[i];
    if (encoding) read.set(code, encoding);
  }
  return read;
}

/** A question as the sentence encoder sees it, beside the articles that it has been through. */
export class QuestionEncoding {
  readonly #readings: ReadonlyMap<string, Reading>;
  readonly #articles: ArticleEncodings;
  readonly #cosineInWhether: number;

  /**
   * @param read what the encoder makes of `questionsToEncode`, by language
   * @param articles where one is not among them, its scope is ranked as if there were no encoder
   */
  constructor(read: ReadonlyMap<string, TextEncoding>, articles: ArticleEncodings, comparer: Comparer) {
    this.#readings = new Map(
      Array.from(read, ([code, { vector, tokens }]) => [code, { vector, compare: comparer.to(tokens) }]),
    );
    this.#articles = articles;
    this.#cosineInWhether = comparer.cosineInWhether;
  }

  has(article: Article): boolean {
    return this.#readings.has(codeOf(article)) && this.#articles.get(article) !== undefined;
  }

  /** The question beside the article's own lessons; null where the encoder has not read them. */
  withLessons(of: Article): EncodedLessons | null {
    const lessons = this.#articles.get(of)?.lessons;
    const question = this.#readings.get(codeOf(of))?.vector;
    return lessons && question ? { question, lessons } : null;
  }

  /** How near the sentence at that place of the article is. */
  closeness(of: Article, position: number): EncodedCloseness {
    const article = this.#articles.get(of);
    const reading = this.#readings.get(codeOf(of));
    return {
      sentence: cosine(reading, article?.sentences[position]),
      withBefore: cosine(reading, article?.withBefore[position]),
      paragraph: cosine(reading, article?.paragraphs[position]),
    };
  }

  /** How much speaks for the sentence at that place when it is read together with the question. Some 75 µs. */
  odds(of: Article, position: number): Odds {
    const article = this.#articles.get(of);
    const reading = this.#readings.get(codeOf(of));
    const tokens = article?.tokens[position];
    const near = SHARPNESS * cosine(reading, article?.sentences[position]);
    const added = tokens && reading ? reading.compare(tokens) : { which: 0, whether: 0 };
    return { which: near + added.which, whether: this.#cosineInWhether * near + added.whether };
  }
}

function codeOf({ language }: Article): string {
  return languageOf(language).code;
}

function cosine(question: Reading | undefined, vector: Float32Array | undefined): number {
  return question && vector ? dotProduct(question.vector, vector) : 0;
}
