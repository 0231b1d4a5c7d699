import type { Language } from '../language.js';
import { spellOut } from '../spell-out.js';
import { tokenize } from '../tokenize.js';

/** Lengths of the runs of letters that two spellings are compared by: long enough to mean, short enough for a slip. */
const RUNS = [3, 4];

/** What a question is spelt with: its stems, and all short runs of letters, each with how often it occurs. */
export function spellingOf(question: string, language: Language): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  const count = (feature: string) => counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const text = ` ${question
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()} `;
  for (const length of RUNS) {
    for (let i = 0; i + length <= text.length; i++) count(text.slice(i, i + length));
  }
  for (const { term } of tokenize(spellOut(question, language.code), language)) count(`word ${term}`);
  return counts;
}

/** Compares spellings by what they share, rare features counting more: cosines of TF-IDF vectors. */
export class SpellingComparer {
  readonly #frequency = new Map<string, number>();
  readonly #count: number;

  /** @param spellings what is rare is told from these */
  constructor(spellings: readonly ReadonlyMap<string, number>[]) {
    this.#count = spellings.length;
    for (const spelling of spellings) {
      for (const feature of spelling.keys())
        this.#frequency.set(feature, (this.#frequency.get(feature) ?? 0) + 1);
    }
  }

  /** Unit vector by feature; empty for an empty spelling. */
  weigh(spelling: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
    const weighed = new Map<string, number>();
    let square = 0;
    for (const [feature, count] of spelling) {
      const rarity = Math.log((this.#count + 1) / (this.#frequency.get(feature) ?? 1));
      const weight = (1 + Math.log(count)) * rarity;
      weighed.set(feature, weight);
      square += weight * weight;
    }
    const length = Math.sqrt(square) || 1;
    for (const [feature, weight] of weighed) weighed.set(feature, weight / length);
    return weighed;
  }
}
