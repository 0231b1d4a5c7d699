import { expect, it } from 'vitest';
import { vectorsIn } from '../../../src/engine/meaning/vectors-in.js';
import { WordVectors } from '../../../src/engine/meaning/word-vectors.js';
import { wordTable } from './word-table.js';

const parsed = WordVectors.parse(
  wordTable([
    { word: 'the', vector: [0, 0, 1], weight: 0.25 },
    { word: 'dog', vector: [1, 0, 0], weight: 1 },
    { word: 'member', vector: [0, 1, 0], weight: 1 },
  ]),
);
const english = parsed.ok ? parsed.vectors : null;

it('words of another language stand where what they mean stands in English', () => {
  const german = vectorsIn('de', english);

  expect(['hund', 'hunde', 'mitglied', 'xyzzy'].map((word) => german?.rowOf(word))).toEqual([1, 1, 2, -1]);
  expect([...(german?.sentenceVector(['hund']) ?? [])]).toEqual([1, 0, 0]);
});

it('English words stand where they are, and languages without a glossary have none', () => {
  expect(vectorsIn('en', english)).toBe(english);
  expect(vectorsIn('fi', english)).toBeNull();
  expect(vectorsIn('de', null)).toBeNull();
});

it('what was made once is not made again', () => {
  expect(vectorsIn('es', english)).toBe(vectorsIn('es', english));
});
