import { describe, expect, it } from 'vitest';
import { findPlace } from '../../src/bot/passage-reference.js';
import { renderContext } from '../../src/bot/render-context.js';
import { makeArticle } from './make-article.js';

function contextOf(paragraphs: string[][], reference: string): string {
  const place = findPlace([makeArticle(paragraphs)], `v0123456-_.${reference}`);
  if (!place) throw new Error(`there is no place ${reference}`);
  return renderContext(place);
}

const CITATION = '-# Meridian Wire, Ada Quill, “Agency picks crew for moon base”';

describe('renderContext', () => {
  it('shows the paragraph between its neighbours, numbered, with the sentence in bold', () => {
    const text = contextOf([['One.'], ['Two.', 'It *flies*.', 'Three.'], ['Four.'], ['Five.']], '2.1');

    expect(text).toBe(
      [
        '-# ¶ 1',
        '> One.',
        '-# ¶ 2',
        String.raw`> Two. **It \*flies\*.** Three.`,
        '-# ¶ 3',
        '> Four.',
        `${CITATION}, ¶ 2 of 4, 7 March 2031`,
      ].join('\n'),
    );
  });

  it('shows the only paragraph alone', () => {
    expect(contextOf([['One.']], '1.0')).toBe(`-# ¶ 1\n> **One.**\n${CITATION}, ¶ 1 of 1, 7 March 2031`);
  });

  it('keeps the end of the paragraph before and the start of the one after where they are long', () => {
    const long = [`start ${'and so on '.repeat(500)}end`];

    const text = contextOf([long, ['Two.'], long], '2.0');

    expect(text).toMatch(
      /^-# ¶ 1\n> ….*on end\n-# ¶ 2\n> \*\*Two\.\*\*\n-# ¶ 3\n> start and .*…\n-# Meridian/,
    );
  });

  it('never leaves the quoted sentence out, however much stands before it', () => {
    const long = 'And so on. '.repeat(400).trim();

    const text = contextOf([[long], [long, 'It flies.', long], [long]], '2.1');

    expect(text).toContain(' **It flies.** ');
    expect(text.length).toBeLessThanOrEqual(2_000);
  });
});
