import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCorpus } from '../../src/article/load-corpus.js';
import { createEngine } from '../../src/engine/engine.js';
import { MAX_QUESTION_LENGTH } from '../../src/engine/limits.js';
import { loadWordVectors } from '../../src/engine/meaning/load-word-vectors.js';
import type { Outcome } from '../../src/engine/outcome.js';
import { packageRoot } from '../../src/package-root.js';
import { articleFrom } from './article-from.js';

const { articles } = await loadCorpus(join(packageRoot(), 'corpus'));
const parsed = loadWordVectors();
const vectors = parsed.ok ? parsed.vectors : null;
const engine = createEngine(articles, { vectors });
const wordsOnly = createEngine(articles);
const ask = (question: string) => engine.ask(question, { articleId: 'nasa-roscosmos' });

function answer(outcome: Outcome): { paragraph: number; text: string } | string {
  return outcome.kind === 'answered'
    ? { paragraph: outcome.answer.paragraph, text: outcome.answer.text }
    : outcome.kind;
}

describe('asked about the shipped article', () => {
  it.each([
    // The only sentence with a past meeting in it; the others speak of the coming one.
    ['When did the two heads last meet?', 9, 'October 2018'],
    ['wen did the to heads last meat', 9, 'October 2018'],
    ['last meeting of nasa and roscosmos heads', 9, 'October 2018'],
    // Paragraph 4 names him too, but tells of the appointment.
    ["Who is NASA's interim head?", 1, 'Sean Duffy'],
    ['who is the intrim haed of nasa', 1, 'Sean Duffy'],
    // "travel", "flying": the article says where and what for in one sentence.
    ['Where does Duffy travel and why?', 6, 'Cape Canaveral'],
    ['where is dufy traveling on wensday', 6, 'Cape Canaveral'],
    // Who somebody is, is said where he is first named.
    ['whos dufy', 1, 'transportation secretary'],
    ['Who is Rogozin?', 9, 'director general'],
    // The plan is Bakanov's, told by TASS.
    ['What do Duffy and Bakanov plan to discuss?', 8, 'cross-flight'],
    ['what do dufy and bakanow plan to discus', 8, 'cross-flight'],
    // From the metadata.
    ['Who wrote the story?', 0, 'David Shepardson'],
    ['who wrot this artical', 0, 'David Shepardson'],
    ['who edited it?', 0, 'Leslie Adler'],
    ['who published this', 0, 'Reuters'],
    ['whos leslie adler', 0, 'Leslie Adler'],
    ['where was this filed from?', 0, 'Washington'],
  ])('answers %j from paragraph %i', (question, paragraph, words) => {
    expect(answer(ask(question))).toEqual({ paragraph, text: expect.stringContaining(words) });
  });

  it('finds what is said in other words', () => {
    expect(answer(ask('is the job for keeps or short-term?'))).toEqual({
      paragraph: 4,
      text: expect.stringContaining('temporary assignment'),
    });
  });

  it.each([
    ['When did the two heads last meet?', 9],
    ['where is dufy traveling on wensday', 6],
    ['who wrote it', 0],
  ])('answers %j without word vectors too', (question, paragraph) => {
    expect(answer(wordsOnly.ask(question))).toMatchObject({ paragraph });
  });

  it.each([
    'How much does a seat on Soyuz cost?',
    'how mutch does a seet on soyuz cost',
    'how do I make pizza',
    'what is the capital of Mongolia',
    'who won the world cup in 2018',
  ])('does not answer %j', (question) => {
    expect(ask(question).kind).toBe('not-said');
  });

  it('names the word that the article never mentions', () => {
    expect(ask('how much does a seat on Soyuz cost')).toMatchObject({
      reason: 'key-word-missing',
      missing: expect.arrayContaining(['Soyuz']),
    });
  });

  it('says what it does instead of quoting when it is greeted', () => {
    expect(ask('good morning bot').kind).toBe('small-talk');
  });

  it('leads from another way of saying a name to the name', () => {
    expect(answer(ask('what did POTUS do earlier this month?'))).toEqual({
      paragraph: 4,
      text: expect.stringContaining('Donald Trump'),
    });
  });

  it('marks the words of the question in the sentence', () => {
    const outcome = ask('Who was the director general of Roscosmos?');
    const marked =
      outcome.kind === 'answered'
        ? outcome.answer.matches.map(({ start, end }) => outcome.answer.text.slice(start, end))
        : [];
    expect(marked).toContain('director general');
  });

  it('gives the same answer every time', () => {
    const question = 'what do they want to do about the space station?';
    expect(ask(question)).toEqual(
      createEngine(articles, { vectors }).ask(question, { articleId: 'nasa-roscosmos' }),
    );
  });

  it('returns as many passages as asked for, best first, each once', () => {
    const outcome = engine.ask('What did Duffy say about Russia?', { top: 4 });
    if (outcome.kind !== 'answered' && outcome.kind !== 'not-said') throw new Error(outcome.kind);
    const best = outcome.kind === 'answered' ? outcome.answer : outcome.closest;
    const all = best ? [best, ...outcome.others] : [];
    expect(new Set(all.map(({ text }) => text)).size).toBe(4);
    const sureness = all.map(({ confidence }) => confidence);
    expect(sureness).toEqual([...sureness].sort((a, b) => b - a));
  });
});

