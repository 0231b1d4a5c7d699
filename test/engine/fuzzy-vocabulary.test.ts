import { describe, expect, it } from 'vitest';
import { editSimilarity } from '../../src/engine/edit-similarity.js';
import { FuzzyVocabulary } from '../../src/engine/fuzzy-vocabulary.js';

const vocabulary = new FuzzyVocabulary(
  'administrator agency astronaut bakanov baikonur canaveral cosmodrome deorbiting duffy interim launch meeting president roscosmos russia space station ukraine'.split(
    ' ',
  ),
);

describe('FuzzyVocabulary', () => {
  it.each([
    ['roskosmos', 'roscosmos'],
    ['dufy', 'duffy'],
    ['presidant', 'president'],
    ['baikanur', 'baikonur'],
    ['intirim', 'interim'],
    ['lanch', 'launch'],
    ['staiton', 'station'],
    ['deorbitting', 'deorbiting'],
  ])('finds what %s meant', (typed, meant) => {
    expect(vocabulary.repairs(typed)[0]?.word).toBe(meant);
  });

  it('leaves alone what looks like nothing it has', () => {
    expect(vocabulary.repairs('pizza')).toEqual([]);
  });

  it('does not mend words too short to tell, nor numbers', () => {
    expect(vocabulary.repairs('sp')).toEqual([]);
    expect(vocabulary.repairs('2018')).toEqual([]);
  });
});

describe('editSimilarity', () => {
  it('is 1 for the same word and 0 at the least', () => {
    expect(editSimilarity('duffy', 'duffy')).toBe(1);
    expect(editSimilarity('abc', 'xyz')).toBe(0);
    expect(editSimilarity('', '')).toBe(1);
  });

  it('forgives what fingers and ears do sooner than any other slip', () => {
    const plain = editSimilarity('meeting', 'meexing');
    expect(editSimilarity('meeting', 'meetign')).toBeGreaterThan(plain); // two letters swapped
    expect(editSimilarity('meeting', 'meetting')).toBeGreaterThan(plain); // one doubled
    expect(editSimilarity('meeting', 'meering')).toBeGreaterThan(plain); // the key beside
    expect(editSimilarity('meeting', 'meating')).toBeGreaterThan(plain); // a vowel by ear
  });

  it('holds a wrong first letter against a word', () => {
    expect(editSimilarity('launch', 'haunch')).toBeLessThan(editSimilarity('launch', 'launcx'));
  });
});
