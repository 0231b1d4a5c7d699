import {
  add,
  addFourFloats,
  constant,
  get,
  I32,
  load,
  loadFourTimes,
  loadNumber,
  moduleOf,
  multiplyFourFloats,
  repeat,
  set,
  store,
  V128,
  zeros,
} from '../wasm/wasm-code.js';

/** Vectors that are multiplied at a time: their numbers for a text stand side by side. */
export const VECTORS_AT_ONCE = 4;
/** Bytes of one number of each of them. */
export const TEXT_BYTES = 4 * VECTORS_AT_ONCE;
/** Bytes of a feature's number of texts, and of each of them. */
export const COUNT_BYTES = 4;
export const ENTRY_BYTES = 8;

/**
 * Adds to `to`, for each feature, what the vectors have at its texts, summed by its weights, at each of these texts by its
 * weight. All but the number of features, which is 1 or more, are addresses in the memory. A feature is the number of its
 * texts, 1 or more, and for each its place times `TEXT_BYTES` and the weight.
 */
export type AddFeatures = (features: number, entries: number, vectors: number, to: number) => void;

const [FEATURES, ENTRY, VECTORS, TO] = [0, 1, 2, 3] as const;
const [FIRST, COUNT, PLACE] = [4, 5, 6] as const;
const SUM = 7;

/** The bytes of a WebAssembly module whose kernel is an `AddFeatures`. */
export function featuresKernel(): Uint8Array {
  const next = set(ENTRY, add(get(ENTRY), constant(ENTRY_BYTES)));
  const weight = loadFourTimes(get(ENTRY), 4);
  const forAll = (body: readonly (readonly number[])[]) => [
    set(COUNT, loadNumber(get(FIRST))),
    set(ENTRY, add(get(FIRST), constant(COUNT_BYTES))),
    repeat(COUNT, [...body, next]),
  ];
  const at = (start: number) => add(get(start), loadNumber(get(ENTRY)));
  return moduleOf({
    parameters: 4,
    locals: [
      [3, I32],
      [1, V128],
    ],
    instructions: [
      repeat(FEATURES, [
        set(FIRST, get(ENTRY)),
        set(SUM, zeros()),
        ...forAll([set(SUM, addFourFloats(get(SUM), multiplyFourFloats(weight, load(at(VECTORS), 0))))]),
        ...forAll([
          set(PLACE, at(TO)),
          store(get(PLACE), addFourFloats(load(get(PLACE), 0), multiplyFourFloats(weight, get(SUM))), 0),
        ]),
      ]),
    ],
  });
}
