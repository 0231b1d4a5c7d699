import { DenseRows } from './dense-rows.js';
import { ROWS_AT_ONCE } from './dots-kernel.js';
import { FeatureProducts } from './feature-products.js';
import { VECTORS_AT_ONCE } from './features-kernel.js';
import type { Multiply } from './solve.js';
import type { SpellingIndex } from './spelling.js';

/** Rows that are multiplied at a step. */
const ROWS_A_STEP = 64;

/**
 * How near lessons are to each other, as a matrix to multiply with, which is never written down: it would grow with the
 * square of their number.
 * @param spelt compares how they are spelt
 * @param spellingCounts how much that counts
 * @param meant a row a lesson: the dot product of two is how near they are in meaning
 * @param ridge what is added to the likeness of each to itself
 * @param most how many vectors are multiplied at a time
 */
export function likenessOf(
  spelt: SpellingIndex,
  spellingCounts: number,
  meant: readonly Float32Array[],
  ridge: number,
  most: number,
): Multiply {
  const count = meant.length;
  const width = meant[0]?.length ?? 0;
  // Behind the rows are those that they are multiplied with.
  const spelling = new FeatureProducts(spelt.features(), count);
  const rows = new DenseRows(upToFour(count) + most, width);
  const columns = new DenseRows(upToFour(width) + most, count);
  for (const [lesson, own] of meant.entries()) {
    rows.row(lesson).set(own);
    for (const [i, value] of own.entries()) columns.numbers[i * columns.stride + lesson] = value;
  }
  return function* multiply(vectors, to) {
    for (const [i, vector] of vectors.entries()) {
      columns.row(upToFour(width) + i).set(vector);
      to[i]?.set(vector.map((value) => ridge * value));
    }
    for (let first = 0; first < vectors.length; first += VECTORS_AT_ONCE) {
      const end = first + VECTORS_AT_ONCE;
      spelling.add(spellingCounts, vectors.slice(first, end), to.slice(first, end));
      yield;
    }
    const sums = vectors.map((_, i) => rows.row(upToFour(count) + i).fill(0));
    yield* addRowProducts(columns, width, sums);
    yield* addRowProducts(rows, count, to);
  };
}

/**
 * Multiplies each of the first rows with each of those behind them.
 * @param to as many as there are rows behind, each as long as there are first ones; what is there is added to
 */
function* addRowProducts(
  rows: DenseRows,
  count: number,
  to: readonly (Float32Array | Float64Array)[],
): Generator<undefined, void> {
  for (let row = 0; row < count; row++) {
    for (let first = 0; first < to.length; first += ROWS_AT_ONCE)
      addFour(rows, row, upToFour(count) + first, to, first);
    if (row % ROWS_A_STEP === 0) yield;
  }
}

// A loop that turns often stands outside of generators, which are compiled less well.

const products = new Float64Array(ROWS_AT_ONCE);

function addFour(
  rows: DenseRows,
  row: number,
  others: number,
  to: readonly (Float32Array | Float64Array)[],
  first: number,
): void {
  rows.dots(row, others, rows.stride, products);
  for (let i = 0; i < ROWS_AT_ONCE; i++) {
    const sums = to[first + i];
    if (sums) sums[row] = (sums[row] ?? 0) + (products[i] ?? 0);
  }
}

function upToFour(value: number): number {
  return Math.ceil(value / ROWS_AT_ONCE) * ROWS_AT_ONCE;
}
