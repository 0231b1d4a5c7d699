import { loadKernel } from '../../wasm/load-kernel.js';
import type { Matrix } from './encoder-file.js';
import { CHUNK, type Multiply, multiplyKernel, OUTS_AT_ONCE, ROWS_AT_ONCE, STEP } from './multiply-kernel.js';

/**
 * What the largest number of a row becomes: with 2,064 numbers a row, all as large as can be, a sum of products
 * with weights of up to 127 still has room in 32 bits.
 */
const LARGEST = 8191;
export const LONGEST_INPUT = Math.floor((2 ** 31 - 1) / (127 * LARGEST));

/**
 * Multiplies rows of numbers with matrices of bytes. The rows are rounded to 14 bits, each to its own scale,
 * which costs nothing measurable beside the rounding of the matrices.
 */
export class MatrixMultiplier {
  readonly #multiply: Multiply;
  readonly #inputAt: number;
  readonly #outputAt: number;
  readonly #input: Int16Array;
  readonly #output: Int32Array;
  readonly #scales: Float32Array;

  private constructor(multiply: Multiply, memory: ArrayBuffer, at: readonly number[], rows: number) {
    const [, inputAt = 0, outputAt = 0, end = 0] = at;
    this.#multiply = multiply;
    this.#inputAt = inputAt;
    this.#outputAt = outputAt;
    this.#input = new Int16Array(memory, inputAt, (outputAt - inputAt) / 2);
    this.#output = new Int32Array(memory, outputAt, (end - outputAt) / 4);
    this.#scales = new Float32Array(rows);
  }

  /**
   * @param weights the bytes of all matrices, which are copied
   * @param matrices all that will be multiplied with
   * @param mostRows the most rows at a time
   * @returns null where the processor lacks the instructions: x86 from before 2008
   */
  static create(weights: Int8Array, matrices: readonly Matrix[], mostRows: number): MatrixMultiplier | null {
    const rows = upTo(mostRows, ROWS_AT_ONCE);
    const widest = (of: (matrix: Matrix) => number) => Math.max(...matrices.map(of));
    const inputAt = upTo(weights.length, 16);
    const outputAt = inputAt + rows * widest(({ ins }) => ins) * 2;
    const end = outputAt + rows * widest(({ outs }) => outs) * 4;
    const { memory, run } = loadKernel<Multiply>(multiplyKernel(), end);
    if (!run) return null;
    new Int8Array(memory).set(weights);
    return new MatrixMultiplier(run, memory, [0, inputAt, outputAt, end], rows);
  }

  /**
   * For each row and each output of the matrix, the weighted sum of the row's numbers and the output's bias.
   * @param input `count` rows, one behind the other
   * @param output where the results go, in the same way
   */
  apply(matrix: Matrix, input: Float32Array, count: number, output: Float32Array): void {
    const { ins, outs, at } = matrix;
    const blocks = Math.ceil(count / ROWS_AT_ONCE);
    for (let row = 0; row < blocks * ROWS_AT_ONCE; row++) this.#takeIn(input, row, row < count, ins);
    this.#multiply(this.#inputAt, blocks, at, outs / OUTS_AT_ONCE, ins / STEP, this.#outputAt);
    for (let row = 0; row < count; row++) this.#putOut(matrix, row, blocks, output);
  }

  /** Rounds a row and puts it where the kernel looks for it; a row beyond the last is all zeros. */
  #takeIn(input: Float32Array, row: number, isThere: boolean, ins: number): void {
    const from = row * ins;
    let largest = 0;
    if (isThere) {
      for (let i = from; i < from + ins; i++) largest = Math.max(largest, Math.abs(input[i] ?? 0));
    }
    this.#scales[row] = largest / LARGEST;
    const factor = largest === 0 ? 0 : LARGEST / largest;
    const block = row - (row % ROWS_AT_ONCE);
    let to = block * ins + (row % ROWS_AT_ONCE) * CHUNK;
    for (let i = 0; i < ins; i += CHUNK, to += CHUNK * ROWS_AT_ONCE) {
      for (let k = 0; k < CHUNK; k++)
        this.#input[to + k] = isThere ? Math.round((input[from + i + k] ?? 0) * factor) : 0;
    }
  }

  #putOut({ outs, scales, bias }: Matrix, row: number, blocks: number, output: Float32Array): void {
    const scale = this.#scales[row] ?? 0;
    const stride = blocks * ROWS_AT_ONCE * OUTS_AT_ONCE;
    const place = row % ROWS_AT_ONCE;
    let from = (row - place) * OUTS_AT_ONCE + place;
    let to = row * outs;
    for (let out = 0; out < outs; out += OUTS_AT_ONCE, from += stride) {
      for (let k = 0; k < OUTS_AT_ONCE; k++, to++) {
        const sum = this.#output[from + k * ROWS_AT_ONCE] ?? 0;
        output[to] = sum * scale * (scales[out + k] ?? 0) + (bias[out + k] ?? 0);
      }
    }
  }
}

function upTo(count: number, multiple: number): number {
  return Math.ceil(count / multiple) * multiple;
}
