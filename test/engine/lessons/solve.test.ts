import fc from 'fast-check';
import { expect, it } from 'vitest';
import { solve } from '../../../src/engine/lessons/solve.js';

it('finds what a symmetric positive definite matrix was multiplied with', () => {
  const numbers = (length: number) =>
    fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: length, maxLength: length });
  const systems = fc
    .integer({ min: 1, max: 6 })
    .chain((size) => fc.tuple(fc.constant(size), numbers(size * size), numbers(size)));
  fc.assert(
    fc.property(systems, ([size, root, answer]) => {
      const cell = (row: number, column: number) =>
        Array.from({ length: size }).reduce<number>(
          (sum, _, k) => sum + (root[row * size + k] ?? 0) * (root[column * size + k] ?? 0),
          row === column ? 1 : 0,
        );
      const matrix = Float64Array.from({ length: size * size }, (_, i) =>
        cell(Math.floor(i / size), i % size),
      );
      const right = Float64Array.from({ length: size }, (_, row) =>
        answer.reduce((sum, value, column) => sum + cell(row, column) * value, 0),
      );

      solve(matrix, size, [right]);

      for (const [i, value] of answer.entries()) expect(right[i]).toBeCloseTo(value, 6);
    }),
  );
});
