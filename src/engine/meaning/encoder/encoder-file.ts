import { Comparer, type ComparerWeights } from '../comparer.js';

/** `bench/encoder/pack.py` writes the file and describes it. All numbers are little-endian. */
const MAGIC = 'PINCENC3';
const HEADER_BYTES = 36;
const LAYERS = 2;

/** How wide everything is. */
export interface Sizes {
  readonly pieces: number;
  /** Numbers a piece. */
  readonly narrow: number;
  /** Numbers a token from the first layer's attention on, and of the result. */
  readonly wide: number;
  /** Numbers inside a feed-forward step. */
  readonly inner: number;
  readonly heads: number;
  /** Numbers that are kept of a token, to compare it by. */
  readonly kept: number;
}

/** Weights that each output sums its inputs by. */
export interface Matrix {
  readonly ins: number;
  readonly outs: number;
  /** Where its bytes start among all matrices' bytes. */
  readonly at: number;
  /** For each output what a byte of 1 is worth, and what is added. */
  readonly scales: Float32Array;
  readonly bias: Float32Array;
}

/** What follows a normalisation to mean 0 and deviation 1. */
export interface Norm {
  readonly scale: Float32Array;
  readonly shift: Float32Array;
}

export interface Layer {
  readonly normBeforeAttention: Norm;
  readonly queriesKeysValues: Matrix;
  readonly outOfAttention: Matrix;
  /** Takes what goes around attention to the new width; null where it stays. */
  readonly around: Matrix | null;
  readonly normBeforeFeeding: Norm;
  readonly into: Matrix;
  readonly out: Matrix;
}

/** All that the encoder has learnt. */
export interface EncoderFile {
  readonly sizes: Sizes;
  readonly pieces: readonly string[];
  readonly scores: Float32Array;
  /** Of the waves that tell a token's place. */
  readonly frequencies: Float32Array;
  readonly pieceScales: Float32Array;
  readonly pieceRows: Int8Array;
  readonly layers: readonly Layer[];
  readonly head: Matrix;
  readonly normBeforeKeeping: Norm;
  /** What is kept of a token. */
  readonly keep: Matrix;
  readonly comparer: ComparerWeights;
  /** The bytes of all matrices. */
  readonly weights: Int8Array;
}

/** What is in the bytes of an `encoder.bin`, or why they are none. Numbers are not copied. */
export function parseEncoderFile(bytes: Uint8Array): EncoderFile | string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES || String.fromCharCode(...bytes.subarray(0, MAGIC.length)) !== MAGIC)
    return 'it is not a sentence encoder';
  const [pieces = 0, narrow = 0, wide = 0, inner = 0, heads = 0, kept = 0, textBytes = 0] = [
    8, 12, 16, 20, 24, 28, 32,
  ].map((at) => view.getUint32(at, true));
  const sizes = { pieces, narrow, wide, inner, heads, kept };
  if (
    heads === 0 ||
    [narrow, wide, inner].some((width) => width === 0 || width % (16 * heads) !== 0) ||
    kept === 0 ||
    kept % 4 !== 0
  )
    return `no encoder has these widths: ${[narrow, wide, inner, kept].join(', ')} with ${heads} heads`;
  const floatCount = countFloats(sizes);
  const matrixBytes = countMatrixBytes(sizes);
  const rowsAt = HEADER_BYTES + 4 * floatCount;
  const weightsAt = rowsAt + pieces * narrow;
  const length = weightsAt + matrixBytes + textBytes;
  if (bytes.length !== length) return `it has ${bytes.length} bytes where there should be ${length}`;
  // Not copied unless it must be: a Buffer of a small file may start anywhere.
  const aligned = (bytes.byteOffset + HEADER_BYTES) % 4 === 0 ? bytes : bytes.slice();
  const floats = new Float32Array(aligned.buffer, aligned.byteOffset + HEADER_BYTES, floatCount);
  return {
    sizes,
    ...readFloats(sizes, floats),
    pieceRows: new Int8Array(aligned.buffer, aligned.byteOffset + rowsAt, pieces * narrow),
    weights: new Int8Array(aligned.buffer, aligned.byteOffset + weightsAt, matrixBytes),
    pieces: new TextDecoder().decode(aligned.subarray(weightsAt + matrixBytes)).split('\n'),
  };
}

function readFloats({ pieces, narrow, wide, inner, kept }: Sizes, floats: Float32Array) {
  let next = 0;
  let at = 0;
  const take = (count: number): Float32Array => {
    next += count;
    return floats.subarray(next - count, next);
  };
  const norm = (width: number): Norm => ({ scale: take(width), shift: take(width) });
  const matrix = (ins: number, outs: number): Matrix => {
    at += ins * outs;
    return { ins, outs, at: at - ins * outs, scales: take(outs), bias: take(outs) };
  };
  const layer = (width: number): Layer => ({
    normBeforeAttention: norm(width),
    queriesKeysValues: matrix(width, 3 * width),
    outOfAttention: matrix(width, wide),
    around: width === wide ? null : matrix(width, wide),
    normBeforeFeeding: norm(wide),
    into: matrix(wide, inner),
    out: matrix(inner, wide),
  });
  return {
    scores: take(pieces),
    frequencies: take(narrow / 2),
    pieceScales: take(pieces),
    layers: Array.from({ length: LAYERS }, (_, i) => layer(i === 0 ? narrow : wide)),
    head: matrix(wide, wide),
    normBeforeKeeping: norm(wide),
    keep: matrix(wide, kept),
    comparer: { width: kept, numbers: take(Comparer.countNumbers(kept)) },
  };
}

function widthsOf({ narrow, wide }: Sizes): number[] {
  return Array.from({ length: LAYERS }, (_, i) => (i === 0 ? narrow : wide));
}

function countMatrixBytes(sizes: Sizes): number {
  const { wide, inner } = sizes;
  return widthsOf(sizes).reduce(
    (sum, width) => sum + width * (3 * width + wide + (width === wide ? 0 : wide)) + 2 * wide * inner,
    wide * wide + wide * sizes.kept,
  );
}

function countFloats(sizes: Sizes): number {
  const { pieces, narrow, wide, inner, kept } = sizes;
  return widthsOf(sizes).reduce(
    (sum, width) => sum + 2 * (width + 3 * width + wide + (width === wide ? 0 : wide) + wide + inner + wide),
    2 * pieces + narrow / 2 + 4 * wide + 2 * kept + Comparer.countNumbers(kept),
  );
}
