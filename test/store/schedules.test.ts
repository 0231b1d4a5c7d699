import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_SCHEDULES, type Schedule } from '../../src/store/schedules.js';
import { DATABASES } from './databases.js';
import { DAY, NOON, type StoreHarness, startStore } from './store-harness.js';

const DAILY: Schedule = {
  guildId: '1',
  channelId: '11',
  every: 'day',
  weekday: null,
  minuteOfDay: 9 * 60,
  timezone: 'Europe/Berlin',
  creatorId: '901',
  nextAt: NOON,
  lastAt: null,
};

describe.each(DATABASES)('schedules in $name', (kind) => {
  let harness: StoreHarness;
  beforeEach(async () => {
    harness = await startStore(kind);
  });
  afterEach(() => harness.end());

  it('are kept as they were set, the next one first, and only for their server', async () => {
    const weekly: Schedule = { ...DAILY, channelId: '12', every: 'week', weekday: 7, nextAt: NOON - DAY };
    await harness.store.schedules.set(DAILY);
    await harness.store.schedules.set(weekly);

    expect(await harness.store.schedules.list('1')).toEqual([weekly, DAILY]);
    expect(await harness.store.schedules.list('2')).toEqual([]);
  });

  it('are set once a channel: the last one counts', async () => {
    await harness.store.schedules.set(DAILY);
    await harness.store.schedules.set({ ...DAILY, minuteOfDay: 600 });

    expect(await harness.store.schedules.list('1')).toEqual([{ ...DAILY, minuteOfDay: 600 }]);
  });

  it('are as many as a server may have, and no more', async () => {
    for (let channel = 0; channel < MAX_SCHEDULES; channel++) {
      await harness.store.schedules.set({ ...DAILY, channelId: String(channel) });
    }

    expect(await harness.store.schedules.set({ ...DAILY, channelId: '99' })).toBe(false);
    expect(await harness.store.schedules.set({ ...DAILY, channelId: '0' })).toBe(true);
  });

  it('fall due at their time, and are claimed by one of several processes', async () => {
    await harness.store.schedules.set(DAILY);
    const others = [harness.another(), harness.another()];
    expect(await harness.store.schedules.due(NOON - 1)).toEqual([]);

    const claims = await Promise.all(
      [harness.store, ...others].map(async ({ schedules }) => {
        const [due] = await schedules.due(NOON);
        return due !== undefined && schedules.claim(due, NOON, NOON + DAY);
      }),
    );

    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await harness.store.schedules.list('1')).toEqual([{ ...DAILY, nextAt: NOON + DAY, lastAt: NOON }]);
  });

  it('are removed by channel, or all at once', async () => {
    for (const channelId of ['11', '12', '13']) await harness.store.schedules.set({ ...DAILY, channelId });

    const one = await harness.store.schedules.remove('1', '12');
    const none = await harness.store.schedules.remove('2');
    const rest = await harness.store.schedules.remove('1');

    expect([one, none, rest]).toEqual([1, 0, 2]);
  });
});
