import { describe, expect, it } from 'vitest';
import { scoreTrial } from '../../../bench/accuracy/score.js';
import { peerSearcher, pincite } from '../../../bench/accuracy/searcher.js';
import type { Trial } from '../../../bench/accuracy/trial.js';
import type { Peer } from '../../../bench/peers/peer.js';
import { articleFrom } from '../../engine/article-from.js';

const bakery = articleFrom('The bakery opens at seven. It sells rye.\n\nThe owner is Ada Lund.', {
  id: 'bakery',
});
const tower = articleFrom('The tower was painted in 1911.', { id: 'tower' });

/** Finds whatever it is given first, and nothing when asked for nothing. */
const first: Peer = {
  name: 'first',
  isSlow: false,
  build: () => (question) => (question === 'nothing' ? [] : [0]),
};

function trial(isTogether: boolean): Trial {
  const asked = [
    { question: 'when does it open', article: 'bakery', paragraphs: [1], must: ['AT  SEVEN'] },
    { question: 'what does it sell', article: 'bakery', paragraphs: [1], must: ['rye'] },
    { question: 'who owns it', article: 'bakery', paragraphs: [2], must: ['Ada'] },
    { question: 'when was it painted', article: 'tower', paragraphs: [1], must: ['1911'] },
    { question: 'nothing', article: 'tower', paragraphs: [1], must: ['1911'] },
    { question: 'who wrote this', article: 'tower', paragraphs: [0], must: ['Nobody'] },
  ].map((question, i) => ({ id: String(i), answerable: true, ...question }));
  const hopeless = {
    id: 'x',
    question: 'why',
    article: 'tower',
    answerable: false,
    paragraphs: [],
    must: [],
  };
  const articles = [bakery, tower];
  const questions = [...asked, hopeless];
  return { name: 't', isTogether, set: { name: 't', half: 'fit', language: 'en', articles, questions } };
}

describe('the score of a trial', () => {
  it('counts the first hits that are right, each question asked of its own article', () => {
    const { all } = scoreTrial(trial(false), peerSearcher(first));
    expect(all).toEqual({ asked: 6, rightSentence: 2, rightParagraph: 3 });
  });

  it('is given without the questions about the metadata too', () => {
    const { text } = scoreTrial(trial(false), peerSearcher(first));
    expect(text).toEqual({ asked: 5, rightSentence: 2, rightParagraph: 3 });
  });

  it('is lower when all articles are asked at once and the hit is from another one', () => {
    const { all } = scoreTrial(trial(true), peerSearcher(first));
    expect(all).toEqual({ asked: 6, rightSentence: 1, rightParagraph: 2 });
  });

  it('counts what Pincite finds in the same way', () => {
    const { text } = scoreTrial(trial(false), pincite);
    expect(text.asked).toBe(5);
    expect(text.rightSentence).toBeGreaterThan(0);
  });

  it('cannot be had for a question about an article that is not there', () => {
    const { set, ...rest } = trial(false);
    const lacking = { ...rest, set: { ...set, articles: [bakery] } };
    expect(() => scoreTrial(lacking, peerSearcher(first))).toThrow('an article that is not there: tower');
  });
});
