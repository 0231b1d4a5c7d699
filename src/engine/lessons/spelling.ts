import type { Language } from '../language.js';
import { spellOut } from '../spell-out.js';
import { type Token, tokenize } from '../tokenize.js';

/** Lengths of the runs of letters that two spellings are compared by: long enough to mean, short enough for a slip. */
const RUNS = [3, 4];

/** The words of a question, chat's short forms spelt out. */
export function wordsOf(question: string, language: Language): Token[] {
  return tokenize(spellOut(question, language.code), language);
}

/**
 * What a question is spelt with: its stems, and all short runs of letters, each with how often it occurs.
 * @param words its words, see `wordsOf`
 */
export function spellingOf(question: string, words: readonly Token[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (feature: string) => counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const text = ` ${question
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `;
  for (const length of RUNS) {
    for (let i = 0; i + length <= text.length; i++) count(text.slice(i, i + length));
  }
  for (const { term } of words) count(`word ${term}`);
  return counts;
}

/** The texts that a feature occurs in, rising, and in step with them how much it weighs in each. */
export interface Feature {
  readonly texts: readonly number[];
  readonly weights: readonly number[];
}

interface Occurrences extends Feature {
  readonly texts: number[];
  /** How often it occurs, until it is weighed. */
  readonly weights: number[];
}

/**
 * Compares spellings by what they share, rare features counting more: cosines of TF-IDF vectors. To be filled, then
 * weighed, then compared with.
 */
export class SpellingIndex {
  readonly #spelt = new Map<string, Occurrences>();
  #count = 0;

  /** @param least how much a feature counts that all spellings have (0: nothing): a few tell little of what is rare */
  constructor(private readonly least = 0) {}

  /** Adds the spelling of the next text. */
  add(spelling: ReadonlyMap<string, number>): void {
    for (const [feature, count] of spelling) {
      const known = this.#spelt.get(feature);
      if (known) {
        known.texts.push(this.#count);
        known.weights.push(count);
      } else this.#spelt.set(feature, { texts: [this.#count], weights: [count] });
    }
    this.#count++;
  }

  /** Weighs the features of all texts: once, after the last one. A feature at a step. */
  *weighInSteps(): Generator<undefined, void> {
    const squares = new Float64Array(this.#count);
    for (const { texts, weights } of this.#spelt.values()) {
      const rarity = this.#rarity(texts.length);
      for (let i = 0; i < weights.length; i++) {
        const weight = weightOf(weights[i] ?? 0, rarity);
        const text = texts[i] ?? 0;
        weights[i] = weight;
        squares[text] = (squares[text] ?? 0) + weight * weight;
      }
      yield;
    }
    const lengths = squares.map((square) => Math.sqrt(square) || 1);
    for (const { texts, weights } of this.#spelt.values()) {
      for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) / (lengths[texts[i] ?? 0] ?? 1);
      yield;
    }
  }

  /** How near a spelling is to each text, 0..1. */
  likenessTo(spelling: ReadonlyMap<string, number>): Float64Array {
    const likeness = new Float64Array(this.#count);
    let square = 0;
    for (const [feature, count] of spelling) {
      const found = this.#spelt.get(feature);
      const weight = weightOf(count, this.#rarity(found?.texts.length ?? 1));
      square += weight * weight;
      if (found) addProducts(likeness, weight, found);
    }
    const length = Math.sqrt(square) || 1;
    return likeness.map((sum) => sum / length);
  }

  /** What the texts are spelt with, once it is weighed: two texts are as near as the products of what they share add up to. */
  features(): readonly Feature[] {
    return [...this.#spelt.values()];
  }

  #rarity(frequency: number): number {
    return this.least + Math.log((this.#count + 1) / frequency);
  }
}

function weightOf(count: number, rarity: number): number {
  return (1 + Math.log(count)) * rarity;
}

/** Adds the products of a weight with some others, each at the place of its text. */
function addProducts(to: Float64Array, weight: number, { texts, weights }: Occurrences): void {
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i] ?? 0;
    to[text] = (to[text] ?? 0) + weight * (weights[i] ?? 0);
  }
}
