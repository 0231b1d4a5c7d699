import { describe, expect, it } from 'vitest';
import { baseForms } from '../../../src/engine/meaning/base-forms.js';

describe('the words that a form may come from', () => {
  it.each([
    ['dogs', 'dog'],
    ['cities', 'city'],
    ['movies', 'movie'],
    ['boxes', 'box'],
    ['baked', 'bake'],
    ['walked', 'walk'],
    ['stopped', 'stop'],
    ['carried', 'carry'],
    ['making', 'make'],
    ['running', 'run'],
    ['bigger', 'big'],
    ['happiest', 'happy'],
    ['quickly', 'quick'],
    ['happily', 'happy'],
  ])('%s may come from %s', (form, base) => {
    expect(baseForms(form)).toContain(base);
  });

  it('puts the e first, since “hoping” is no hop', () => {
    expect(baseForms('hoping').slice(0, 2)).toEqual(['hope', 'hop']);
  });

  it.each(['gas', 'glass', 'virus', 'tennis', 'red', 'king', 'her', 'fly', ''])(
    '“%s” comes from nothing',
    (word) => {
      expect(baseForms(word)).toEqual([]);
    },
  );
});
