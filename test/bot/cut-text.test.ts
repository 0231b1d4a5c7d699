import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAround, cutEnd } from '../../src/bot/cut-text.js';

const WORDS = Array.from({ length: 60 }, (_, i) => `word${i}`).join(' ');

describe('cutEnd', () => {
  it('leaves a text alone that fits to the last character', () => {
    expect(cutEnd('abcde', 5)).toBe('abcde');
  });

  it('cuts behind a whole word and adds an ellipsis', () => {
    expect(cutEnd(WORDS, 50)).toBe('word0 word1 word2 word3 word4 word5 word6 word7…');
  });

  it('cuts within a word that is longer than what may be shown', () => {
    expect(cutEnd('x'.repeat(100), 50)).toBe(`${'x'.repeat(49)}…`);
  });

  it('does not cut an emoji in two', () => {
    expect(cutEnd('👩‍🚀'.repeat(20), 52)).toBe(`${'👩‍🚀'.repeat(10)}…`);
  });
});

describe('cutAround', () => {
  it('keeps the start of the text when the match is near it', () => {
    const piece = cutAround(WORDS, [{ start: 12, end: 17 }], 60);

    expect(piece).toMatchObject({ start: 0, cutBefore: false, cutAfter: true });
  });

  it('shows a match in the middle with as much in front of it as behind, in whole words', () => {
    const start = WORDS.indexOf('word30');

    const piece = cutAround(WORDS, [{ start, end: start + 6 }], 60);

    expect(piece.text).toBe('word27 word28 word29 word30 word31 word32 word33 word34');
  });

  it('uses all its room when the match is at the end of the text', () => {
    const piece = cutAround(WORDS, [{ start: WORDS.length - 6, end: WORDS.length }], 60);

    expect(piece.text).toBe('word52 word53 word54 word55 word56 word57 word58 word59');
  });

  it('starts with the match when the match alone is longer than the room', () => {
    const start = WORDS.indexOf('word30');

    const piece = cutAround(WORDS, [{ start, end: WORDS.length }], 60);

    expect(piece.text).toBe('word30 word31 word32 word33 word34 word35 word36 word37');
  });

  it('does not cut an emoji in two in front of the match either', () => {
    const text = `${'👩‍🚀'.repeat(50)}x${'👩‍🚀'.repeat(50)}`;

    for (const budget of [60, 61, 62, 63, 64]) {
      const piece = cutAround(text, [{ start: 250, end: 251 }], budget);

      expect(piece.text.replaceAll('👩‍🚀', '')).toBe('x');
    }
  });

  it('gives a verbatim piece of any text that is never too long', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    const ranges = fc.array(fc.record({ start: fc.nat(300), end: fc.nat(300) }), { maxLength: 3 });

    fc.assert(
      fc.property(text, ranges, fc.integer({ min: 40, max: 120 }), (whole, focus, budget) => {
        const piece = cutAround(whole, focus, budget);

        expect(whole.slice(piece.start, piece.end)).toBe(piece.text);
        expect(piece.text.length).toBeLessThanOrEqual(budget);
        expect(piece.text).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});
