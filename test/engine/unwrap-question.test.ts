import { describe, expect, it } from 'vitest';
import { spellOut } from '../../src/engine/spell-out.js';
import { unwrapQuestion } from '../../src/engine/unwrap-question.js';

describe('unwrapQuestion', () => {
  it.each([
    ['hey guys, does anyone know when they last met?', 'when they last met?'],
    ['ok so quick question: can you tell me who the head is pls', 'who the head is'],
    ["I was wondering if he'll fly to Florida, thanks!", "he'll fly to Florida"],
    ['according to the article, what broke down?', 'what broke down?'],
  ])('takes the wrapping off %j', (wrapped, question) => {
    expect(unwrapQuestion(wrapped, 'en')).toBe(question);
  });

  it('gives back a text that is all wrapping', () => {
    expect(unwrapQuestion('hello!', 'en')).toBe('hello!');
  });

  it('leaves other languages as they are', () => {
    expect(unwrapQuestion('hey, wer ist das', 'de')).toBe('hey, wer ist das');
  });
});

describe('spellOut', () => {
  it.each([
    ['whos running it rn', 'who is running it right now'],
    ["who's the boss", 'who is the boss'],
    ['were did he talk', 'where did he talk'],
    ['wen r they leaving', 'when are they leaving'],
  ])('spells out %j', (typed, meant) => {
    expect(spellOut(typed, 'en')).toBe(meant);
  });

  it('does not take "were" for "where" in a sentence that means it', () => {
    expect(spellOut('who were the heads', 'en')).toBe('who were the heads');
  });
});