describe('asked what cannot be asked', () => {
  it.each([
    ['', 'empty'],
    [' \n\t', 'empty'],
    ['?!…', 'no-words'],
    ['🚀🚀', 'no-words'],
    ['\0\0', 'no-words'],
    ['a'.repeat(MAX_QUESTION_LENGTH + 1), 'too-long'],
  ])('says why %j will not do', (question, reason) => {
    expect(ask(question)).toEqual({ kind: 'unaskable', reason });
  });

  it('finds nothing for stop words alone', () => {
    expect(ask('what is it and why')).toMatchObject({ kind: 'not-said', reason: 'nothing-matches' });
  });

  it('says that it does not know the article', () => {
    expect(engine.ask('who?', { articleId: 'mars' })).toEqual({ kind: 'unknown-article', articleId: 'mars' });
  });

  it('takes right-to-left text for a question like any other', () => {
    expect(ask('من هو رئيس ناسا؟').kind).toBe('not-said');
  });
});

it('takes no word of the text for a misspelt word about the article', () => {
  const fair = createEngine([
    articleFrom('The winners share half of the pot. The other half goes to the school.', {
      id: 'fair',
      front: 'author: Ada Quill',
    }),
  ]);
  expect(answer(fair.ask('how much do the winners get'))).toMatchObject({ paragraph: 1 });
});

describe('asked of several articles', () => {
  const two = createEngine([
    articleFrom('The bakery on Mill Lane opens at seven. It sells rye bread.', { id: 'bakery' }),
    articleFrom('The library on Mill Lane opens at nine. It lends maps.', { id: 'library' }),
  ]);

  it('finds the article that speaks of it', () => {
    const outcome = two.ask('when does the library open?');
    expect(outcome).toMatchObject({ kind: 'answered', answer: { article: { id: 'library' }, paragraph: 1 } });
  });

  it('quotes both where another article answers as well, in other words', () => {
    const wells = createEngine([
      articleFrom('The well of Aldervik is 31 metres deep. It was dug by hand in 1887.', { id: 'old' }),
      articleFrom('The well of Aldervik is 32 metres deep. It was measured in spring.', { id: 'new' }),
    ]);
    const outcome = wells.ask('how deep is the well of aldervik?');
    expect(outcome).toMatchObject({
      kind: 'answered',
      answer: { text: expect.stringContaining('metres deep') },
      otherArticle: { text: expect.stringContaining('metres deep') },
    });
    if (outcome.kind !== 'answered') return;
    expect(outcome.otherArticle?.article).not.toBe(outcome.answer.article);
    expect(outcome.others).not.toContainEqual(expect.objectContaining({ text: outcome.otherArticle?.text }));
  });

  it('quotes one where both say the same, and where only one answers', () => {
    const text = 'The bakery on Mill Lane opens at seven.';
    const same = createEngine([articleFrom(text, { id: 'a' }), articleFrom(text, { id: 'b' })]);
    expect(same.ask('when does the bakery open?')).not.toHaveProperty('otherArticle');
    expect(two.ask('when does the library open?')).not.toHaveProperty('otherArticle');
  });

  it('answers from one article what another has been taught not to say', () => {
    const front = 'taught:\n  - paragraph: none\n    questions: [how deep is the ocean]';
    const both = createEngine([
      articleFrom('The ship left the harbour at noon. It carried coal.', { id: 'ship', front }),
      articleFrom('The well of Aldervik is 31 metres deep. It was dug by hand.', { id: 'well' }),
    ]);
    expect(both.ask('how deep is the well')).toMatchObject({
      kind: 'answered',
      answer: { article: { id: 'well' } },
    });
    expect(both.ask('how deep is the ocean', { articleId: 'ship' })).toMatchObject({ kind: 'not-said' });
  });

  it('keeps to the article that is named', () => {
    const outcome = two.ask('when does it open on mill lane?', { articleId: 'bakery' });
    expect(outcome).toMatchObject({ kind: 'answered', answer: { article: { id: 'bakery' } } });
  });
});
