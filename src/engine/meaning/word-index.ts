const LINE_FEED = 10;

/**
 * Finds a word's row among tens of thousands without a string for each: the words stay as the bytes they were
 * read as, and a hash table of row numbers points into them.
 */
export class WordIndex {
  readonly #bytes: Uint8Array;
  /** Where each word begins, and behind the last one where the next would. */
  readonly #starts: Uint32Array;
  /** Row + 1 by hash, 0 where empty. The length is a power of two, twice the words at least. */
  readonly #slots: Uint32Array;

  /**
   * @param bytes ASCII words with a line feed between them; kept, not copied
   * @param count how many there are to be
   * @throws RangeError when there are more or fewer
   */
  constructor(bytes: Uint8Array, count: number) {
    this.#bytes = bytes;
    this.#starts = wordStarts(bytes, count);
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(count * 2 + 2)));
    for (let row = 0; row < count; row++) this.#insert(row);
  }

  /** The word's row, or -1. */
  rowOf(word: string): number {
    let hash = 0;
    for (let i = 0; i < word.length; i++) hash = mix(hash, word.charCodeAt(i));
    const mask = this.#slots.length - 1;
    for (let at = spread(hash) & mask; ; at = (at + 1) & mask) {
      const row = (this.#slots[at] ?? 0) - 1;
      if (row < 0 || this.#isWord(row, word)) return row;
    }
  }

  /** The word in that row. */
  wordAt(row: number): string {
    const [start, end] = this.#range(row);
    return String.fromCharCode(...this.#bytes.subarray(start, end));
  }

  #insert(row: number): void {
    const [start, end] = this.#range(row);
    let hash = 0;
    for (let i = start; i < end; i++) hash = mix(hash, this.#bytes[i] ?? 0);
    const mask = this.#slots.length - 1;
    let at = spread(hash) & mask;
    while (this.#slots[at] !== 0) at = (at + 1) & mask;
    this.#slots[at] = row + 1;
  }

  #isWord(row: number, word: string): boolean {
    const [start, end] = this.#range(row);
    if (end - start !== word.length) return false;
    for (let i = 0; i < word.length; i++) {
      if (this.#bytes[start + i] !== word.charCodeAt(i)) return false;
    }
    return true;
  }

  #range(row: number): [start: number, end: number] {
    return [this.#starts[row] ?? 0, (this.#starts[row + 1] ?? 1) - 1];
  }
}

function wordStarts(bytes: Uint8Array, count: number): Uint32Array {
  const starts = new Uint32Array(count + 1);
  let found = bytes.length > 0 ? 1 : 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === LINE_FEED) starts[found++] = i + 1;
  }
  if (found !== count) throw new RangeError(`${found} words where there should be ${count}`);
  starts[count] = bytes.length + 1;
  return starts;
}

/** FNV-1a. */
function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/** The low bits of FNV are its weakest, and the table goes by them. */
function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}
