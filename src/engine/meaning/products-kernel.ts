import {
  add,
  addFour,
  addNeighbours,
  type Code,
  constant,
  dot,
  get,
  I32,
  loadNumber,
  loadWidened,
  moduleOf,
  repeat,
  set,
  store,
  V128,
  zeros,
} from '../wasm/wasm-code.js';

/** A row must be a multiple of this long. */
export const STEP = 16;
/** Numbers that are widened at a time. */
const CHUNK = 8;
/** Bytes of a number of the list, and of a sum; and of what a sum is written with. */
export const NUMBER = 4;
export const WRITTEN = 16;

/**
 * The dot products of a row of signed bytes with others. All but `count` and `steps`, which are 1 or more, are byte
 * addresses in the memory: of the row, of a list of the others' addresses, and of where the sums go. The last sum is
 * written with `WRITTEN` bytes.
 */
export type Products = (row: number, list: number, count: number, steps: number, sums: number) => void;

const [ROW, LIST, COUNT, STEPS, SUMS] = [0, 1, 2, 3, 4] as const;
const [FROM, WITH, LEFT] = [5, 6, 7] as const;
const SUM = 8;

/** The bytes of a WebAssembly module whose kernel is a `Products`. */
export function productsKernel(): Uint8Array {
  const addProducts = (offset: number): Code =>
    set(SUM, addFour(get(SUM), dot(loadWidened(get(FROM), offset), loadWidened(get(WITH), offset))));
  const fold = set(SUM, addNeighbours(get(SUM), get(SUM)));
  return moduleOf({
    parameters: 5,
    locals: [
      [3, I32],
      [1, V128],
    ],
    instructions: [
      repeat(COUNT, [
        set(FROM, get(ROW)),
        set(WITH, loadNumber(get(LIST))),
        set(SUM, zeros()),
        set(LEFT, get(STEPS)),
        repeat(LEFT, [
          addProducts(0),
          addProducts(CHUNK),
          set(FROM, add(get(FROM), constant(STEP))),
          set(WITH, add(get(WITH), constant(STEP))),
        ]),
        fold,
        fold,
        store(get(SUMS), get(SUM), 0),
        set(LIST, add(get(LIST), constant(NUMBER))),
        set(SUMS, add(get(SUMS), constant(NUMBER))),
      ]),
    ],
  });
}
