import { describe, expect, it } from 'vitest';
import { createEngine } from '../../../src/engine/engine.js';
import type { TaughtLesson } from '../../../src/engine/lessons/taught.js';
import {
  type ArticleEncoding,
  lessonsToEncode,
  readEncoding,
  textsToEncode,
  withLessons,
} from '../../../src/engine/meaning/article-encoding.js';
import { loadWordVectors } from '../../../src/engine/meaning/load-word-vectors.js';
import {
  byLanguage,
  QuestionEncoding,
  questionsToEncode,
} from '../../../src/engine/meaning/question-encoding.js';
import { articleFrom } from '../article-from.js';
import { silentComparer } from '../meaning/silent-comparer.js';

const POOL = `The pool opens at seven. Whoever is late waits outside.

Only service animals may enter. They stay on a lead.

A visit costs four pounds.`;

const parsed = loadWordVectors();
const vectors = parsed.ok ? parsed.vectors : null;

function lesson(question: string, paragraph: number | null, sentence: number | null = null): TaughtLesson {
  return { articleId: 'pool', question, paragraph, sentence };
}

function ask(question: string, lessons?: readonly TaughtLesson[], front = '') {
  const engine = createEngine([articleFrom(POOL, { id: 'pool', front })], { vectors });
  const outcome = engine.ask(question, { articleId: 'pool', lessons });
  return outcome.kind === 'answered'
    ? { taught: outcome.taught, text: outcome.answer.text }
    : { taught: outcome.kind === 'not-said' && outcome.taught, text: outcome.kind };
}

describe('what a moderator has taught', () => {
  const lessons = [lesson('is my gecko welcome', 2), lesson('do you sell goggles', null)];

  it('answers the question with the best sentence of the paragraph', () => {
    expect(ask('is my gecko welcome')).not.toEqual({ taught: true, text: expect.anything() });
    expect(ask('is my gecko welcome', lessons)).toEqual({
      taught: true,
      text: 'Only service animals may enter.',
    });
  });

  it.each(['is my geko welcome??', 'are geckos welcome', 'would my gecko be welcome there'])(
    'answers %j, the same in other words',
    (question) => {
      const pointed = [lesson('is my gecko welcome', 2, 1), lesson('do you sell goggles', null)];
      expect(ask(question, pointed)).toEqual({ taught: true, text: 'Only service animals may enter.' });
    },
  );

  it('declines what the article does not say, in other words too', () => {
    expect(ask('Do you sell goggles?', lessons)).toEqual({ taught: true, text: 'not-said' });
    expect(ask('do they sell gogles', lessons)).toEqual({ taught: true, text: 'not-said' });
  });

  it('leaves other questions as they were', () => {
    for (const question of ['when does the pool open', 'how much is a visit', 'is there parking']) {
      expect(ask(question, lessons)).toEqual(ask(question));
    }
  });

  it('is heard before the metadata and before small talk', () => {
    expect(ask('who wrote this', [lesson('who wrote this', 3)])).toEqual({
      taught: true,
      text: 'A visit costs four pounds.',
    });
    expect(ask('good morning', [lesson('good morning', 1, 1)])).toEqual({
      taught: true,
      text: 'The pool opens at seven.',
    });
  });

  it('is about its own article only', () => {
    const elsewhere = [{ ...lesson('is my gecko welcome', 2), articleId: 'gym' }];
    expect(ask('is my gecko welcome', elsewhere)).toEqual(ask('is my gecko welcome'));
  });
});

describe('the lessons in an article’s front matter', () => {
  const front = `taught:
  - paragraph: 1
    sentence: 2
    questions: [what happens to latecomers, 'what if i come after the start?']
  - paragraph: 2
    sentence: 1
    questions: [can i bring my poodle, is my guide dog ok]
  - paragraph: none
    questions: [do you sell goggles]`;

  it('lead to the sentence they point to, unmarked', () => {
    expect(ask('what happens to late comers', undefined, front)).toEqual({
      taught: false,
      text: 'Whoever is late waits outside.',
    });
    expect(ask('can i bring my poodl', undefined, front)).toEqual({
      taught: false,
      text: 'Only service animals may enter.',
    });
  });
});

describe('lessons that the sentence encoder has read', () => {
  const front = `taught:
  - paragraph: 1
    sentence: 2
    questions: [what happens to latecomers]
  - paragraph: 2
    sentence: 1
    questions: [can i bring my poodle]
  - paragraph: none
    questions: [do you sell goggles]`;
  const pool = articleFrom(POOL, { id: 'pool', front });
  const isAboutTime = (text: string) => /late|bus broke down/.test(text);
  const encodings = (texts: readonly string[]) =>
    texts.map((text) => ({
      vector: isAboutTime(text) ? Float32Array.of(1, 0) : Float32Array.of(0, 1),
      tokens: new Float32Array(),
    }));

  function likelyAnswer(encoding: ArticleEncoding) {
    const question = 'our bus broke down';
    const asked = new QuestionEncoding(
      byLanguage(questionsToEncode(question, [pool]), encodings([question])),
      new Map([[pool, encoding]]),
      silentComparer(),
    );
    const outcome = createEngine([pool], { vectors }).ask(question, { encoding: asked });
    return outcome.kind === 'answered'
      ? outcome.answer.text
      : outcome.kind === 'not-said' && outcome.closest?.text;
  }

  it('are recalled by questions that mean the same and share no word', () => {
    const unread = readEncoding(pool, encodings(textsToEncode(pool).map(() => '')));
    const read = withLessons(
      unread,
      encodings(lessonsToEncode(pool)).map(({ vector }) => vector),
    );

    expect(likelyAnswer(unread)).not.toBe('Whoever is late waits outside.');
    expect(likelyAnswer(read)).toBe('Whoever is late waits outside.');
  });
});
