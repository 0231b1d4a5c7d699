import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DigestScope } from '../../src/store/digests.js';
import { DATABASES } from './databases.js';
import { asked, DAY, MINUTE, NOON, type StoreHarness, startStore, unanswered } from './store-harness.js';

const SCOPE: DigestScope = { guildId: '1', from: NOON - DAY, to: NOON + DAY };

describe.each(DATABASES)('a digest from $name', (kind) => {
  let harness: StoreHarness;
  beforeEach(async () => {
    harness = await startStore(kind);
  });
  afterEach(() => harness.end());

  async function keep(...questions: ReturnType<typeof asked>[]): Promise<void> {
    for (const question of questions) harness.store.questions.add(question);
    await harness.store.questions.flush();
  }

  it('counts questions, answers, members and votes of its period', async () => {
    const voted = asked();
    await keep(
      voted,
      unanswered({ askerId: '702' }),
      unanswered({ askerId: '702' }),
      asked({ at: NOON - DAY - 1 }),
      asked({ at: NOON + DAY }),
    );
    await harness.store.votes.cast({ questionId: voted.id, voterId: '701', helpful: true });
    await harness.store.votes.cast({ questionId: voted.id, voterId: '702', helpful: true });
    await harness.store.votes.cast({ questionId: voted.id, voterId: '703', helpful: false });

    expect(await harness.store.digests.totals(SCOPE)).toEqual({
      asked: 3,
      answered: 1,
      askers: 2,
      helpful: 2,
      unhelpful: 1,
      lost: 0,
    });
  });

  it('has zeros where nothing was asked', async () => {
    expect(await harness.store.digests.totals(SCOPE)).toEqual({
      asked: 0,
      answered: 0,
      askers: 0,
      helpful: 0,
      unhelpful: 0,
      lost: 0,
    });
  });

  it('never counts what another server asked, nor direct messages', async () => {
    await keep(asked(), asked({ guildId: '2' }), asked({ guildId: null }));

    const own = await harness.store.digests.totals(SCOPE);
    const everywhere = await harness.store.digests.totals({ ...SCOPE, guildId: null });
    const texts = await harness.store.digests.mostAsked(SCOPE, 10);
    const rows = await harness.store.digests.questions(SCOPE, 10);

    expect([own.asked, everywhere.asked, texts[0]?.asked, rows.length]).toEqual([1, 3, 1, 1]);
  });

  it('counts questions day by day, each day as long as it is there', async () => {
    await keep(
      asked({ at: NOON - 12 * 60 * MINUTE - 1 }),
      unanswered({ at: NOON - 12 * 60 * MINUTE }),
      asked({ at: NOON }),
      unanswered({ at: NOON + 11 * 60 * MINUTE + 45 * MINUTE }),
    );

    const [first = 0, second = 0] = [NOON - 12 * 60 * MINUTE, NOON + 11.75 * 60 * MINUTE];
    expect(await harness.store.digests.perDay(SCOPE, [SCOPE.from, first, second])).toEqual([
      { start: SCOPE.from, answered: 1, notSaid: 0 },
      { start: first, answered: 1, notSaid: 1 },
      { start: second, answered: 0, notSaid: 1 },
    ]);
  });

  it('counts as one what differs in case, punctuation and spaces only', async () => {
    const last = unanswered({ at: NOON + 1, text: 'how OLD is the  director' });
    await keep(asked(), unanswered(), last);

    const [most, ...others] = await harness.store.digests.mostAsked(SCOPE, 10);

    expect(most).toEqual({
      folded: 'how old is the director',
      text: 'how OLD is the  director',
      lastId: last.id,
      asked: 2,
      answered: 0,
    });
    expect(others.map(({ text }) => text)).toEqual(['When does the crew lift off?']);
  });

  it('tells the unanswered from the answered, and stops at the limit', async () => {
    await keep(asked(), asked(), unanswered(), unanswered({ text: 'Is there a cat?' }));

    const notSaid = await harness.store.digests.mostAsked(SCOPE, 1, false);
    const answered = await harness.store.digests.mostAsked(SCOPE, 10, true);

    expect(notSaid).toHaveLength(1);
    expect(answered.map(({ text, asked }) => [text, asked])).toEqual([['When does the crew lift off?', 2]]);
  });

  it('counts how often each paragraph was quoted, and keeps to one article if asked', async () => {
    await keep(
      asked(),
      asked(),
      asked({ paragraph: 0 }),
      asked({ articleId: 'rain', paragraph: 2 }),
      unanswered({ articleId: 'rain' }),
    );

    expect(await harness.store.digests.quotedParagraphs(SCOPE, 10)).toEqual([
      { articleId: 'moon-base', paragraph: 3, quoted: 2 },
      { articleId: 'moon-base', paragraph: 0, quoted: 1 },
      { articleId: 'rain', paragraph: 2, quoted: 1 },
    ]);
    expect(await harness.store.digests.totals({ ...SCOPE, articleId: 'rain' })).toMatchObject({
      asked: 2,
      answered: 1,
    });
  });

  it('shows what members were looking for, newest first', async () => {
    const question = asked();
    await keep(question);
    await harness.store.votes.comment(question.id, '701', 'the time of day');
    harness.clock.now += 1;
    await harness.store.votes.comment(question.id, '702', 'the year');

    expect(await harness.store.digests.comments(SCOPE, 10)).toEqual([
      { questionId: question.id, text: question.text, comment: 'the year', votedAt: NOON + 1 },
      { questionId: question.id, text: question.text, comment: 'the time of day', votedAt: NOON },
    ]);
  });

  it('gives out the questions page by page, newest first, without their askers', async () => {
    const questions = [0, 1, 2].map((minute) => asked({ at: NOON + minute * MINUTE }));
    await keep(...questions);
    await harness.store.votes.cast({ questionId: questions[2]?.id ?? '', voterId: '9', helpful: false });

    const first = await harness.store.digests.questions(SCOPE, 2);
    const second = await harness.store.digests.questions(SCOPE, 2, first.at(-1)?.id);

    expect([...first, ...second].map(({ id }) => id)).toEqual(questions.map(({ id }) => id).reverse());
    const { askerId: _, ...newest } = questions[2] ?? asked();
    expect(first[0]).toEqual({
      ...newest,
      helpful: 0,
      unhelpful: 1,
    });
  });

  it('finds a question of its own server only', async () => {
    const question = asked();
    await keep(question);

    const found = await harness.store.digests.find('1', question.id);
    const elsewhere = await harness.store.digests.find('2', question.id);

    expect([found?.text, elsewhere]).toEqual([question.text, null]);
  });
});
