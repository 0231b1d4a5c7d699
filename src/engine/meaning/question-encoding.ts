import type { Article } from '../../article/article.js';
import type { ArticleEncoding } from './article-encoding.js';
import type { Comparer } from './comparer.js';
import { dotProduct } from './dot-product.js';
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

/** A question as the sentence encoder sees it, beside the articles that it has been through. */
export class QuestionEncoding {
  readonly #question: Float32Array;
  readonly #articles: ArticleEncodings;
  /** Log-odds of a sentence's tokens. */
  readonly #compare: (tokens: Float32Array) => number;

  /**
   * @param articles where one is not among them, its scope is ranked as if there were no encoder
   */
  constructor({ vector, tokens }: TextEncoding, articles: ArticleEncodings, comparer: Comparer) {
    this.#question = vector;
    this.#articles = articles;
    this.#compare = comparer.to(tokens);
  }

  has(article: Article): boolean {
    return this.#articles.get(article) !== undefined;
  }

  /** How near the sentence at that place of the article is. */
  closeness(of: Article, position: number): EncodedCloseness {
    const article = this.#articles.get(of);
    return {
      sentence: this.#cosine(article?.sentences[position]),
      withBefore: this.#cosine(article?.withBefore[position]),
      paragraph: this.#cosine(article?.paragraphs[position]),
    };
  }

  /**
   * How much speaks for the sentence at that place when it is read together with the question: log-odds, about -5 to
   * 10, of which only differences mean anything. Some 70 µs.
   */
  odds(of: Article, position: number): number {
    const article = this.#articles.get(of);
    const tokens = article?.tokens[position];
    return SHARPNESS * this.#cosine(article?.sentences[position]) + (tokens ? this.#compare(tokens) : 0);
  }

  #cosine(vector: Float32Array | undefined): number {
    return vector ? dotProduct(this.#question, vector) : 0;
  }
}
