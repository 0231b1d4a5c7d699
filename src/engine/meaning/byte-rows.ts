import { loadKernel } from '../wasm/load-kernel.js';
import { NUMBER, type Products, productsKernel, STEP, WRITTEN } from './products-kernel.js';

/** Rows that one is multiplied with at a time. */
const AT_ONCE = 64;

/** Rows of signed bytes, of which one is multiplied with several: by a kernel in WebAssembly, where the processor has it. */
export class ByteRows {
  /** What was handed in, where the kernel has it. */
  readonly bytes: Uint8Array;
  readonly #rows: Int8Array;
  readonly #list: Int32Array;
  readonly #sums: Int32Array;
  /** null where the processor cannot run it, or the rows have an odd width. */
  readonly #products: Products | null;

  /**
   * @param bytes what the rows stand in; copied
   * @param start where the first row begins in it
   * @param count how many rows there are, one behind the other
   */
  constructor(
    bytes: Uint8Array,
    private readonly start: number,
    private readonly width: number,
    count: number,
  ) {
    const listAt = Math.ceil(bytes.length / NUMBER) * NUMBER;
    const sumsAt = listAt + AT_ONCE * NUMBER;
    const { memory, run } = loadKernel<Products>(productsKernel(), sumsAt + AT_ONCE * NUMBER + WRITTEN);
    this.bytes = new Uint8Array(memory, 0, bytes.length);
    this.bytes.set(bytes);
    this.#rows = new Int8Array(memory, start, count * width);
    this.#list = new Int32Array(memory, listAt, AT_ONCE);
    this.#sums = new Int32Array(memory, sumsAt, AT_ONCE);
    this.#products = width > 0 && width % STEP === 0 ? run : null;
  }

  /** A row, which must not be written to. */
  row(place: number): Int8Array {
    return this.#rows.subarray(place * this.width, (place + 1) * this.width);
  }

  /** Adds a row to a sum, each of its numbers times a weight. */
  add(place: number, weight: number, to: Float32Array): void {
    const rows = this.#rows;
    const start = place * this.width;
    for (let i = 0; i < this.width; i++) to[i] = (to[i] ?? 0) + weight * (rows[start + i] ?? 0);
  }

  /**
   * The dot products of a row with others.
   * @param others where a place is -1, the product is 0
   * @param to where they go, from `at` on
   */
  products(place: number, others: readonly number[], to: Float32Array, at: number): void {
    if (!this.#products) {
      for (const [i, other] of others.entries()) to[at + i] = this.#byHand(place, other);
      return;
    }
    const { start, width } = this;
    for (let first = 0; first < others.length; first += AT_ONCE) {
      const count = Math.min(AT_ONCE, others.length - first);
      for (let i = 0; i < count; i++) this.#list[i] = start + Math.max(0, others[first + i] ?? 0) * width;
      this.#products(
        start + place * width,
        this.#list.byteOffset,
        count,
        width / STEP,
        this.#sums.byteOffset,
      );
      for (let i = 0; i < count; i++)
        to[at + first + i] = (others[first + i] ?? -1) < 0 ? 0 : (this.#sums[i] ?? 0);
    }
  }

  #byHand(place: number, other: number): number {
    if (other < 0) return 0;
    const [one, two] = [this.row(place), this.row(other)];
    let sum = 0;
    for (let i = 0; i < one.length; i++) sum += (one[i] ?? 0) * (two[i] ?? 0);
    return sum;
  }
}
