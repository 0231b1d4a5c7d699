import type { ArticleMeaning } from './article-meaning.js';
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

/** Words that there is room for at first: a short article has some hundreds. */
const ROWS_AT_FIRST = 256;

/** What a question means. Made for one question; remembers what it has compared. */
export class QuestionMeaning {
  /** For each term, how much it tells of a text's meaning, about 0.2 to 3; 1 where that is not known. */
  readonly weights: readonly number[];
  readonly #vectors: WordVectors;
  readonly #rows: readonly number[];
  readonly #vector: Float32Array;
  /** Row that was compared → where its cosines with `#rows` begin in `#cosines`. */
  readonly #compared = new Map<number, number>();
  #cosines: Float32Array;
  /** Of the paragraph that was compared last: its sentences come one behind the other. */
  #paragraph: { readonly article: ArticleMeaning; readonly number: number; readonly cosine: number } | null =
    null;

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
    this.#cosines = new Float32Array(this.#rows.length * ROWS_AT_FIRST);
    this.weights = this.#rows.map((row) => (row < 0 ? 1 : vectors.weight(row)));
  }

  /** How near the sentence at that place of an article is. */
  closeness(article: ArticleMeaning, place: number): Closeness {
    const { rows, weights, starts, width } = article;
    const nearest = this.#rows.map(() => 0);
    const end = starts[place + 1] ?? 0;
    let reverse = 0;
    for (let i = starts[place] ?? 0; i < end; i++)
      reverse += this.#takeNearest(rows[i] ?? 0, nearest) * (weights[i] ?? 0);
    return {
      nearest,
      reverse,
      sentence: this.#cosine(article.sentences, place * width),
      withBefore: this.#cosine(article.withBefore, place * width),
      paragraph: this.#nearnessTo(article, article.paragraphOf[place] ?? 0),
    };
  }

  /** `Closeness.nearest` alone. */
  nearest({ rows, starts }: ArticleMeaning, place: number): number[] {
    const nearest = this.#rows.map(() => 0);
    const end = starts[place + 1] ?? 0;
    for (let i = starts[place] ?? 0; i < end; i++) this.#takeNearest(rows[i] ?? 0, nearest);
    return nearest;
  }

  /** Raises for each term what is nearest to it, if the word in that row is. @returns how near its nearest term is */
  #takeNearest(row: number, nearest: number[]): number {
    const at = this.#compare(row);
    let best = 0;
    for (let k = 0; k < nearest.length; k++) {
      const cosine = this.#cosines[at + k] ?? 0;
      if (cosine > best) best = cosine;
      if (cosine > (nearest[k] ?? 0)) nearest[k] = cosine;
    }
    return best;
  }

  #nearnessTo(article: ArticleMeaning, number: number): number {
    if (this.#paragraph?.article !== article || this.#paragraph.number !== number)
      this.#paragraph = { article, number, cosine: this.#cosine(article.paragraphs, number * article.width) };
    return this.#paragraph.cosine;
  }

  /** Cosine of the question with the unit vector that begins there. */
  #cosine(vectors: Float32Array, start: number): number {
    const own = this.#vector;
    let sum = 0;
    for (let i = 0; i < own.length; i++) sum += (own[i] ?? 0) * (vectors[start + i] ?? 0);
    return sum;
  }

  /** Compares a row with all terms, once. @returns where the cosines are */
  #compare(row: number): number {
    const known = this.#compared.get(row);
    if (known !== undefined) return known;
    const rows = this.#rows;
    const at = this.#compared.size * rows.length;
    if (at + rows.length > this.#cosines.length) {
      const larger = new Float32Array(2 * (at + rows.length));
      larger.set(this.#cosines);
      this.#cosines = larger;
    }
    this.#vectors.compare(row, rows, this.#cosines, at);
    this.#compared.set(row, at);
    return at;
  }
}
