import type { Sentence } from '../article/article.js';
import { type AnswerKind, offeredAnswers } from './answer-kind.js';
import type { ArticleIndex } from './article-index.js';
import type { ArticleMeaning } from './meaning/article-meaning.js';
import { type Token, tokenize } from './tokenize.js';

/**
 * A sentence made ready for ranking. What only a ranking needs is worked out when it is first ranked: of a large
 * corpus most sentences never are.
 */
export class IndexedSentence {
  #tokens: readonly Token[] | null = null;
  #terms: ReadonlyMap<string, readonly number[]> | null = null;
  #offers: ReadonlyMap<AnswerKind, readonly number[]> | null = null;

  constructor(
    readonly index: ArticleIndex,
    readonly sentence: Sentence,
    /** Its place in the article, from 0. */
    readonly position: number,
    /** Each of its terms once. */
    readonly termsOnce: readonly string[],
    /** Number of words that are not stop words. */
    readonly length: number,
    /** Of the whole article; null where there are no word vectors for the language. */
    readonly meaning: ArticleMeaning | null,
  ) {}

  get tokens(): readonly Token[] {
    this.#tokens ??= tokenize(this.sentence.text, this.index.language);
    return this.#tokens;
  }

  /** Is this one of its terms? */
  has(term: string): boolean {
    return this.#terms ? this.#terms.has(term) : this.termsOnce.includes(term);
  }

  /** Term → places in `tokens`, rising. */
  get terms(): ReadonlyMap<string, readonly number[]> {
    this.#terms ??= placesOf(this.tokens);
    return this.#terms;
  }

  /** What kinds of answer it holds, with the places of their words. */
  get offers(): ReadonlyMap<AnswerKind, readonly number[]> {
    const { names, language } = this.index;
    this.#offers ??= offeredAnswers(this.sentence.text, this.tokens, names, language.code);
    return this.#offers;
  }
}

function placesOf(tokens: readonly Token[]): Map<string, number[]> {
  const terms = new Map<string, number[]>();
  for (const [place, { term }] of tokens.entries()) {
    const places = terms.get(term);
    if (places) places.push(place);
    else terms.set(term, [place]);
  }
  return terms;
}
