import { expect, it } from 'vitest';
import { DenseRows } from '../../../src/engine/lessons/dense-rows.js';

it('multiplies a row with four others, as far as it is told to', () => {
  const rows = new DenseRows(5, 9);
  for (let i = 0; i < 5; i++) rows.row(i).set(Array.from({ length: 9 }, (_, k) => (i + 1) * (k + 1)));
  const products = new Float64Array(4);

  rows.dots(0, 1, 8, products);
  const most = [...products];
  rows.dots(4, 0, 4, products);
  const few = [...products];
  rows.dots(4, 0, 0, products);

  const squares = (count: number) => (count * (count + 1) * (2 * count + 1)) / 6;
  expect(most).toEqual([2, 3, 4, 5].map((times) => times * squares(8)));
  expect(few).toEqual([1, 2, 3, 4].map((times) => 5 * times * squares(4)));
  expect([...products]).toEqual([0, 0, 0, 0]);
});

it('keeps the width that is no multiple of four to itself', () => {
  const rows = new DenseRows(4, 3);
  for (let i = 0; i < 4; i++) rows.row(i).set([1, 2, 3]);
  const products = new Float64Array(4);

  rows.dots(0, 0, rows.row(0).length, products);

  expect([...products]).toEqual([14, 14, 14, 14]);
});
