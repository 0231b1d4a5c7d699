import type { Paragraph } from '../../article/article.js';
import type { Token } from '../tokenize.js';
import { directionOf } from './direction-of.js';
import type { WordVectors } from './word-vectors.js';

/** A paragraph, as its meaning is made from it. */
interface Source {
  readonly heading: readonly Token[];
  readonly sentences: readonly (readonly Token[])[];
}

/**
 * What an article's sentences mean: all of them in a few arrays, since arrays of their own would take twice the memory.
 * Sentences and paragraphs are told by their place in the article, from 0. Complete once every paragraph is added.
 */
export class ArticleMeaning {
  /** How many numbers a vector has. */
  readonly width: number;
  /** Unit vectors, one behind the other: of each sentence, of each with the one before it, of each paragraph. */
  readonly sentences: Float32Array;
  readonly withBefore: Float32Array;
  readonly paragraphs: Float32Array;
  /** The paragraph of each sentence. */
  readonly paragraphOf: Uint32Array;
  /** Where the rows of each sentence begin; behind the last one where the next would. */
  readonly starts: Uint32Array;
  /** Rows of each sentence's words that carry meaning, each once. */
  rows = new Uint32Array();
  /** How much each of them tells, in step with `rows`; a sentence's sum is 1. */
  weights = new Float32Array();
  readonly #vectors: WordVectors;
  #count = 0;
  #paragraphs = 0;
  /** Of the sentence before. */
  #before: readonly Float32Array[] = [];

  /** @param paragraphs those that will be added */
  constructor(paragraphs: readonly Paragraph[], vectors: WordVectors) {
    const count = paragraphs.reduce((sum, { sentences }) => sum + sentences.length, 0);
    this.#vectors = vectors;
    this.width = vectors.width;
    this.sentences = new Float32Array(count * this.width);
    this.withBefore = new Float32Array(count * this.width);
    this.paragraphs = new Float32Array(paragraphs.length * this.width);
    this.paragraphOf = new Uint32Array(count);
    this.starts = new Uint32Array(count + 1);
  }

  /** Adds the next paragraph, a sentence at a step. */
  *add({ heading, sentences }: Source): Generator<undefined, void> {
    const sums: Float32Array[] = [];
    for (const tokens of sentences) {
      sums.push(this.#vectors.sum(wordsOf(tokens)));
      yield;
    }
    const paragraph = this.#paragraphs++;
    const whole = directionOf(this.#vectors.sum(wordsOf(heading)), ...sums);
    this.paragraphs.set(whole, paragraph * this.width);
    for (const [i, tokens] of sentences.entries()) {
      const sum = sums[i] ?? new Float32Array(this.width);
      const place = this.#count++;
      this.sentences.set(directionOf(sum), place * this.width);
      this.withBefore.set(directionOf(sum, ...this.#before), place * this.width);
      this.paragraphOf[place] = paragraph;
      this.#addRows(place, tokens);
      this.#before = [sum];
      yield;
    }
  }

  #addRows(place: number, tokens: readonly Token[]): void {
    const vectors = this.#vectors;
    const found = new Set<number>();
    for (const { word, isStopWord } of tokens) {
      if (!isStopWord) for (const row of vectors.rowsOf(word)) found.add(row);
    }
    let total = 0;
    for (const row of found) total += vectors.weight(row);
    let at = this.starts[place] ?? 0;
    this.#makeRoom(at + found.size, place);
    for (const row of found) {
      this.rows[at] = row;
      this.weights[at] = vectors.weight(row) / (total || 1);
      at++;
    }
    this.starts[place + 1] = at;
  }

  /** Room for the rows so far and, going by these, for those of the sentences that are to come: exactly that at the end. */
  #makeRoom(length: number, place: number): void {
    const isLast = place === this.paragraphOf.length - 1;
    if (length <= this.rows.length && !isLast) return;
    const room = isLast ? length : Math.ceil((length / (place + 1)) * this.paragraphOf.length);
    const [rows, weights] = [this.rows, this.weights];
    this.rows = new Uint32Array(room);
    this.weights = new Float32Array(room);
    this.rows.set(rows.subarray(0, room));
    this.weights.set(weights.subarray(0, room));
  }
}

function wordsOf(tokens: readonly Token[]): string[] {
  return tokens.map(({ word }) => word);
}
