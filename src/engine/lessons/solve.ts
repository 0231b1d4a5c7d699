import type { DenseRows } from './dense-rows.js';
import { ROWS_AT_ONCE } from './dots-kernel.js';

/**
 * Solves `matrix · x = right` for a symmetric positive definite matrix, by its Cholesky factor (Golub and Van Loan,
 * Matrix Computations, 4.2), as exact as numbers of 32 bits are. A row at a step. Works in place: `matrix` and `rights` are written over,
 * `rights` with the answers.
 * @param matrix as wide as it has rows; what is above its diagonal is not looked at
 * @param rights any number of right sides, each as long
 */
export function* solveInSteps(
  matrix: DenseRows,
  rights: readonly Float64Array[],
): Generator<undefined, void> {
  const diagonal = new Float64Array(matrix.count);
  for (let row = 0; row < matrix.count; row++) {
    factorRow(matrix, row, diagonal);
    yield;
  }
  // Row by row for all right sides, as the whole matrix is too large to be fetched anew for each.
  for (let row = 0; row < matrix.count; row++) {
    for (const right of rights) forwards(right, matrix, row, diagonal);
    yield;
  }
  for (let row = matrix.count - 1; row >= 0; row--) {
    for (const right of rights) backwards(right, matrix, row, diagonal);
    yield;
  }
}

const products = new Float64Array(ROWS_AT_ONCE);

/**
 * Turns a row into one of the Cholesky factor, whose diagonal is kept apart. Four rows above at a time: what they share
 * is multiplied by the kernel, the little triangle that is left by hand.
 */
function factorRow(matrix: DenseRows, place: number, diagonal: Float64Array): void {
  const { numbers, stride } = matrix;
  const row = place * stride;
  let square = 0;
  for (let first = 0; first < place; first += ROWS_AT_ONCE) {
    matrix.dots(place, first, first, products);
    const end = Math.min(first + ROWS_AT_ONCE, place);
    for (let j = first; j < end; j++) {
      let rest = (numbers[row + j] ?? 0) - (products[j - first] ?? 0);
      for (let k = first; k < j; k++) rest -= (numbers[row + k] ?? 0) * (numbers[j * stride + k] ?? 0);
      const value = rest / (diagonal[j] ?? 1);
      numbers[row + j] = value;
      square += value * value;
    }
  }
  diagonal[place] = Math.sqrt((numbers[row + place] ?? 0) - square);
}

/** Solves for a right side as far as one row of the factor goes, those above it being done. */
function forwards(
  right: Float64Array,
  { numbers, stride }: DenseRows,
  row: number,
  diagonal: Float64Array,
): void {
  const start = row * stride;
  let sum = 0;
  for (let k = 0; k < row; k++) sum += (numbers[start + k] ?? 0) * (right[k] ?? 0);
  right[row] = ((right[row] ?? 0) - sum) / (diagonal[row] ?? 1);
}

/** The same with the factor on its side, those below being done. */
function backwards(
  right: Float64Array,
  { numbers, stride }: DenseRows,
  row: number,
  diagonal: Float64Array,
): void {
  const start = row * stride;
  const answer = (right[row] ?? 0) / (diagonal[row] ?? 1);
  right[row] = answer;
  for (let k = 0; k < row; k++) right[k] = (right[k] ?? 0) - answer * (numbers[start + k] ?? 0);
}
