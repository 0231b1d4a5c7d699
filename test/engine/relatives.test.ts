import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine.js';
import { Relatives } from '../../src/engine/relatives.js';
import { articleFrom } from './article-from.js';

const relatives = new Relatives([
  'finanzierung',
  'finanziert',
  'regenwald',
  'wald',
  'walnuss',
  'waldemar',
  'ja',
]);

describe('relatives', () => {
  it.each([
    ['finanzierte', ['finanziert', 'finanzierung']],
    ['wald', ['waldemar', 'regenwald']],
    ['urwald', ['wald']],
    ['ja', []],
    ['', []],
  ])('of %j are the words that begin or end alike, likest first', (word, expected) => {
    expect(relatives.of(word).map((one) => one.word)).toEqual(expected);
  });

  it('are told by the share of their letters', () => {
    expect(relatives.of('urwald')).toEqual([{ word: 'wald', likeness: 0.8 }]);
  });

  it('never make a word its own relative', () => {
    expect(relatives.of('regenwald').map(({ word }) => word)).toEqual(['wald']);
  });
});

describe('asked in German', () => {
  const article = articleFrom(
    'Der Turm ist vierzig Meter hoch.\n\nDie Finanzierung übernahm ein Verein.\n\nIm Regenwald wohnt niemand.',
    { language: 'de' },
  );
  const engine = createEngine([article]);

  it.each([
    ['wer finanzierte das', 2],
    ['wer lebt im Wald', 3],
  ])('finds the answer to %j by a relative of its word', (question, paragraph) => {
    const outcome = engine.ask(question);
    const best = outcome.kind === 'answered' ? outcome.answer : 'closest' in outcome ? outcome.closest : null;
    expect(best?.paragraph).toBe(paragraph);
  });
});
