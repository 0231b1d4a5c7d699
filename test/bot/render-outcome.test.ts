import { describe, expect, it } from 'vitest';
import { renderOutcome } from '../../src/bot/render-outcome.js';
import type { Engine, Outcome } from '../../src/engine/outcome.js';
import { makeArticle, passageAt } from './make-article.js';

const ARTICLE = makeArticle([
  ['The crew of four was picked on Friday.', 'They fly in June.'],
  ['Nobody has said what a seat costs.'],
]);
const SECOND = makeArticle([['Rain all week.']], {
  id: 'rain',
  title: 'Rain *again*',
  version: 'w0123456-_',
});

/** The engine is only asked which articles there are. */
function engineOf(...articles: Engine['articles'][number][]): Engine {
  return { articles, ask: () => ({ kind: 'unaskable', reason: 'empty' }) };
}

const ONE = engineOf(ARTICLE);
const TWO = engineOf(ARTICLE, SECOND);

function notSaid(fields: Partial<Extract<Outcome, { kind: 'not-said' }>>): Outcome {
  return {
    kind: 'not-said',
    taught: false,
    reason: 'not-sure',
    missing: [],
    closest: null,
    others: [],
    ...fields,
  };
}

describe('an answer', () => {
  it('is the sentence as a quote with the matched words in bold, and its citation', () => {
    const answer = passageAt(ARTICLE, 1, 1, 'fly', 'June');

    const { reply, onlyForAsker } = renderOutcome(
      { kind: 'answered', taught: false, answer, others: [] },
      ONE,
    );

    expect(reply).toEqual({
      text: '> They **fly** in **June**.\n-# Meridian Wire, Ada Quill, “Agency picks crew for moon base”, ¶ 1 of 2, 7 March 2031',
      buttons: [{ label: 'Context', id: 'context|v0123456-_.1.1' }],
    });
    expect(onlyForAsker).toBe(false);
  });

  it('has a button to at most four other passages', () => {
    const answer = passageAt(ARTICLE, 1, 0);
    const other = passageAt(ARTICLE, 2, 0);

    const { reply } = renderOutcome(
      { kind: 'answered', taught: false, answer, others: Array(6).fill(other) },
      ONE,
    );

    expect(reply.buttons[1]).toEqual({
      label: 'Other passages',
      id: 'others|v0123456-_.2.0|v0123456-_.2.0|v0123456-_.2.0|v0123456-_.2.0',
    });
  });

  it('stands beside the one of another article that answers as well, each with its citation and context', () => {
    const answer = passageAt(ARTICLE, 1, 1);
    const otherArticle = passageAt(SECOND, 1, 0);

    const { reply } = renderOutcome(
      { kind: 'answered', taught: false, answer, others: [], otherArticle },
      TWO,
    );

    expect(reply.text.split('\n').map((line) => line.replace(/, “.*/, ''))).toEqual([
      '> They fly in June.',
      '-# Meridian Wire, Ada Quill',
      'Another article says:',
      '> Rain all week.',
      '-# Meridian Wire, Ada Quill',
    ]);
    expect(reply.buttons).toEqual([
      { label: 'Context', id: 'context|v0123456-_.1.1' },
      { label: 'Context of the other', id: 'context|w0123456-_.1.0' },
    ]);
  });

  it('from the metadata has no context to show', () => {
    const answer = { ...passageAt(ARTICLE, 1, 0), paragraph: 0, sentence: null, text: 'Author: Ada Quill' };

    const { reply } = renderOutcome({ kind: 'answered', taught: false, answer, others: [] }, ONE);

    expect(reply).toEqual({
      text: '> Author: Ada Quill\n-# Meridian Wire, Ada Quill, “Agency picks crew for moon base”, about the article itself, 7 March 2031',
      buttons: [],
    });
  });

  it('from a sentence that is too long shows the part with the matches, and all of the citation', () => {
    const article = makeArticle([[`${'so far '.repeat(600)}they *fly* in June ${'and on '.repeat(600)}`]]);
    const answer = passageAt(article, 1, 0, 'fly', 'June');

    const { text } = renderOutcome(
      { kind: 'answered', taught: false, answer, others: [] },
      engineOf(article),
    ).reply;

    expect(text.length).toBeLessThanOrEqual(2_000);
    expect(text.length).toBeGreaterThan(1_900);
    expect(text).toMatch(/^> …far so far .*they \\\*\*\*fly\*\*\\\* in \*\*June\*\* and on .*…\n/);
    expect(text).toMatch(/\n-# Meridian Wire, Ada Quill, .*, ¶ 1 of 1, 7 March 2031$/);
  });
});

describe('no answer', () => {
  it('is said plainly, and never shows the guess', () => {
    const closest = passageAt(ARTICLE, 2, 0);

    const { reply, onlyForAsker } = renderOutcome(notSaid({ closest }), ONE);

    expect(reply).toEqual({
      text: 'The article does not say. No sentence in it answers that well enough to quote.',
      buttons: [{ label: 'Closest passage', id: 'closest|v0123456-_.2.0' }],
    });
    expect(onlyForAsker).toBe(false);
  });

  it('names the words that the article never mentions, escaped', () => {
    const outcome = notSaid({ reason: 'key-word-missing', missing: ['*price*', '@everyone'] });

    expect(renderOutcome(outcome, ONE).reply.text).toBe(
      String.raw`The article does not say. It never mentions “\*price\*” or “\@everyone”.`,
    );
  });

  it('names no more than three of them and no more of each than can be read', () => {
    const missing = ['x'.repeat(900), 'b', 'c', 'd'];

    const { text } = renderOutcome(notSaid({ reason: 'key-word-missing', missing }), ONE).reply;

    expect(text).toBe(`The article does not say. It never mentions “${'x'.repeat(39)}…” or “b” or “c”.`);
  });

  it('has nothing to offer when nothing matches', () => {
    expect(renderOutcome(notSaid({ reason: 'nothing-matches' }), ONE).reply).toEqual({
      text: 'The article does not say. Nothing in it seems to be about that.',
      buttons: [],
    });
  });

  it('speaks of all the articles when all were asked, and of the one that was', () => {
    expect(renderOutcome(notSaid({ reason: 'nothing-matches' }), TWO).reply.text).toBe(
      'None of the articles says. Nothing in them seems to be about that.',
    );
    expect(renderOutcome(notSaid({ reason: 'nothing-matches' }), TWO, 'rain').reply.text).toBe(
      String.raw`“Rain \*again\*” does not say. Nothing in it seems to be about that.`,
    );
  });
});

describe('what cannot be answered', () => {
  it.each<[string, Outcome, string]>([
    [
      'a greeting',
      { kind: 'small-talk', closest: null, others: [] },
      'Hello! Ask me about an article and I reply with the sentence that answers. Try “Who wrote the article?”, or `/help`.',
    ],
    [
      'an empty question',
      { kind: 'unaskable', reason: 'empty' },
      'There is no question in that. Ask one in a few words, for example “Who wrote the article?”.',
    ],
    [
      'a long one',
      { kind: 'unaskable', reason: 'too-long' },
      'That is too long for one question. Ask it in a sentence or two.',
    ],
    [
      'one without words',
      { kind: 'unaskable', reason: 'no-words' },
      'I see no words in that. Ask a question in words, for example “Who wrote the article?”.',
    ],
    [
      'one about an article that is not there',
      { kind: 'unknown-article', articleId: '||moon||' },
      'I have no article called “\\|\\|moon\\|\\|”. `/article` lists the ones I know.',
    ],
  ])('%s is told only to the member, with what to do', (_, outcome, text) => {
    expect(renderOutcome(outcome, ONE)).toEqual({ reply: { text, buttons: [] }, onlyForAsker: true });
  });
});
