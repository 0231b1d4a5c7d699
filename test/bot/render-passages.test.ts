import { describe, expect, it } from 'vitest';
import { renderPassages } from '../../src/bot/render-passages.js';
import { makeArticle, passageAt } from './make-article.js';

describe('renderPassages', () => {
  it('shows each passage with its citation under the heading', () => {
    const article = makeArticle([['They fly in June.'], ['They land in July.']]);

    const text = renderPassages('Two:', [passageAt(article, 1, 0, 'fly'), passageAt(article, 2, 0)]);

    expect(text).toBe(
      [
        'Two:',
        '> They **fly** in June.',
        '-# Meridian Wire, Ada Quill, “Agency picks crew for moon base”, ¶ 1 of 2, 7 March 2031',
        '> They land in July.',
        '-# Meridian Wire, Ada Quill, “Agency picks crew for moon base”, ¶ 2 of 2, 7 March 2031',
      ].join('\n'),
    );
  });

  it('gives each of four long passages a share of the message', () => {
    const long = '*'.repeat(3_000);
    const article = makeArticle([[long]], {
      title: long,
      author: long,
      url: `https://x.y/${'a'.repeat(1_000)}`,
    });

    const text = renderPassages('H'.repeat(300), Array(4).fill(passageAt(article, 1, 0)));

    expect(text.length).toBeLessThanOrEqual(2_000);
    expect(text.split('\n').filter((line) => line.startsWith('> \\*'))).toHaveLength(4);
    expect(text.split('\n').filter((line) => line.startsWith('-# '))).toHaveLength(4);
  });
});
