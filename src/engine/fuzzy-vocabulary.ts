import Fuse from 'fuse.js';
import { editSimilarity } from './edit-similarity.js';

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
  if (length <= 3) return 0.8;
  if (length === 4) return 0.74;
  if (length <= 6) return 0.68;
  return 0.64;
}

/** The words of a corpus, ready to be found by a misspelt form. */
export class FuzzyVocabulary {
  readonly #words: readonly string[];
  readonly #withPair = new Map<string, number[]>();

  constructor(words: Iterable<string>) {
    this.#words = [...new Set(words)].filter((word) => word.length > 2 && !/^\d/.test(word)).sort();
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
    const shared = new Map<number, number>();
    for (const pair of letterPairs(word)) {
      for (const id of this.#withPair.get(pair) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
    }
    // Dice's coefficient over letter pairs.
    const alike = ([id, count]: [number, number]) =>
      (2 * count) / (word.length + (this.#words[id]?.length ?? 0) + 2);
    return [...shared]
      .map((entry) => ({ id: entry[0], likeness: alike(entry) }))
      .sort((a, b) => b.likeness - a.likeness || a.id - b.id)
      .slice(0, NARROWED)
      .flatMap(({ id }) => this.#words[id] ?? []);
  }
}

function letterPairs(word: string): string[] {
  const padded = `^${word}$`;
  return Array.from({ length: padded.length - 1 }, (_, i) => padded.slice(i, i + 2));
}
