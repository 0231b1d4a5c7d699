import fc from 'fast-check';
import { expect, it } from 'vitest';
import { solveInSteps } from '../../../src/engine/lessons/solve.js';

it('finds what a symmetric positive definite matrix was multiplied with', () => {
  const numbers = (length: number) =>
    fc.array(fc.double({ min: -2, max: 2, noNaN: true }), { minLength: length, maxLength: length });
  const systems = fc
    .integer({ min: 1, max: 14 })
    .chain((size) => fc.tuple(fc.constant(size), numbers(size * size), numbers(size), numbers(size)));
  fc.assert(
    fc.property(systems, ([size, root, ...answers]) => {
      const cell = (row: number, column: number) =>
        Array.from({ length: size }).reduce<number>(
          (sum, _, k) => sum + (root[row * size + k] ?? 0) * (root[column * size + k] ?? 0),
          row === column ? 1 : 0,
        );
      const product = (vector: ArrayLike<number>) =>
        Float64Array.from({ length: size }, (_, row) =>
          Array.from(vector).reduce((sum, value, column) => sum + cell(row, column) * value, 0),
        );
      function* multiply(vectors: readonly Float64Array[], to: readonly Float64Array[]) {
        for (const [i, vector] of vectors.entries()) to[i]?.set(product(vector));
        yield;
      }

      const steps = solveInSteps(multiply, answers.map(product));
      let step = steps.next();
      while (!step.done) step = steps.next();

      for (const [i, answer] of answers.entries()) {
        const right = product(answer);
        const left = product(step.value[i] ?? []).map((value, row) => value - (right[row] ?? 0));
        expect(Math.hypot(...left)).toBeLessThanOrEqual(0.0101 * Math.hypot(...right) + 1e-9);
      }
    }),
  );
});
