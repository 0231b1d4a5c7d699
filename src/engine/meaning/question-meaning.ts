import type { SentenceMeaning } from './article-meaning.js';
import { dotProduct } from './dot-product.js';
import type { WordVectors } from './word-vectors.js';

/** How near a sentence's meaning is to a question's. Cosines are -1 to 1, the rest 0 to 1. */
export interface Closeness {
  /** For each term of the question, the cosine of the sentence's word nearest to it; 0 where unknown. */
  readonly nearest: readonly number[];
  /** The other way round: for the sentence's words, weighed, the nearest word of the question. */
  readonly reverse: number;
  readonly sentence: number;
  readonly withBefore: number;
  readonly paragraph: number;
}

/** What a question means. Made for one question; remembers what it has compared. */
export class QuestionMeaning {
  /** For each term, how much it tells of a text's meaning, about 0.2 to 3; 1 where that is not known. */
  readonly weights: readonly number[];
  readonly #vectors: WordVectors;
  readonly #rows: readonly number[];
  readonly #vector: Float32Array;
  readonly #compared = new Map<number, Float32Array>();

  /**
   * @param terms for each term of the question its words, spelt right as far as can be told
   * @param words every word of the question
   */
  constructor(terms: readonly (readonly string[])[], words: readonly string[], vectors: WordVectors) {
    this.#vectors = vectors;
    // Of several words that name one thing, the one that tells most stands for them.
    this.#rows = terms.map((term) =>
      term
        .map((word) => vectors.rowOf(word))
        .reduce(
          (best, row) => (row >= 0 && (best < 0 || vectors.weight(row) > vectors.weight(best)) ? row : best),
          -1,
        ),
    );
    this.#vector = vectors.sentenceVector(words);
    this.weights = this.#rows.map((row) => (row < 0 ? 1 : vectors.weight(row)));
  }

  /** How near a sentence is. */
  closeness({ rows, weights, vector, withBefore, paragraph }: SentenceMeaning): Closeness {
    const nearest = new Float32Array(this.#rows.length);
    let reverse = 0;
    for (let i = 0; i < rows.length; i++) {
      const cosines = this.#compare(rows[i] ?? 0);
      let best = 0;
      for (let k = 0; k < cosines.length; k++) {
        const cosine = cosines[k] ?? 0;
        if (cosine > best) best = cosine;
        if (cosine > (nearest[k] ?? 0)) nearest[k] = cosine;
      }
      reverse += best * (weights[i] ?? 0);
    }
    return {
      nearest: [...nearest],
      reverse,
      sentence: dotProduct(this.#vector, vector),
      withBefore: dotProduct(this.#vector, withBefore),
      paragraph: dotProduct(this.#vector, paragraph),
    };
  }

  #compare(row: number): Float32Array {
    const known = this.#compared.get(row);
    if (known) return known;
    const cosines = Float32Array.from(this.#rows, (own) =>
      own < 0 ? 0 : this.#vectors.similarity(own, row),
    );
    this.#compared.set(row, cosines);
    return cosines;
  }
}
