import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DATABASES } from './databases.js';
import { NOON, type StoreHarness, startStore } from './store-harness.js';

const HANDOVER = {
  questionId: '0000000000000001',
  guildId: '1',
  channelId: '11',
  articleId: null,
  question: 'How old is the director?',
  asker: { userId: '701', token: 'a-token' },
};
const OPEN = { ...HANDOVER, state: 'open', openedAt: NOON };

describe.each(DATABASES)('a question handed over, in $name', (kind) => {
  let harness: StoreHarness;
  beforeEach(async () => {
    harness = await startStore(kind);
  });
  afterEach(() => harness.end());

  it('is handed over once, however often and through however many processes', async () => {
    const stores = [harness.store, harness.store, harness.another(), harness.another()];

    const opened = await Promise.all(stores.map(({ handovers }) => handovers.open(HANDOVER)));

    expect(opened.filter(Boolean)).toHaveLength(1);
    expect(await harness.store.handovers.find('1', HANDOVER.questionId)).toEqual(OPEN);
  });

  it('is not to be found from another server', async () => {
    await harness.store.handovers.open(HANDOVER);

    expect(await harness.store.handovers.find('2', HANDOVER.questionId)).toBeNull();
    expect(await harness.store.handovers.settle('2', HANDOVER.questionId, 'dismissed')).toBeNull();
  });

  it('is settled by one moderator, and the asker is forgotten with it', async () => {
    await harness.store.handovers.open(HANDOVER);
    const other = harness.another();

    const settled = await Promise.all([
      harness.store.handovers.settle('1', HANDOVER.questionId, 'answered'),
      other.handovers.settle('1', HANDOVER.questionId, 'answered'),
    ]);

    expect(settled.filter((handover) => handover !== null)).toEqual([OPEN]);
    expect(await harness.store.handovers.find('1', HANDOVER.questionId)).toEqual({
      ...OPEN,
      state: 'answered',
      asker: null,
    });
    expect(await harness.store.handovers.open(HANDOVER)).toBe(false);
  });

  it('can be handed over again after it did not reach the moderators', async () => {
    await harness.store.handovers.open(HANDOVER);
    await harness.store.handovers.withdraw(HANDOVER.questionId);

    expect(await harness.store.handovers.open(HANDOVER)).toBe(true);
  });
});
