import Fuse from 'fuse.js';
import { BestFew } from './best-few.js';
import { editSimilarity } from './edit-similarity.js';
import { Postings } from './postings.js';

/** A word that a misspelt one may have meant. */
export interface Repair {
  readonly word: string;
  /** 0..1, see `editSimilarity`. */
  readonly similarity: number;
}

/** So many words that share most letter pairs with the one sought are looked at; Fuse.js sees those that are near. */
const NARROWED = 60;
const MOST_REPAIRS = 3;
/** Shorter words are neither mended nor what a misspelt one meant. */
const SHORTEST = 3;
/** Words whose repairs are remembered: those of one question, which looks each of them up more than once. */
const MOST_REMEMBERED = 8;
/** Fuse's own score, 0 perfect to 1: lenient, because `editSimilarity` says how near a word is. */
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
  readonly #withPair: Postings<number>;
  readonly #lengths: Uint16Array;
  /** Letter pairs that each word shares with the one sought: all 0 between two searches. */
  readonly #shared: Uint16Array;
  readonly #remembered = new Map<string, readonly Repair[]>();

  constructor(words: Iterable<string>) {
    this.#words = [...new Set(words)].filter((word) => word.length >= SHORTEST && !/^\d/.test(word)).sort();
    this.#lengths = Uint16Array.from(this.#words, ({ length }) => length);
    this.#shared = new Uint16Array(this.#words.length);
    this.#withPair = new Postings(this.#words.length, (id) => letterPairs(this.#words[id] ?? ''));
  }

  /** The words that `word` may have meant, likeliest first; none when nothing is near enough. */
  repairs(word: string): readonly Repair[] {
    if (word.length < SHORTEST || /^\d/.test(word)) return [];
    const known = this.#remembered.get(word);
    if (known) return known;
    const repairs = this.#find(word);
    if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(word, repairs);
    return repairs;
  }

  #find(word: string): Repair[] {
    const least = leastSimilarity(word.length);
    const near = this.#narrow(word)
      .map((other): Repair => ({ word: other, similarity: editSimilarity(word, other) }))
      .filter(({ similarity }) => similarity >= least);
    if (near.length === 0) return [];
    const fuse = new Fuse(near, {
      keys: ['word'],
      threshold: FUSE_THRESHOLD,
      ignoreLocation: true,
      shouldSort: false,
    });
    return fuse
      .search(word)
      .map(({ item }) => item)
      .sort((a, b) => b.similarity - a.similarity || (a.word < b.word ? -1 : 1))
      .slice(0, MOST_REPAIRS);
  }

  #narrow(word: string): string[] {
    const shared = this.#shared;
    for (const pair of letterPairs(word)) {
      const ids = this.#withPair.of(pair);
      for (let i = 0; i < ids.length; i++) {
        const id = ids[i] ?? 0;
        shared[id] = (shared[id] ?? 0) + 1;
      }
    }
    const best = new BestFew(NARROWED);
    /** So many pairs are too few, even for the shortest word. */
    let tooFew = 0;
    for (let id = 0; id < shared.length; id++) {
      const pairs = shared[id] ?? 0;
      if (pairs <= tooFew) continue;
      // Dice's coefficient over letter pairs.
      best.offer(id, (2 * pairs) / (word.length + (this.#lengths[id] ?? 0) + 2));
      tooFew = Math.max(0, Math.floor((best.least * (word.length + SHORTEST + 2)) / 2));
    }
    shared.fill(0);
    return best.places.map((id) => this.#words[id] ?? '');
  }
}

/** Both ends of a word count as letters. */
const END = 0;

/** Each letter of a word with the one behind it, as a number; some may be there twice. */
function letterPairs(word: string): number[] {
  const pairs: number[] = [];
  for (let i = 0; i <= word.length; i++) {
    const letter = i === 0 ? END : word.charCodeAt(i - 1);
    const next = i === word.length ? END : word.charCodeAt(i);
    pairs.push(letter * 0x10000 + next);
  }
  return pairs;
}
