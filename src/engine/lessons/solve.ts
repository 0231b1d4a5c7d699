/**
 * Solves `matrix · x = right` for a symmetric positive definite matrix, by its Cholesky factor (Golub and Van Loan,
 * Matrix Computations, 4.2). Works in place: `matrix` and `rights` are written over, `rights` with the answers.
 * @param matrix `size` rows of `size` numbers, one after the other
 * @param rights any number of right sides, each `size` long
 */
export function solve(matrix: Float64Array, size: number, rights: readonly Float64Array[]): void {
  const at = (row: number, column: number) => matrix[row * size + column] ?? 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = at(row, column);
      for (let k = 0; k < column; k++) rest -= at(row, k) * at(column, k);
      matrix[row * size + column] = row === column ? Math.sqrt(rest) : rest / at(column, column);
    }
  }
  for (const right of rights) {
    for (let row = 0; row < size; row++) {
      let rest = right[row] ?? 0;
      for (let k = 0; k < row; k++) rest -= at(row, k) * (right[k] ?? 0);
      right[row] = rest / at(row, row);
    }
    for (let row = size - 1; row >= 0; row--) {
      let rest = right[row] ?? 0;
      for (let k = row + 1; k < size; k++) rest -= at(k, row) * (right[k] ?? 0);
      right[row] = rest / at(row, row);
    }
  }
}
