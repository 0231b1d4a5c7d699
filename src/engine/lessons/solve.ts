/**
 * Solves `matrix · x = right` for a symmetric positive definite matrix, by its Cholesky factor (Golub and Van Loan,
 * Matrix Computations, 4.2). Works in place: `matrix` and `rights` are written over, `rights` with the answers.
 * @param matrix `size` rows of `size` numbers, one after the other
 * @param rights any number of right sides, each `size` long
 */
export function solve(matrix: Float64Array, size: number, rights: readonly Float64Array[]): void {
  const rows = Array.from({ length: size }, (_, row) => matrix.subarray(row * size, (row + 1) * size));
  for (const [i, row] of rows.entries()) {
    for (let j = 0; j < i; j++) {
      const other = rows[j] ?? row;
      row[j] = ((row[j] ?? 0) - dotOfFirst(j, row, other)) / (other[j] ?? 1);
    }
    row[i] = Math.sqrt((row[i] ?? 0) - dotOfFirst(i, row, row));
  }
  for (const right of rights) {
    for (const [i, row] of rows.entries()) {
      right[i] = ((right[i] ?? 0) - dotOfFirst(i, row, right)) / (row[i] ?? 1);
    }
    for (const [back, row] of rows.toReversed().entries()) {
      const i = size - 1 - back;
      const answer = (right[i] ?? 0) / (row[i] ?? 1);
      right[i] = answer;
      for (let j = 0; j < i; j++) right[j] = (right[j] ?? 0) - answer * (row[j] ?? 0);
    }
  }
}

/** The dot product of the first numbers of two rows. */
function dotOfFirst(count: number, a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += (a[k] ?? 0) * (b[k] ?? 0);
  return sum;
}
