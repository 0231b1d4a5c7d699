/** What the sentence encoder makes of a text. */
export interface TextEncoding {
  /** Of length 1: the dot product of two is their cosine. All zeros where there is no text. */
  readonly vector: Float32Array;
  /** What each token means where it stands, for a `Comparer`: its width of numbers each, one token behind the other. */
  readonly tokens: Float32Array;
}
