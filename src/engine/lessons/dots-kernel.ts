import {
  add,
  addFourFloats,
  type Code,
  constant,
  get,
  I32,
  load,
  moduleOf,
  multiplyFourFloats,
  repeat,
  set,
  store,
  V128,
  zeros,
} from '../wasm/wasm-code.js';

/** Rows that one row is multiplied with at a time. */
export const ROWS_AT_ONCE = 4;
/** Numbers that an instruction takes. */
export const QUAD = 4;

/**
 * The dot products of a row with four others that stand one behind the other, as far as `quads` goes: for each of them
 * four sums, which are to be added up. All but `quads`, which is 1 or more, are bytes: addresses in the memory, and from
 * one row to the next.
 */
export type Dots = (row: number, others: number, stride: number, quads: number, sums: number) => void;

const [ROW, FIRST, STRIDE, QUADS, SUMS] = [0, 1, 2, 3, 4] as const;
/** Where the four others are read; the first at its parameter. */
const OTHERS = [FIRST, 5, 6, 7] as const;
const LEFT = 8;
/** A sum for each of the others. */
const SUM = 9;
const BYTES = QUAD * 4;

/** The bytes of a WebAssembly module whose kernel is a `Dots`. */
export function dotsKernel(): Uint8Array {
  const places = OTHERS.slice(1).map((other, i) => set(other, add(get(OTHERS[i] ?? FIRST), get(STRIDE))));
  const empty = OTHERS.map((_, i) => set(SUM + i, zeros()));
  const products = OTHERS.map((other, i): Code => {
    const product = multiplyFourFloats(get(LEFT), load(get(other), 0));
    return set(SUM + i, addFourFloats(get(SUM + i), product));
  });
  const onwards = [ROW, ...OTHERS].map((place) => set(place, add(get(place), constant(BYTES))));
  return moduleOf({
    parameters: 5,
    locals: [
      [OTHERS.length - 1, I32],
      [1 + OTHERS.length, V128],
    ],
    instructions: [
      ...places,
      ...empty,
      repeat(QUADS, [set(LEFT, load(get(ROW), 0)), ...products, ...onwards]),
      ...OTHERS.map((_, i) => store(get(SUMS), get(SUM + i), i * BYTES)),
    ],
  });
}
