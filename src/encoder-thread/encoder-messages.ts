import type { ComparerWeights } from '../engine/meaning/comparer.js';
import type { TextEncoding } from '../engine/meaning/text-encoding.js';

/** What the worker says once it has tried to load. `reason` is for the log. */
export type Greeting =
  | { readonly kind: 'ready'; readonly comparer: ComparerWeights }
  | { readonly kind: 'missing'; readonly reason: string };

/** One text's encoding. The worker is given one text at a time, as a string, and answers each. */
export interface Encoded extends TextEncoding {
  readonly kind: 'encoded';
}

export type FromWorker = Greeting | Encoded;
