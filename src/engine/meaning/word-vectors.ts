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

/** Finds the rows of a word, the one that stands for it first; none where it is not known. */
type Lookup = (word: string) => readonly number[];

/**
 * A table of English words and what they mean: for each a unit vector, near those of words that mean much the
 * same, and a weight that says how much the word tells of a text's meaning. Immutable; all of it is read where the
 * file's bytes stand.
 *
 * Cosines to go by: the same thing in other words 0.6 to 0.85 (buy, purchase), related 0.35 to 0.6 (fee,
 * price), opposites and things of a kind about 0.5, two words at random -0.18 to 0.21.
 */
export class WordVectors {
  /**
   * The rows of a word or, where only that is in the table, of what it is a form of (raincoats → raincoat). An English
   * word has one at most. A row is a word's place from 0, the most frequent first.
   * @param word as `tokenize` writes them: lower case, folded, without apostrophes
   */
  readonly rowsOf: Lookup;
  readonly #table: Table;

  private constructor(table: Table, rowsOf: Lookup) {
    this.#table = table;
    this.rowsOf = rowsOf;
  }

  /** Reads the bytes of a `vectors.bin`, of which it keeps a copy. A file that is none is said to be, with the reason. */
  static parse(bytes: Uint8Array): ParsedVectors {
    const header = readHeader(bytes);
    if (typeof header === 'string') return { ok: false, reason: header };
    try {
      const table = readTable(bytes, header);
      return { ok: true, vectors: new WordVectors(table, (word) => rowsOfForm(word, table.index)) };
    } catch (error) {
      if (error instanceof RangeError) return { ok: false, reason: error.message };
      throw error;
    }
  }

  /** The same table for words of another language, whose rows are those of what they mean in English. */
  readBy(rowsOf: Lookup): WordVectors {
    return new WordVectors(this.#table, rowsOf);
  }

  /** The row that stands for a word; -1 when it is not known. */
  rowOf(word: string): number {
    return this.rowsOf(word)[0] ?? -1;
  }

  /** How many words there are. */
  get size(): number {
    return this.#table.size;
  }

  /** How many numbers a vector has. */
  get width(): number {
    return this.#table.width;
  }

  /** The word in that row. */
  wordAt(row: number): string {
    return this.#table.index.wordAt(row);
  }

  /** The word's vector, `width` bytes that must not be written to; null when the table does not know it. */
  get(word: string): Int8Array | null {
    const row = this.rowOf(word);
    return row < 0 ? null : this.#table.rows.row(row);
  }

  /** How much the word in that row tells of a text's meaning: about 0.2 for “the”, 1 for most, at most 3. */
  weight(row: number): number {
    return (this.#table.weights[row] ?? 0) * this.#table.weightUnit;
  }

  /**
   * Cosines of the word in a row with the words in others, -1 to 1, right to about 0.005. Most of a question's time
   * goes by in here.
   * @param others where a row is -1, its cosine is 0
   * @param to where the cosines go, from `at` on
   */
  compare(row: number, others: readonly number[], to: Float32Array, at: number): void {
    const { rows, scale } = this.#table;
    rows.products(row, others, to, at);
    const unit = scale * scale;
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
      for (const row of this.rowsOf(word)) this.#table.rows.add(row, this.weight(row), total);
    }
    return total;
  }
}

interface Table {
  readonly size: number;
  readonly width: number;
  readonly rows: ByteRows;
  readonly weights: Uint8Array;
  readonly index: WordIndex;
  /** What a component of 1 is written as. */
  readonly scale: number;
  /** What a weight byte of 1 is worth. */
  readonly weightUnit: number;
}

/** @throws RangeError when the words are more or fewer than the header says */
function readTable(file: Uint8Array, { count, width, scale, weightUnit }: Header): Table {
  const cells = count * width;
  const rows = new ByteRows(file, HEADER_BYTES, width, count);
  const { bytes } = rows;
  const weights = bytes.subarray(HEADER_BYTES + cells, HEADER_BYTES + cells + count);
  const index = new WordIndex(bytes.subarray(HEADER_BYTES + cells + count), count);
  return { size: count, width, rows, weights, index, scale, weightUnit };
}

const NONE: readonly number[] = [];

function rowsOfForm(word: string, index: WordIndex): readonly number[] {
  const row = index.rowOf(word);
  if (row >= 0) return [row];
  for (const base of baseForms(word)) {
    const found = index.rowOf(base);
    if (found >= 0) return [found];
  }
  return NONE;
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
