import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATABASES } from './databases.js';
import { asked, NOON, type StoreHarness, startStore } from './store-harness.js';

const NOTHING = { questions: [], votes: [], lessons: [], handovers: [], schedules: [], articles: [] };

describe.each(DATABASES)('a member, in $name', (kind) => {
  let harness: StoreHarness;
  beforeEach(async () => {
    harness = await startStore(kind);
  });
  afterEach(() => harness.end());

  /** Ann (701) does everything that leaves a trace; Bob (702) votes on her question. */
  async function leaveTraces(): Promise<string> {
    const question = asked();
    const { store } = harness;
    store.questions.add(question);
    await store.votes.comment(question.id, '701', 'the hour');
    await store.votes.cast({ questionId: question.id, voterId: '702', helpful: true });
    await store.lessons.teach({
      guildId: '1',
      articleId: 'moon-base',
      articleVersion: 'abcdefghij',
      question: 'At what hour?',
      paragraph: null,
      sentence: null,
      teacherId: '701',
    });
    await store.handovers.open({
      questionId: question.id,
      guildId: '1',
      channelId: '11',
      articleId: null,
      question: question.text,
      asker: { userId: '701', token: 'a-token' },
    });
    await store.schedules.set({
      guildId: '1',
      channelId: '11',
      every: 'day',
      weekday: null,
      minuteOfDay: 0,
      timezone: 'UTC',
      creatorId: '701',
      nextAt: NOON,
    });
    return question.id;
  }

  it('gets every row of their own, and none that shows the code they have', async () => {
    const id = await leaveTraces();

    const own = await harness.store.members.export('701');

    expect(own.questions).toEqual([
      {
        id,
        asked_at: '2031-03-07T12:00:00.000Z',
        guild_id: '1',
        channel_id: '11',
        article_id: 'moon-base',
        question: 'When does the crew lift off?',
        language: 'en',
        answered: true,
        paragraph: 3,
        confidence: 0.75,
        source: 'slash',
      },
    ]);
    expect(own.votes).toMatchObject([{ question_id: id, helpful: false, comment: 'the hour' }]);
    expect(own.lessons).toMatchObject([{ question: 'At what hour?', paragraph: null }]);
    expect(own.handovers).toMatchObject([{ question_id: id }]);
    expect(own.schedules).toMatchObject([{ channel_id: '11', timezone: 'UTC' }]);
    expect((await harness.store.members.export('702')).votes).toHaveLength(1);
  });

  it('is forgotten: their rows, and what others voted on them; what they did for the server stays', async () => {
    await leaveTraces();

    const forgotten = await harness.store.members.forget('701');

    expect(forgotten).toEqual({ questions: 1, votes: 1, handovers: 1, unsigned: 2 });
    expect(await harness.store.members.export('701')).toEqual(NOTHING);
    expect(await harness.store.members.export('702')).toEqual(NOTHING);
    expect(harness.store.lessons.of('1')).toHaveLength(1);
    expect(await harness.store.schedules.list('1')).toMatchObject([{ creatorId: '' }]);
  });

  it('has the same code in every process', async () => {
    await leaveTraces();
    // Another process cannot see what this one has yet to write.
    await harness.store.questions.flush();
    const other = harness.another();

    expect((await other.members.export('701')).questions).toHaveLength(1);
  });
});
