/** A word that shares its beginning or its end with another. */
export interface Relative {
  readonly word: string;
  /** 0..1: twice the shared letters over all letters of both. */
  readonly likeness: number;
}

/** Shorter beginnings are shared by words that have nothing to do with each other. */
const SHORTEST_BEGINNING = 4;
/** Shorter words are found at the end of words by chance. */
const SHORTEST_PART = 4;
/** The most relatives of one word: the likest. */
const MOST_RELATIVES = 8;

/**
 * Words by their beginnings and their ends: inflections, derivations (Finanzierung, finanziert) and compounds
 * (Regenwald, Wald) of each other, told by their letters alone.
 */
export class Relatives {
  readonly #byBeginning = new Map<string, string[]>();
  readonly #byEnd = new Map<string, string[]>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      if (word.length >= SHORTEST_BEGINNING) add(this.#byBeginning, word.slice(0, SHORTEST_BEGINNING), word);
      if (word.length >= SHORTEST_PART) add(this.#byEnd, word.slice(-SHORTEST_PART), word);
    }
  }

  /** The word's relatives, likest first, itself not among them. */
  of(word: string): Relative[] {
    const found = new Map<string, number>();
    for (const other of this.#byBeginning.get(word.slice(0, SHORTEST_BEGINNING)) ?? []) {
      found.set(other, likeness(word, other, sharedBeginning(word, other)));
    }
    for (const other of this.#byEnd.get(word.slice(-SHORTEST_PART)) ?? []) {
      const [short, long] = word.length < other.length ? [word, other] : [other, word];
      if (long.endsWith(short))
        found.set(other, Math.max(found.get(other) ?? 0, likeness(word, other, short.length)));
    }
    found.delete(word);
    return [...found]
      .map(([other, alike]) => ({ word: other, likeness: alike }))
      .sort((a, b) => b.likeness - a.likeness || (a.word < b.word ? -1 : 1))
      .slice(0, MOST_RELATIVES);
  }
}

function likeness(a: string, b: string, shared: number): number {
  return (2 * shared) / (a.length + b.length);
}

function sharedBeginning(a: string, b: string): number {
  let shared = 0;
  while (shared < a.length && a[shared] === b[shared]) shared++;
  return shared;
}

function add(map: Map<string, string[]>, key: string, word: string): void {
  const known = map.get(key);
  if (known) known.push(word);
  else map.set(key, [word]);
}
