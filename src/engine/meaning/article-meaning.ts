import type { Token } from '../tokenize.js';
import { directionOf } from './direction-of.js';
import type { WordVectors } from './word-vectors.js';

/** What a sentence's words mean, alone and together. */
export interface SentenceMeaning {
  /** Rows of its words that carry meaning, each once. */
  readonly rows: Int32Array;
  /** How much each of them tells, in step with `rows`; their sum is 1. */
  readonly weights: Float32Array;
  /** Unit vector of the whole sentence. */
  readonly vector: Float32Array;
  /** Unit vector of the sentence before it and this one. */
  readonly withBefore: Float32Array;
  /** Unit vector of its paragraph. */
  readonly paragraph: Float32Array;
}

/** A sentence that the meaning of an article is made from. */
interface Source {
  readonly paragraph: number;
  readonly heading: readonly Token[];
  readonly tokens: readonly Token[];
}

/** The meaning of each of an article's sentences, in order. */
export function articleMeaning(sentences: readonly Source[], vectors: WordVectors): SentenceMeaning[] {
  const sums = sentences.map(({ tokens }) => vectors.sum(wordsOf(tokens)));
  const texts = new Map<number, Float32Array[]>();
  for (const [i, { paragraph, heading }] of sentences.entries()) {
    const text = texts.get(paragraph) ?? [vectors.sum(wordsOf(heading))];
    text.push(sums[i] ?? new Float32Array(vectors.width));
    texts.set(paragraph, text);
  }
  const paragraphs = new Map([...texts].map(([number, text]) => [number, directionOf(...text)]));
  return sentences.map(({ tokens, paragraph }, i) => {
    const sum = sums[i] ?? new Float32Array(vectors.width);
    const rows = rowsOf(tokens, vectors);
    const weights = Float32Array.from(rows, (row) => vectors.weight(row));
    const total = weights.reduce((all, weight) => all + weight, 0) || 1;
    return {
      rows,
      weights: weights.map((weight) => weight / total),
      vector: directionOf(sum),
      withBefore: directionOf(sum, ...sums.slice(Math.max(0, i - 1), i)),
      paragraph: paragraphs.get(paragraph) ?? new Float32Array(vectors.width),
    };
  });
}

function rowsOf(tokens: readonly Token[], vectors: WordVectors): Int32Array {
  const rows = tokens.filter(({ isStopWord }) => !isStopWord).map(({ word }) => vectors.rowOf(word));
  return Int32Array.from(new Set(rows.filter((row) => row >= 0)));
}

function wordsOf(tokens: readonly Token[]): string[] {
  return tokens.map(({ word }) => word);
}
