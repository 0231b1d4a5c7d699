import { baseForms } from './base-forms.js';
import { ByteRows } from './byte-rows.js';
import { directionOf } from './direction-of.js';
import { WordIndex } from './word-index.js';

/** `bench/vectors/pack.py` writes the file and describes it. All numbers are little-endian. */
const MAGIC = 'PINCVEC1';
const HEADER_BYTES = 32;

export type ParsedVectors =
  | { readonly ok: true; readonly vectors: WordVectors }
  /** `reason` is for the log. */
  | { readonly ok: false; readonly reason: string };

/**
 * A table of English words and what they mean: for each a unit vector, near those of words that mean much the
 * same, and a weight that says how much the word tells of a text's meaning. Immutable; all of it is read where the
 * file's bytes stand.
 *
 * Cosines to go by: the same thing in other words 0.6 to 0.85 (buy, purchase), related 0.35 to 0.6 (fee,
 * price), opposites and things of a kind about 0.5, two words at random -0.18 to 0.21.
 */
export class WordVectors {
  /** How many words there are. A row is a word's place from 0, the most frequent first. */
  readonly size: number;
  /** How many numbers a vector has. */
  readonly width: number;
  readonly #rows: ByteRows;
  readonly #weights: Uint8Array;
  readonly #index: WordIndex;
  /** What a component of 1 is written as. */
  readonly #scale: number;
  /** What a weight byte of 1 is worth. */
  readonly #weightUnit: number;

  private constructor(file: Uint8Array, header: Header) {
    this.size = header.count;
    this.width = header.width;
    this.#scale = header.scale;
    this.#weightUnit = header.weightUnit;
    const cells = header.count * header.width;
    this.#rows = new ByteRows(file, HEADER_BYTES, header.width, header.count);
    const { bytes } = this.#rows;
    this.#weights = bytes.subarray(HEADER_BYTES + cells, HEADER_BYTES + cells + header.count);
    this.#index = new WordIndex(bytes.subarray(HEADER_BYTES + cells + header.count), header.count);
  }

  /** Reads the bytes of a `vectors.bin`, of which it keeps a copy. A file that is none is said to be, with the reason. */
  static parse(bytes: Uint8Array): ParsedVectors {
    const header = readHeader(bytes);
    if (typeof header === 'string') return { ok: false, reason: header };
    try {
      return { ok: true, vectors: new WordVectors(bytes, header) };
    } catch (error) {
      if (error instanceof RangeError) return { ok: false, reason: error.message };
      throw error;
    }
  }

  /**
   * The row of a word or, where only that is in the table, of what it is a form of (raincoats → raincoat);
   * -1 when neither is.
   * @param word as `tokenize` writes them: lower case, folded, without apostrophes
   */
  rowOf(word: string): number {
    const row = this.#index.rowOf(word);
    if (row >= 0) return row;
    for (const base of baseForms(word)) {
      const found = this.#index.rowOf(base);
      if (found >= 0) return found;
    }
    return -1;
  }

  /** The word in that row. */
  wordAt(row: number): string {
    return this.#index.wordAt(row);
  }

  /** The word's vector, `width` bytes that must not be written to; null when the table does not know it. */
  get(word: string): Int8Array | null {
    const row = this.rowOf(word);
    return row < 0 ? null : this.#rows.row(row);
  }

  /** How much the word in that row tells of a text's meaning: about 0.2 for “the”, 1 for most, at most 3. */
  weight(row: number): number {
    return (this.#weights[row] ?? 0) * this.#weightUnit;
  }

  /**
   * Cosines of the word in a row with the words in others, -1 to 1, right to about 0.005. Most of a question's time
   * goes by in here.
   * @param others where a row is -1, its cosine is 0
   * @param to where the cosines go, from `at` on
   */
  compare(row: number, others: readonly number[], to: Float32Array, at: number): void {
    this.#rows.products(row, others, to, at);
    const unit = this.#scale * this.#scale;
    for (let i = 0; i < others.length; i++)
      to[at + i] = others[i] === row ? 1 : Math.max(-1, Math.min(1, (to[at + i] ?? 0) / unit));
  }

  /**
   * The direction in which a text's words point together, each by its weight: a unit vector, so that the dot
   * product of two is their cosine. All zeros when no word is known.
   */
  sentenceVector(words: Iterable<string>): Float32Array {
    return directionOf(this.sum(words));
  }

  /** The sum of a text's words, each by its weight: those of two texts add up to that of both. */
  sum(words: Iterable<string>): Float32Array {
    const total = new Float32Array(this.width);
    for (const word of words) {
      const row = this.rowOf(word);
      if (row >= 0) this.#rows.add(row, this.weight(row), total);
    }
    return total;
  }
}

interface Header {
  readonly count: number;
  readonly width: number;
  readonly scale: number;
  readonly weightUnit: number;
}

function readHeader(bytes: Uint8Array): Header | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES || String.fromCharCode(...bytes.subarray(0, MAGIC.length)) !== MAGIC) {
    return 'it is not a table of word vectors';
  }
  const count = view.getUint32(8, true);
  const width = view.getUint32(12, true);
  const length = HEADER_BYTES + count * (width + 1) + view.getUint32(16, true);
  if (bytes.length !== length) return `it has ${bytes.length} bytes where there should be ${length}`;
  return { count, width, scale: view.getFloat32(20, true), weightUnit: view.getFloat32(24, true) };
}
