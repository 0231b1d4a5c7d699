import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languageOf } from '../../src/engine/language.js';
import { tokenize } from '../../src/engine/tokenize.js';

const terms = (text: string, language = 'en') => tokenize(text, languageOf(language)).map(({ term }) => term);
const contentWords = (text: string, language = 'en') =>
  tokenize(text, languageOf(language)).flatMap(({ word, isStopWord }) => (isStopWord ? [] : [word]));

describe('in English', () => {
  it('brings inflections of a word together', () => {
    expect(terms('launches')).toEqual(terms('launch'));
    expect(terms('agencies')).toEqual(terms('agency'));
  });

  it('reads number words as numbers', () => {
    expect(terms('eleven crew')).toEqual(terms('11 crew'));
  });

  it('reads a number with thousands marked as the plain number', () => {
    expect(terms('1,440')).toEqual(['1440']);
  });

  it('drops the possessive ending, straight or curly', () => {
    expect(contentWords("NASA's NASA’s agencies’")).toEqual(['nasa', 'nasa', 'agencies']);
  });

  it('keeps the country apart from the pronoun', () => {
    expect(contentWords('The U.S. and us')).toEqual(['u.s.']);
    expect(terms('US')).toEqual(terms('U.S.'));
  });

  it('leaves question words out of the content', () => {
    expect(contentWords('When did the two heads last meet?')).toEqual(['two', 'heads', 'last', 'meet']);
  });
});

it('stems Russian and German by their own rules', () => {
  expect(terms('агентства', 'ru')).toEqual(terms('агентство', 'ru'));
  expect(terms('Häuser', 'de')).toEqual(terms('Haus', 'de'));
});

it('cuts Chinese into overlapping pairs of characters', () => {
  expect(terms('太空站', 'zh')).toEqual(['太空', '空站']);
});

it('works in a language it knows nothing about', () => {
  expect(terms('Saluton, mondo', 'eo')).toEqual(['saluton', 'mondo']);
});

it('gives offsets that cut the word out of the text, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('en', 'ru', 'zh', 'ja', 'ar'), (text, tag) => {
      let last = 0;
      for (const { start, end } of tokenize(text, languageOf(tag))) {
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(start).toBeGreaterThanOrEqual(last);
        last = start;
      }
    }),
  );
});
