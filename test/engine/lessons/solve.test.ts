import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DenseRows } from '../../../src/engine/lessons/dense-rows.js';
import { solveInSteps } from '../../../src/engine/lessons/solve.js';

it('finds what a symmetric positive definite matrix was multiplied with', () => {
  const numbers = (length: number) =>
    fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: length, maxLength: length });
  const systems = fc
    .integer({ min: 1, max: 14 })
    .chain((size) => fc.tuple(fc.constant(size), numbers(size * size), numbers(size)));
  fc.assert(
    fc.property(systems, ([size, root, answer]) => {
      const cell = (row: number, column: number) =>
        Array.from({ length: size }).reduce<number>(
          (sum, _, k) => sum + (root[row * size + k] ?? 0) * (root[column * size + k] ?? 0),
          row === column ? 1 : 0,
        );
      const matrix = new DenseRows(size, size);
      for (let row = 0; row < size; row++)
        matrix.row(row).set(Array.from({ length: size }, (_, column) => cell(row, column)));
      const right = Float64Array.from({ length: size }, (_, row) =>
        answer.reduce((sum, value, column) => sum + cell(row, column) * value, 0),
      );

      for (const _ of solveInSteps(matrix, [right]));

      for (const [i, value] of answer.entries()) expect(right[i]).toBeCloseTo(value, 2);
    }),
  );
});
