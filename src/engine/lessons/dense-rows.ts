import { loadKernel } from '../wasm/load-kernel.js';
import { type Dots, dotsKernel, QUAD, ROWS_AT_ONCE } from './dots-kernel.js';

/** Rows of numbers, of which many are multiplied with many: by a kernel in WebAssembly, where the processor has it. */
export class DenseRows {
  readonly count: number;
  /** Numbers from one row to the next: their width, made even. What is beyond the width stays 0. */
  readonly stride: number;
  /** All rows, one behind the other. */
  readonly numbers: Float32Array;
  readonly #sums: Float32Array;
  readonly #dots: Dots | null;
  readonly #sumsAt: number;

  constructor(count: number, width: number) {
    this.count = count;
    this.stride = upTo(width, QUAD);
    const length = upTo(count, ROWS_AT_ONCE) * this.stride;
    this.#sumsAt = 4 * length;
    const { memory, run } = loadKernel<Dots>(dotsKernel(), this.#sumsAt + 4 * ROWS_AT_ONCE * QUAD);
    this.numbers = new Float32Array(memory, 0, length);
    this.#sums = new Float32Array(memory, this.#sumsAt, ROWS_AT_ONCE * QUAD);
    this.#dots = run;
  }

  /** The numbers of a row, to be read and written. */
  row(place: number): Float32Array {
    return this.numbers.subarray(place * this.stride, (place + 1) * this.stride);
  }

  /**
   * The dot products of a row with four others, by their first numbers.
   * @param first place of the first of the four, which stand one behind the other
   * @param length how many numbers of each: a multiple of four
   * @param to where the four go
   */
  dots(place: number, first: number, length: number, to: Float64Array): void {
    if (length === 0) to.fill(0);
    else if (this.#dots) this.#byKernel(this.#dots, place, first, length, to);
    else this.#byHand(place, first, length, to);
  }

  #byKernel(dots: Dots, place: number, first: number, length: number, to: Float64Array): void {
    const stride = 4 * this.stride;
    dots(place * stride, first * stride, stride, length / QUAD, this.#sumsAt);
    const sums = this.#sums;
    for (let i = 0; i < ROWS_AT_ONCE; i++) {
      const at = i * QUAD;
      to[i] = (sums[at] ?? 0) + (sums[at + 1] ?? 0) + ((sums[at + 2] ?? 0) + (sums[at + 3] ?? 0));
    }
  }

  #byHand(place: number, first: number, length: number, to: Float64Array): void {
    const row = this.row(place);
    for (let i = 0; i < ROWS_AT_ONCE; i++) {
      const other = this.row(first + i);
      let sum = 0;
      for (let k = 0; k < length; k++) sum += (row[k] ?? 0) * (other[k] ?? 0);
      to[i] = sum;
    }
  }
}

function upTo(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}
