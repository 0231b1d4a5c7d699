import { describe, expect, it } from 'vitest';
import { loadWordVectors } from '../../../src/engine/meaning/load-word-vectors.js';
import type { WordVectors } from '../../../src/engine/meaning/word-vectors.js';

function shipped(): WordVectors {
  const loaded = loadWordVectors();
  if (!loaded.ok) throw new Error(loaded.reason);
  return loaded.vectors;
}

describe('the table that ships', () => {
  const vectors = shipped();

  function near(word: string, other: string): number {
    const cosines = new Float32Array(1);
    vectors.compare(vectors.rowOf(word), [vectors.rowOf(other)], cosines, 0);
    return cosines[0] ?? Number.NaN;
  }

  it('finds every one of its words again', () => {
    const rows = Array.from({ length: vectors.size }, (_, row) => row);

    expect(vectors.size).toBe(60_000);
    expect(rows.filter((row) => vectors.rowOf(vectors.wordAt(row)) !== row)).toEqual([]);
  });

  it.each([
    ['poodle', 'dog', 'bicycle'],
    ['buy', 'purchase', 'rain'],
    ['invade', 'invasion', 'recipe'],
    ['russia', 'russian', 'kitchen'],
    ['cost', 'price', 'colour'],
    ['astronaut', 'cosmonaut', 'lawyer'],
    ['ppl', 'people', 'paper'],
    ['bucks', 'dollar', 'meadow'],
    ['u.s.', 'america', 'breakfast'],
  ])('%s is nearer to %s than to %s', (word, related, unrelated) => {
    expect(near(word, related)).toBeGreaterThan(0.35);
    expect(near(word, unrelated)).toBeLessThan(0.2);
  });

  it('weighs a word that says something above one that every text is full of', () => {
    expect(vectors.weight(vectors.rowOf('spacecraft'))).toBeGreaterThan(
      4 * vectors.weight(vectors.rowOf('the')),
    );
  });

  it('brings a question near its answer where they share no word', () => {
    const question = vectors.sentenceVector(['can', 'i', 'bring', 'my', 'poodle']);
    const answer = vectors.sentenceVector(['only', 'service', 'dogs', 'are', 'allowed']);
    const other = vectors.sentenceVector(['entry', 'is', 'free', 'on', 'mondays']);

    expect(dot(question, answer)).toBeGreaterThan(dot(question, other) + 0.1);
  });
});

it('goes without a table that is not there, and says which', () => {
  const loaded = loadWordVectors('/no/such/vectors.bin');

  expect(loaded.ok ? '' : loaded.reason).toContain('/no/such/vectors.bin');
});

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
}
