import Fuse from 'fuse.js';
import { editSimilarity } from './edit-similarity.js';
import { takeBest } from './take-best.js';

/** A word that a misspelt one may have meant. */
export interface Repair {
  readonly word: string;
  /** 0..1, see `editSimilarity`. */
  readonly similarity: number;
}

/** Fuse.js sees only the words that share most letter pairs with the one sought: its time is their number. */
const NARROWED = 60;
const MOST_REPAIRS = 3;
/** Fuse's own score, 0 perfect to 1: lenient, because `editSimilarity` has the last word. */
const FUSE_THRESHOLD = 0.5;

/** Below these a different word is likelier than a slip: shorter words have more neighbours. */
function leastSimilarity(length: number): number {
  if (length <= 4) return 0.74;
  if (length <= 6) return 0.68;
  return 0.64;
}

/** The words of a corpus, ready to be found by a misspelt form. */
export class FuzzyVocabulary {
  readonly #words: readonly string[];
  readonly #withPair = new Map<string, number[]>();
  readonly #lengths: Uint16Array;
  /** Letter pairs that each word shares with the one sought: all 0 between two searches. */
  readonly #shared: Uint16Array;
  /** How alike each word is to the one sought, to be written over by the next search. */
  readonly #alike: Float64Array;

  constructor(words: Iterable<string>) {
    this.#words = [...new Set(words)].filter((word) => word.length > 2 && !/^\d/.test(word)).sort();
    this.#lengths = Uint16Array.from(this.#words, ({ length }) => length);
    this.#shared = new Uint16Array(this.#words.length);
    this.#alike = new Float64Array(this.#words.length);
    for (const [id, word] of this.#words.entries()) {
      for (const pair of new Set(letterPairs(word))) {
        const ids = this.#withPair.get(pair);
        if (ids) ids.push(id);
        else this.#withPair.set(pair, [id]);
      }
    }
  }

  /** The words that `word` may have meant, likeliest first; none when nothing is near enough. */
  repairs(word: string): Repair[] {
    if (word.length < 3 || /^\d/.test(word)) return [];
    const fuse = new Fuse(this.#narrow(word), {
      includeScore: true,
      threshold: FUSE_THRESHOLD,
      ignoreLocation: true,
      shouldSort: false,
    });
    return fuse
      .search(word)
      .map(({ item }) => ({ word: item, similarity: editSimilarity(word, item) }))
      .filter(({ similarity }) => similarity >= leastSimilarity(word.length))
      .sort((a, b) => b.similarity - a.similarity || (a.word < b.word ? -1 : 1))
      .slice(0, MOST_REPAIRS);
  }

  #narrow(word: string): string[] {
    const shared = this.#shared;
    for (const pair of letterPairs(word)) {
      for (const id of this.#withPair.get(pair) ?? []) shared[id] = (shared[id] ?? 0) + 1;
    }
    const alike = this.#alike;
    for (let id = 0; id < alike.length; id++) {
      // Dice's coefficient over letter pairs.
      alike[id] = (2 * (shared[id] ?? 0)) / (word.length + (this.#lengths[id] ?? 0) + 2);
    }
    shared.fill(0);
    return takeBest(alike, NARROWED).flatMap((id) => ((alike[id] ?? 0) > 0 ? (this.#words[id] ?? []) : []));
  }
}

function letterPairs(word: string): string[] {
  const padded = `^${word}$`;
  return Array.from({ length: padded.length - 1 }, (_, i) => padded.slice(i, i + 2));
}
