import { loadKernel } from '../wasm/load-kernel.js';
import {
  type AddFeatures,
  COUNT_BYTES,
  ENTRY_BYTES,
  featuresKernel,
  TEXT_BYTES,
  VECTORS_AT_ONCE,
} from './features-kernel.js';
import type { Feature } from './spelling.js';

/** How near texts are by the features they share, as a matrix to multiply with: by a kernel in WebAssembly, where the processor has it. */
export class FeatureProducts {
  readonly #features: readonly Feature[];
  readonly #vectors: Float32Array;
  readonly #sums: Float32Array;
  readonly #add: AddFeatures | null;

  /** @param texts how many there are */
  constructor(features: readonly Feature[], texts: number) {
    this.#features = features;
    const entries = features.reduce((sum, feature) => sum + feature.texts.length, 0);
    const vectorsAt = 2 * TEXT_BYTES * texts;
    const { memory, run } = loadKernel<AddFeatures>(
      featuresKernel(),
      vectorsAt + COUNT_BYTES * features.length + ENTRY_BYTES * entries,
    );
    this.#sums = new Float32Array(memory, 0, VECTORS_AT_ONCE * texts);
    this.#vectors = new Float32Array(memory, TEXT_BYTES * texts, VECTORS_AT_ONCE * texts);
    this.#add = run;
    if (run) write(features, new DataView(memory, vectorsAt));
  }

  /**
   * Adds to each of some vectors the matrix's product with one of them, times a factor.
   * @param vectors at most `VECTORS_AT_ONCE`
   */
  add(factor: number, vectors: readonly Float64Array[], to: readonly Float64Array[]): void {
    if (this.#features.length === 0) return;
    if (!this.#add) {
      for (const [i, vector] of vectors.entries())
        this.#addByHand(factor, vector, to[i] ?? new Float64Array());
      return;
    }
    this.#sums.fill(0);
    for (const [i, vector] of vectors.entries()) {
      for (let text = 0; text < vector.length; text++)
        this.#vectors[VECTORS_AT_ONCE * text + i] = vector[text] ?? 0;
    }
    const vectorsAt = this.#vectors.byteOffset;
    this.#add(this.#features.length, 2 * vectorsAt, vectorsAt, 0);
    for (const [i, sums] of to.entries()) {
      for (let text = 0; text < sums.length; text++)
        sums[text] = (sums[text] ?? 0) + factor * (this.#sums[VECTORS_AT_ONCE * text + i] ?? 0);
    }
  }

  #addByHand(factor: number, vector: Float64Array, to: Float64Array): void {
    for (const { texts, weights } of this.#features) {
      let sum = 0;
      for (let i = 0; i < texts.length; i++) sum += (weights[i] ?? 0) * (vector[texts[i] ?? 0] ?? 0);
      for (let i = 0; i < texts.length; i++) {
        const text = texts[i] ?? 0;
        to[text] = (to[text] ?? 0) + factor * sum * (weights[i] ?? 0);
      }
    }
  }
}

/** Writes features down as the kernel reads them. */
function write(features: readonly Feature[], to: DataView): void {
  let at = 0;
  for (const { texts, weights } of features) {
    to.setUint32(at, texts.length, true);
    at += COUNT_BYTES;
    for (let i = 0; i < texts.length; i++) {
      to.setUint32(at, (texts[i] ?? 0) * TEXT_BYTES, true);
      to.setFloat32(at + 4, weights[i] ?? 0, true);
      at += ENTRY_BYTES;
    }
  }
}
