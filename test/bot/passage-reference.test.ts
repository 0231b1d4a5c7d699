import { describe, expect, it } from 'vitest';
import { findPlace, formatReference } from '../../src/bot/passage-reference.js';
import { makeArticle, passageAt } from './make-article.js';

const ARTICLE = makeArticle([['One.', 'Two.'], ['Three.']]);

describe('passage references', () => {
  it('lead back to the sentence they were made for', () => {
    const reference = formatReference(passageAt(ARTICLE, 1, 1));

    expect(reference).toBe('v0123456-_.1.1');
    expect(findPlace([ARTICLE], 'v0123456-_.1.1')?.sentence.text).toBe('Two.');
  });

  it('lead nowhere once the article has changed', () => {
    const changed = makeArticle([['One.', 'Too.'], ['Three.']], { version: 'w0123456-_' });

    expect(findPlace([changed], 'v0123456-_.1.1')).toBeNull();
  });

  it.each(['', 'x', 'v0123456-_', 'v0123456-_.0.0', 'v0123456-_.9.0', 'v0123456-_.1.2', 'v0123456-_.1.-1'])(
    'lead nowhere when they are made up: %j',
    (reference) => {
      expect(findPlace([ARTICLE], reference)).toBeNull();
    },
  );

  it('are not made for metadata, nor where they would be too long', () => {
    const far = { paragraph: 1_234_567, index: 12_345, start: 0, end: 1, text: 'x' };

    expect(formatReference({ article: ARTICLE, sentence: null })).toBeNull();
    expect(formatReference({ article: ARTICLE, sentence: far })).toBeNull();
  });
});
