import { Comparer } from '../../../src/engine/meaning/comparer.js';

/** A comparer that has learnt nothing: it finds everything equally far from everything. */
export function silentComparer(width = 4): Comparer {
  return new Comparer({ width, numbers: new Float32Array(Comparer.countNumbers(width)) });
}
