import { expect, it } from 'vitest';
import { foldWord } from '../../src/engine/fold-word.js';

it.each([
  ['rzeszów', 'rzeszow'],
  ['straße', 'strasse'],
  ['ørsted', 'orsted'],
  ['ёлка', 'елка'],
])('takes off the marks people leave out: %s → %s', (typed, folded) => {
  expect(foldWord(typed)).toBe(folded);
});

it('keeps marks that make another letter in scripts other than Latin', () => {
  expect(foldWord('май')).toBe('май');
});
