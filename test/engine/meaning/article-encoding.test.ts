import { expect, it } from 'vitest';
import { readEncoding, textsToEncode } from '../../../src/engine/meaning/article-encoding.js';
import { articleFrom } from '../article-from.js';

const article = articleFrom('Dogs may come in. Cats may not.\n\nEntry is free.');

it('asks for every sentence once', () => {
  expect(textsToEncode(article)).toEqual(['Dogs may come in.', 'Cats may not.', 'Entry is free.']);
});

it('reads a sentence with the one before and with its paragraph', () => {
  const texts = [
    [1, 0],
    [0, 1],
    [-1, 0],
  ].map((vector, i) => ({ vector: Float32Array.from(vector), tokens: Float32Array.of(i) }));

  const { sentences, tokens, withBefore, paragraphs } = readEncoding(article, texts);

  const half = Math.fround(Math.SQRT1_2);
  expect(sentences.map((vector) => [...vector])).toEqual([
    [1, 0],
    [0, 1],
    [-1, 0],
  ]);
  expect(tokens.map((numbers) => [...numbers])).toEqual([[0], [1], [2]]);
  expect(withBefore.map((vector) => [...vector])).toEqual([
    [1, 0],
    [half, half],
    [-half, half],
  ]);
  expect(paragraphs.map((vector) => [...vector])).toEqual([
    [half, half],
    [half, half],
    [-1, 0],
  ]);
});
