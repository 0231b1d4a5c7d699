import type { Norm } from './encoder-file.js';

/** Keeps a row of equal numbers from being divided by 0. */
const EPSILON = 1e-6;

/**
 * Brings each row to mean 0 and deviation 1, then scales and shifts it (layer normalisation: Ba, Kiros and
 * Hinton, 2016).
 */
export function normalise(from: Float32Array, rows: number, { scale, shift }: Norm, to: Float32Array): void {
  const width = scale.length;
  for (let start = 0; start < rows * width; start += width) {
    let mean = 0;
    for (let i = 0; i < width; i++) mean += from[start + i] ?? 0;
    mean /= width;
    let variance = 0;
    for (let i = 0; i < width; i++) variance += ((from[start + i] ?? 0) - mean) ** 2;
    const factor = 1 / Math.sqrt(variance / width + EPSILON);
    for (let i = 0; i < width; i++)
      to[start + i] = ((from[start + i] ?? 0) - mean) * factor * (scale[i] ?? 0) + (shift[i] ?? 0);
  }
}
