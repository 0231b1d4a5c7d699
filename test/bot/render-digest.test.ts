import { describe, expect, it } from 'vitest';
import {
  DIGEST_VIEWS,
  type DigestViewName,
  formatDigestView,
  readDigestView,
} from '../../src/bot/digest-view.js';
import { type DigestContent, renderDigest } from '../../src/bot/render-digest.js';
import { moonBase } from './moon-base.js';

const HOSTILE = '*_`|<@1>[x](y) '.repeat(70);
const STATE = {
  page: 0,
  period: 'quarter',
  at: Date.UTC(2031, 2, 7),
  version: 'abcdefghij',
  timezone: 'America/Argentina/ComodRivadavia',
} as const;
const groups = Array.from({ length: 300 }, (_, i) => ({
  text: HOSTILE,
  questionId: i.toString(36).padStart(16, '0'),
  asked: 1_000_000 - i,
  answered: 400_000,
  wordings: 300,
}));
const totals = {
  asked: 1_000_000,
  answered: 400_000,
  askers: 90_000,
  helpful: 1,
  unhelpful: 2,
  lost: 10_000,
};
const article = { ...moonBase(), title: HOSTILE };

const CONTENT: Record<DigestViewName, DigestContent> = {
  overview: {
    view: 'overview',
    figures: { now: totals, before: { ...totals, asked: 1 }, steps: [] },
    asked: groups,
    unanswered: groups,
  },
  asked: { view: 'asked', groups },
  unanswered: { view: 'unanswered', groups },
  passages: {
    view: 'passages',
    passages: {
      quoted: Array.from({ length: 500 }, (_, i) => ({
        articleId: HOSTILE,
        paragraph: i,
        quoted: 1_000_000,
      })),
      never: Array.from({ length: 500 }, () => ({
        articleId: HOSTILE,
        paragraphs: Array.from({ length: 900 }, (_, i) => i),
      })),
    },
  },
  comments: {
    view: 'comments',
    comments: Array.from({ length: 50 }, () => ({
      questionId: 'x',
      text: HOSTILE,
      comment: HOSTILE,
      votedAt: 0,
    })),
  },
};

describe('a digest', () => {
  it.each(Object.keys(DIGEST_VIEWS) as DigestViewName[])('fits a message, %s, whatever was asked', (view) => {
    for (const titles of [
      { articles: [article], article },
      { articles: [article, moonBase()], article: null },
    ]) {
      const reply = renderDigest({ ...STATE, view }, CONTENT[view], titles);

      expect(reply.text.length).toBeLessThanOrEqual(2_000);
      expect(reply.text).not.toMatch(/(?<!\\)<@/);
      expect(reply.buttons.length).toBeLessThanOrEqual(10);
      for (const { id } of reply.buttons) expect(id.length).toBeLessThanOrEqual(100);
    }
  });

  it('is found again by what its buttons carry, and by nothing else', () => {
    const state = { ...STATE, view: 'asked' as const, page: 12 };
    const [, ...args] = formatDigestView(state).split('|');

    expect(readDigestView(args)).toEqual(state);
    expect(readDigestView(['nonsense', '0', 'week', 'a', '', 'UTC'])).toBeNull();
    expect(readDigestView([])).toBeNull();
  });
});
