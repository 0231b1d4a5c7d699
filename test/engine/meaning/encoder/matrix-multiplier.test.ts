import { expect, it } from 'vitest';
import type { Matrix } from '../../../../src/engine/meaning/encoder/encoder-file.js';
import { MatrixMultiplier } from '../../../../src/engine/meaning/encoder/matrix-multiplier.js';

const INS = 32;
const OUTS = 6;
/** Row by row, as one reads them. */
const rows = Array.from({ length: OUTS }, (_, out) =>
  Array.from({ length: INS }, (_, i) => ((out * 37 + i * 53) % 255) - 127),
);

/** The same in the order of the file: of two rows eight numbers each, then the next eight. */
function packed(): Int8Array {
  const bytes: number[] = [];
  for (let out = 0; out < OUTS; out += 2) {
    for (let i = 0; i < INS; i += 8)
      for (const row of [rows[out], rows[out + 1]]) bytes.push(...(row ?? []).slice(i, i + 8));
  }
  return Int8Array.from(bytes);
}

const matrix: Matrix = {
  ins: INS,
  outs: OUTS,
  at: 16,
  scales: Float32Array.from(rows, (_, out) => 0.01 * (out + 1)),
  bias: Float32Array.from(rows, (_, out) => out - 2),
};

it.each([1, 3, 4, 5, 8])('multiplies %i rows as one would by hand', (count) => {
  const weights = Int8Array.from([...new Int8Array(16), ...packed()]);
  const multiplier = MatrixMultiplier.create(weights, [matrix], 8);
  const input = Float32Array.from({ length: count * INS }, (_, i) => Math.sin(i * i));
  const output = new Float32Array(count * OUTS);

  multiplier?.apply(matrix, input, count, output);

  const byHand = Array.from({ length: count * OUTS }, (_, place) => {
    const out = place % OUTS;
    const from = Math.floor(place / OUTS) * INS;
    const sum = (rows[out] ?? []).reduce((total, weight, i) => total + weight * (input[from + i] ?? 0), 0);
    return sum * (matrix.scales[out] ?? 0) + (matrix.bias[out] ?? 0);
  });
  expect(byHand.filter((value, place) => Math.abs(value - (output[place] ?? 0)) > 0.01)).toEqual([]);
});

it('makes nothing but the bias of a row of zeros, whatever was multiplied before', () => {
  const multiplier = MatrixMultiplier.create(packed(), [{ ...matrix, at: 0 }], 4);
  const output = new Float32Array(OUTS);
  multiplier?.apply({ ...matrix, at: 0 }, new Float32Array(INS).fill(3), 1, output);

  multiplier?.apply({ ...matrix, at: 0 }, new Float32Array(INS), 1, output);

  expect([...output]).toEqual([-2, -1, 0, 1, 2, 3]);
});
