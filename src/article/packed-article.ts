import { setImmediate } from 'node:timers/promises';
import type { Article, Paragraph } from './article.js';

/**
 * An article on its way between threads. Unpacking tens of thousands of sentences that are objects holds the receiving
 * thread up ten times as long as making them anew from their ranges.
 */
export interface PackedArticle {
  readonly metadata: Omit<Article, 'paragraphs'>;
  readonly texts: readonly string[];
  readonly headings: readonly (string | null)[];
  /** Of each paragraph: how many sentences, then where each begins and ends. */
  readonly ranges: Int32Array;
}

/** Paragraphs that are made without letting others have their turn: some two milliseconds. */
const PARAGRAPHS_AT_ONCE = 2_000;

/** The article as it goes to another thread. */
export function packArticle({ paragraphs, ...metadata }: Article): PackedArticle {
  const ranges = paragraphs.flatMap(({ sentences }) => [
    sentences.length,
    ...sentences.flatMap(({ start, end }) => [start, end]),
  ]);
  return {
    metadata,
    texts: paragraphs.map(({ text }) => text),
    headings: paragraphs.map(({ heading }) => heading),
    ranges: Int32Array.from(ranges),
  };
}

/** The article as it was before it was packed, made bit by bit. */
export async function unpackArticle({ metadata, texts, headings, ranges }: PackedArticle): Promise<Article> {
  let at = 0;
  const next = () => ranges[at++] ?? 0;
  const paragraphs: Paragraph[] = [];
  for (const [i, text] of texts.entries()) {
    if (i > 0 && i % PARAGRAPHS_AT_ONCE === 0) await setImmediate();
    const number = i + 1;
    const sentences = Array.from({ length: next() }, (_, index) => {
      const [start, end] = [next(), next()];
      return { paragraph: number, index, start, end, text: text.slice(start, end) };
    });
    paragraphs.push({ number, text, heading: headings[i] ?? null, sentences });
  }
  return { ...metadata, paragraphs };
}
