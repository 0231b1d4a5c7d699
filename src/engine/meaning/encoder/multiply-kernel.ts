import {
  add,
  addFour,
  addNeighbours,
  type Code,
  constant,
  dot,
  get,
  I32,
  load,
  loadWidened,
  moduleOf,
  multiply,
  repeat,
  set,
  store,
  V128,
  zeros,
} from '../../wasm/wasm-code.js';

/** Rows that the kernel takes at a time, and outputs. */
export const ROWS_AT_ONCE = 4;
export const OUTS_AT_ONCE = 2;
/** Numbers of one row that stand together. */
export const CHUNK = 8;
/** An input must be a multiple of this long. */
export const STEP = 2 * CHUNK;

/**
 * What multiplies: for each row of `input` and each row of `weights`, the sum of their products. All are byte
 * addresses in the memory.
 * - `input`: 16-bit, in blocks of four rows: eight numbers of the first, of the second … then the next eight
 * - `weights`: 8-bit, in pairs of rows: eight numbers of the one, eight of the other, then the next eight
 * - `output`: 32-bit; for each pair, for each block: the one row of weights with each row of input, then the other
 * - `steps`: sixteenths of a row
 */
export type Multiply = (
  input: number,
  blocks: number,
  weights: number,
  pairs: number,
  steps: number,
  output: number,
) => void;

const [INPUT, BLOCKS, WEIGHTS, PAIRS, STEPS, OUTPUT] = [0, 1, 2, 3, 4, 5] as const;
const [FROM, WITH, BLOCKS_LEFT, STEPS_LEFT] = [6, 7, 8, 9] as const;
const ONE = 10;
const OTHER = 11;
const ROW = 12;
const SUMS = 13;

/** Sum of products of a row of the input with one of the two rows of weights. */
const sumOf = (out: number, row: number) => SUMS + out * ROWS_AT_ONCE + row;

/**
 * The bytes of a WebAssembly module that does the encoder's multiplying, eight products an instruction: twelve
 * times as fast as the best of several loops in JavaScript, which has no such instruction. Its kernel
 * is a `Multiply`.
 */
export function multiplyKernel(): Uint8Array {
  return moduleOf({
    parameters: 6,
    locals: [
      [4, I32],
      [3 + ROWS_AT_ONCE * OUTS_AT_ONCE, V128],
    ],
    instructions: [everyPair()],
  });
}

function everyPair(): Code {
  return repeat(PAIRS, [
    set(FROM, get(INPUT)),
    set(BLOCKS_LEFT, get(BLOCKS)),
    everyBlock(),
    set(WEIGHTS, add(get(WEIGHTS), multiply(get(STEPS), constant(STEP * OUTS_AT_ONCE)))),
  ]);
}

function everyBlock(): Code {
  const sums = Array.from({ length: ROWS_AT_ONCE * OUTS_AT_ONCE }, (_, i) => SUMS + i);
  return repeat(BLOCKS_LEFT, [
    set(WITH, get(WEIGHTS)),
    ...sums.map((sum) => set(sum, zeros())),
    set(STEPS_LEFT, get(STEPS)),
    repeat(STEPS_LEFT, [
      ...addProducts(0),
      ...addProducts(1),
      set(FROM, add(get(FROM), constant(STEP * ROWS_AT_ONCE * 2))),
      set(WITH, add(get(WITH), constant(STEP * OUTS_AT_ONCE))),
    ]),
    storeSums(0),
    storeSums(1),
    set(OUTPUT, add(get(OUTPUT), constant(ROWS_AT_ONCE * OUTS_AT_ONCE * 4))),
  ]);
}

function addProducts(chunk: number): Code[] {
  const weights = chunk * CHUNK * OUTS_AT_ONCE;
  const input = chunk * CHUNK * ROWS_AT_ONCE * 2;
  const rows = Array.from({ length: ROWS_AT_ONCE }, (_, row) => row);
  return [
    set(ONE, loadWidened(get(WITH), weights)),
    set(OTHER, loadWidened(get(WITH), weights + CHUNK)),
    ...rows.flatMap((row) => [
      set(ROW, load(get(FROM), input + row * CHUNK * 2)),
      set(sumOf(0, row), addFour(get(sumOf(0, row)), dot(get(ROW), get(ONE)))),
      set(sumOf(1, row), addFour(get(sumOf(1, row)), dot(get(ROW), get(OTHER)))),
    ]),
  ];
}

function storeSums(out: number): Code {
  const neighbours = (row: number) => addNeighbours(get(sumOf(out, row)), get(sumOf(out, row + 1)));
  // Folding twice would repeat the first fold's instructions, so it is kept in locals that are free by now.
  return [
    ...set(ONE, neighbours(0)),
    ...set(OTHER, neighbours(2)),
    ...store(get(OUTPUT), addNeighbours(get(ONE), get(OTHER)), out * ROWS_AT_ONCE * 4),
  ];
}
