import { afterEach, expect, it, vi } from 'vitest';
import { languageOf } from '../../../src/engine/language.js';
import { likenessOf } from '../../../src/engine/lessons/likeness.js';
import { SpellingIndex, spellingOf, wordsOf } from '../../../src/engine/lessons/spelling.js';

const ENGLISH = languageOf('en');
const QUESTIONS = [
  'when is the meeting',
  'where is the meeting',
  'who meets him',
  'how long is the flight',
  'is it free',
  'when is the flight',
];
const MEANT = QUESTIONS.map((_, i) => Float32Array.of(i / 10, 1 - i / 5, 0.5));
const RIDGE = 0.5;
const SPELLING_COUNTS = 2;

afterEach(() => void vi.restoreAllMocks());

function likenesses(): { readonly found: number[][]; readonly expected: number[][] } {
  const index = new SpellingIndex();
  const spellings = QUESTIONS.map((question) => spellingOf(question, wordsOf(question, ENGLISH)));
  for (const spelling of spellings) index.add(spelling);
  for (const _ of index.weighInSteps());
  const units = QUESTIONS.map((_, i) => Float64Array.from(QUESTIONS, (_, k) => (i === k ? 1 : 0)));
  const found = units.map(() => new Float64Array(QUESTIONS.length));
  for (const _ of likenessOf(index, SPELLING_COUNTS, MEANT, RIDGE, units.length)(units, found));
  const expected = spellings.map((spelling, i) =>
    Array.from(
      index.likenessTo(spelling),
      (spelt, k) =>
        SPELLING_COUNTS * spelt +
        Array.from(MEANT[i] ?? []).reduce((sum, value, at) => sum + value * (MEANT[k]?.[at] ?? 0), 0) +
        (i === k ? RIDGE : 0),
    ),
  );
  return { found: found.map((row) => [...row]), expected };
}

function expectLike({ found, expected }: ReturnType<typeof likenesses>): void {
  for (const [i, row] of expected.entries())
    for (const [k, value] of row.entries()) expect(found[i]?.[k]).toBeCloseTo(value, 4);
}

it('multiplies with how near lessons are in spelling and in meaning, without writing it down', () => {
  expectLike(likenesses());
});

it('does so by hand where the processor lacks what the kernels need', () => {
  vi.spyOn(WebAssembly, 'validate').mockReturnValue(false);
  expectLike(likenesses());
});
