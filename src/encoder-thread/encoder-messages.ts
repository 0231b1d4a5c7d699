/** What the worker says once it has tried to load. `reason` is for the log. */
export type Greeting = { readonly kind: 'ready' } | { readonly kind: 'missing'; readonly reason: string };

/** One text's vector. The worker is given one text at a time, as a string, and answers each. */
export interface Encoded {
  readonly kind: 'encoded';
  readonly vector: Float32Array;
}

export type FromWorker = Greeting | Encoded;
