/**
 * A piece of WebAssembly, byte by byte, as its specification numbers the instructions
 * (https://webassembly.github.io/spec/core/binary/). Only what the kernels here are written in.
 */
export type Code = readonly number[];

export const I32 = 0x7f;
export const V128 = 0x7b;

const VOID = 0x40;
const END = 0x0b;
const SIMD = 0xfd;

/** A whole number as LEB128, unsigned: seven bits a byte, the lowest first. */
function unsigned(value: number): Code {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** A list with its length before it. */
function list(items: readonly Code[]): Code {
  return [...unsigned(items.length), ...items.flat()];
}

/** Bytes with their number before them. */
function sized(bytes: Code): Code {
  return [...unsigned(bytes.length), ...bytes];
}

function name(text: string): Code {
  return sized([...Buffer.from(text, 'ascii')]);
}

export const get = (local: number): Code => [0x20, ...unsigned(local)];
export const set = (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)];

/** A constant from 0 to 63 in one byte, above that in two: signed LEB128, so the sixth bit must stay clear. */
export const constant = (value: number): Code => [
  0x41,
  ...(value < 0x40 ? [value] : [(value & 0x7f) | 0x80, value >>> 7]),
];
export const add = (a: Code, b: Code): Code => [...a, ...b, 0x6a];
export const subtract = (a: Code, b: Code): Code => [...a, ...b, 0x6b];
export const multiply = (a: Code, b: Code): Code => [...a, ...b, 0x6c];

/** The whole number in the four bytes at `address`. */
export const loadNumber = (address: Code): Code => [...address, 0x28, 0, 0];

/** Does `body` as often as the local says, which must be once or more; the local is 0 behind it. */
export function repeat(local: number, body: readonly Code[]): Code {
  const countDown = set(local, subtract(get(local), constant(1)));
  return [0x03, VOID, ...body.flat(), ...countDown, ...get(local), 0x0d, 0, END];
}

/** The function that a kernel is. */
interface Kernel {
  /** Whole numbers that it takes; it gives none back. */
  readonly parameters: number;
  /** How many locals of which type, behind the parameters. */
  readonly locals: readonly (readonly [number, number])[];
  readonly instructions: readonly Code[];
}

/** The bytes of a module that imports `memory` from `env` and exports a kernel as `run`. */
export function moduleOf({ parameters, locals, instructions }: Kernel): Uint8Array {
  const section = (id: number, content: Code): Code => [id, ...sized(content)];
  const taken = list(new Array<Code>(parameters).fill([I32]));
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list([[0x60, ...taken, ...list([])]])),
    ...section(2, list([[...name('env'), ...name('memory'), 0x02, 0x00, ...unsigned(1)]])),
    ...section(3, list([[0]])),
    ...section(7, list([[...name('run'), 0x00, 0]])),
    ...section(10, list([body(locals, instructions)])),
  ]);
}

/** A function's body: how many locals of which type, then the instructions. */
function body(locals: readonly (readonly [number, number])[], instructions: readonly Code[]): Code {
  return sized([
    ...list(locals.map(([count, type]) => [...unsigned(count), type])),
    ...instructions.flat(),
    END,
  ]);
}

const simd = (instruction: number): Code => [SIMD, ...unsigned(instruction)];

/** Sixteen bytes from `address` + `offset`. */
export const load = (address: Code, offset: number): Code => [...address, ...simd(0), 0, ...unsigned(offset)];
/** The four bytes from there, four times. */
export const loadFourTimes = (address: Code, offset: number): Code => [
  ...address,
  ...simd(9),
  0,
  ...unsigned(offset),
];
/** Eight signed bytes from there, each widened to sixteen bits. */
export const loadWidened = (address: Code, offset: number): Code => [
  ...address,
  ...simd(1),
  0,
  ...unsigned(offset),
];
export const store = (address: Code, value: Code, offset: number): Code => [
  ...address,
  ...value,
  ...simd(11),
  0,
  ...unsigned(offset),
];
export const zeros = (): Code => [...simd(12), ...new Array<number>(16).fill(0)];
/** Four numbers of thirty-two bits, added to four others. */
export const addFour = (a: Code, b: Code): Code => [...a, ...b, ...simd(174)];
/** The same of four numbers with a point. */
export const addFourFloats = (a: Code, b: Code): Code => [...a, ...b, ...simd(228)];
export const multiplyFourFloats = (a: Code, b: Code): Code => [...a, ...b, ...simd(230)];
/** Eight products of sixteen-bit numbers, each two neighbours added: four numbers of thirty-two bits. */
export const dot = (a: Code, b: Code): Code => [...a, ...b, ...simd(186)];

/** Each two neighbours added: (a0+a1, a2+a3, b0+b1, b2+b3). */
export function addNeighbours(a: Code, b: Code): Code {
  const pick = (...lanes: readonly number[]): Code => [
    ...a,
    ...b,
    ...simd(13),
    ...lanes.flatMap((lane) => [0, 1, 2, 3].map((byte) => 4 * lane + byte)),
  ];
  return addFour(pick(0, 2, 4, 6), pick(1, 3, 5, 7));
}
