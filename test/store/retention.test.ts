import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HANDOVER_MS } from '../../src/store/handovers.js';
import { DATABASES } from './databases.js';
import { asked, DAY, NOON, type StoreHarness, startStore } from './store-harness.js';

const EVER = { guildId: null, from: 0, to: NOON + 1_000 * DAY };

describe.each(DATABASES)('what has been kept long enough in $name', (kind) => {
  let harness: StoreHarness;
  beforeEach(async () => {
    harness = await startStore(kind);
  });
  afterEach(() => harness.end());

  it('is deleted at the next start: questions and votes older than the days said, to the moment', async () => {
    const [old, young] = [asked({ at: NOON - 1 }), asked({ at: NOON })];
    harness.store.questions.add(old);
    harness.store.questions.add(young);
    await harness.store.questions.flush();
    harness.clock.now = NOON - 1;
    await harness.store.votes.cast({ questionId: old.id, voterId: '701', helpful: true });
    harness.clock.now = NOON;
    await harness.store.votes.cast({ questionId: young.id, voterId: '702', helpful: true });

    harness.clock.now = NOON + 30 * DAY;
    const later = harness.another({ retentionDays: 30 });

    await expect
      .poll(async () => (await later.digests.questions(EVER, 10)).map(({ id }) => id))
      .toEqual([young.id]);
    await expect.poll(async () => (await later.members.export('701')).votes).toEqual([]);
    expect((await later.members.export('702')).votes).toHaveLength(1);
    expect(harness.log.map(({ msg, questions }) => [msg, questions])).toContainEqual([
      'questions kept long enough were deleted',
      1,
    ]);
  });

  it('is deleted in whole when there is much of it', async () => {
    for (let number = 0; number < 2_500; number++) harness.store.questions.add(asked({ at: NOON - DAY }));
    await harness.store.questions.flush();

    harness.clock.now = NOON + 365 * DAY;
    const later = harness.another();

    await expect.poll(() => later.digests.questions(EVER, 1)).toEqual([]);
  });

  it('is the asker of a handover after a week, and the handover with the questions', async () => {
    const handover = { questionId: '0000000000000001', guildId: '1', channelId: null, articleId: null };
    const asker = { userId: '701', token: 'a-token' };
    await harness.store.handovers.open({ ...handover, question: 'How old is he?', asker });

    harness.clock.now = NOON + HANDOVER_MS + 1;
    const later = harness.another();
    await expect
      .poll(() => later.handovers.find('1', handover.questionId))
      .toMatchObject({ state: 'open', asker: null });
    harness.clock.now = NOON + 91 * DAY;
    const muchLater = harness.another();
    await expect.poll(() => muchLater.handovers.find('1', handover.questionId)).toBeNull();
  });
});
