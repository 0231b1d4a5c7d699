import type { Article } from '../../article/article.js';
import type { ArticleEncoding } from './article-encoding.js';
import { dotProduct } from './dot-product.js';

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

  /**
   * @param question the question's unit vector
   * @param articles where one is not among them, its scope is ranked as if there were no encoder
   */
  constructor(question: Float32Array, articles: ArticleEncodings) {
    this.#question = question;
    this.#articles = articles;
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

  #cosine(vector: Float32Array | undefined): number {
    return vector ? dotProduct(this.#question, vector) : 0;
  }
}
