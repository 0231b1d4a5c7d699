import type { ComparerWeights } from '../comparer.js';
import type { TextEncoding } from '../text-encoding.js';
import { attend } from './attend.js';
import { type EncoderFile, type Layer, type Matrix, parseEncoderFile } from './encoder-file.js';
import { LONGEST_INPUT, MatrixMultiplier } from './matrix-multiplier.js';
import { normalise } from './normalise.js';
import { PieceTokenizer } from './piece-tokenizer.js';

/** As many of a text's pieces as count: some hundred words. */
export const MAX_PIECES = 128;
/** Longer text is cut: no hundred words of any language are as long. */
export const MAX_TEXT_LENGTH = 2_000;

export type ParsedEncoder =
  | { readonly ok: true; readonly encoder: SentenceEncoder }
  /** `reason` is for the log. */
  | { readonly ok: false; readonly reason: string };

/**
 * Universal Sentence Encoder lite (Cer and others, 2018): turns an English sentence into a direction, near
 * those of sentences that say much the same. Pieces of words, two layers of attention, their mean.
 *
 * Cosines to go by: the same in other words 0.6 to 0.9, a question and its answer 0.3 to 0.7, two sentences at
 * random -0.1 to 0.3.
 */
export class SentenceEncoder {
  /** How many numbers a vector has. */
  readonly width: number;
  readonly #file: EncoderFile;
  readonly #tokenizer: PieceTokenizer;
  readonly #multiplier: MatrixMultiplier;
  /** What is known of each token so far; room for the next steps. */
  readonly #tokens: Float32Array;
  readonly #normed: Float32Array;
  readonly #wide: Float32Array;
  readonly #mixed: Float32Array;
  readonly #change: Float32Array;
  readonly #scores = new Float32Array(MAX_PIECES);

  private constructor(file: EncoderFile, multiplier: MatrixMultiplier) {
    const { narrow, wide, inner } = file.sizes;
    const widest = Math.max(narrow, wide);
    this.width = wide;
    this.#file = file;
    this.#tokenizer = new PieceTokenizer(file.pieces, file.scores);
    this.#multiplier = multiplier;
    this.#tokens = new Float32Array(MAX_PIECES * widest);
    this.#normed = new Float32Array(MAX_PIECES * widest);
    this.#wide = new Float32Array(MAX_PIECES * Math.max(3 * widest, inner));
    this.#mixed = new Float32Array(MAX_PIECES * widest);
    this.#change = new Float32Array(MAX_PIECES * widest);
  }

  /** Reads the bytes of an `encoder.bin`, which it keeps. A file that is none is said to be, with the reason. */
  static parse(bytes: Uint8Array): ParsedEncoder {
    const file = parseEncoderFile(bytes);
    if (typeof file === 'string') return { ok: false, reason: file };
    const matrices = [...file.layers.flatMap(matricesOf), file.head, file.keep];
    if (matrices.some(({ ins }) => ins > LONGEST_INPUT))
      return { ok: false, reason: 'it is wider than can be multiplied' };
    const multiplier = MatrixMultiplier.create(file.weights, matrices, MAX_PIECES);
    if (!multiplier)
      return { ok: false, reason: 'this processor has no instructions to run it (WebAssembly SIMD)' };
    return { ok: true, encoder: new SentenceEncoder(file, multiplier) };
  }

  /** For a `Comparer` of what has been encoded. */
  get comparerWeights(): ComparerWeights {
    return this.#file.comparer;
  }

  /** What a text means: as a whole, and piece by piece. */
  encode(text: string): TextEncoding {
    const pieces = this.#tokenizer.encode(text.slice(0, MAX_TEXT_LENGTH), MAX_PIECES);
    const vector = new Float32Array(this.width);
    const tokens = new Float32Array(pieces.length * this.#file.sizes.kept);
    if (pieces.length === 0) return { vector, tokens };
    this.#embed(pieces);
    for (const layer of this.#file.layers) this.#run(layer, pieces.length);
    normalise(this.#tokens, pieces.length, this.#file.normBeforeKeeping, this.#normed);
    this.#multiplier.apply(this.#file.keep, this.#normed, pieces.length, tokens);
    this.#pool(pieces.length, vector);
    return { vector, tokens };
  }

  /** What each piece means alone, twice, and waves that tell its place: the first half sines, then cosines. */
  #embed(pieces: readonly number[]): void {
    const { frequencies, pieceRows, pieceScales } = this.#file;
    const half = frequencies.length;
    for (const [place, piece] of pieces.entries()) {
      const scale = 2 * (pieceScales[piece] ?? 0);
      const from = piece * 2 * half;
      const to = place * 2 * half;
      for (let i = 0; i < half; i++) {
        const angle = place * (frequencies[i] ?? 0);
        this.#tokens[to + i] = scale * (pieceRows[from + i] ?? 0) + Math.sin(angle);
        this.#tokens[to + half + i] = scale * (pieceRows[from + half + i] ?? 0) + Math.cos(angle);
      }
    }
  }

  #run(layer: Layer, count: number): void {
    const { normBeforeAttention, queriesKeysValues, outOfAttention, around, into, out } = layer;
    const multiplier = this.#multiplier;
    normalise(this.#tokens, count, normBeforeAttention, this.#normed);
    multiplier.apply(queriesKeysValues, this.#normed, count, this.#wide);
    attend(this.#wide, count, queriesKeysValues.ins, this.#file.sizes.heads, this.#scores, this.#mixed);
    multiplier.apply(outOfAttention, this.#mixed, count, this.#change);
    if (around) multiplier.apply(around, this.#tokens, count, this.#tokens);
    this.#add(count);
    normalise(this.#tokens, count, layer.normBeforeFeeding, this.#normed);
    multiplier.apply(into, this.#normed, count, this.#wide);
    for (let i = 0; i < count * into.outs; i++) this.#wide[i] = Math.max(0, this.#wide[i] ?? 0);
    multiplier.apply(out, this.#wide, count, this.#change);
    this.#add(count);
  }

  #add(count: number): void {
    for (let i = 0; i < count * this.width; i++)
      this.#tokens[i] = (this.#tokens[i] ?? 0) + (this.#change[i] ?? 0);
  }

  /** The mean of the tokens through the head, brought to length 1. */
  #pool(count: number, result: Float32Array): void {
    const mean = this.#normed.fill(0, 0, this.width);
    for (let i = 0; i < count * this.width; i++) {
      const k = i % this.width;
      mean[k] = (mean[k] ?? 0) + (this.#tokens[i] ?? 0) / count;
    }
    this.#multiplier.apply(this.#file.head, mean, 1, result);
    let length = 0;
    for (let i = 0; i < this.width; i++) {
      const value = Math.tanh(result[i] ?? 0);
      result[i] = value;
      length += value * value;
    }
    length = Math.sqrt(length);
    for (let i = 0; i < this.width; i++) result[i] = (result[i] ?? 0) / length;
  }
}

function matricesOf({ queriesKeysValues, outOfAttention, around, into, out }: Layer): Matrix[] {
  return [queriesKeysValues, outOfAttention, ...(around ? [around] : []), into, out];
}
