import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startBot } from '../../src/bot/start-bot.js';
import { startLoopback } from '../../src/playground/loopback.js';
import type { Member } from '../../src/playground/member/member.js';
import { createQuestionId } from '../../src/store/question-id.js';
import { createStore, type Store } from '../../src/store/store.js';
import { validatePayload } from '../playground/validate-payload.js';
import { DATABASES } from '../store/databases.js';
import { keepLog, optionsFor } from './bot-harness.js';
import { type StoreBot, startStoreBot } from './store-bot.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A Friday. */
const NINE = Date.UTC(2031, 2, 7, 9);

/** Counts how often it was looked what is due, so that a test can wait for the next look. */
function countLooks(store: Store): { looks: () => number } {
  let looks = 0;
  const { schedules } = store;
  const due = schedules.due.bind(schedules);
  schedules.due = async (now) => {
    const found = await due(now);
    looks += 1;
    return found;
  };
  return { looks: () => looks };
}

function ask(store: Store, guildId: string, text: string, at: number, answered = true): void {
  store.questions.add({
    id: createQuestionId(at),
    at,
    guildId,
    channelId: '11',
    articleId: 'moon-base',
    text,
    language: 'en',
    answered,
    paragraph: answered ? 3 : null,
    confidence: 0.75,
    source: 'slash',
    askerId: '701',
  });
}

describe('a scheduled digest', () => {
  const clock = { now: NINE - MINUTE };
  let bot: StoreBot;
  let mo: Member;
  let looks: () => number;

  beforeEach(async () => {
    clock.now = NINE - MINUTE;
    bot = await startStoreBot({ start: { posting: { now: () => clock.now, pollMs: 5 } } });
    mo = bot.loopback.member('Mo', { moderator: true });
    looks = countLooks(bot.store).looks;
    await bot.store.schedules.set({
      guildId: bot.loopback.guildId,
      channelId: mo.channelId('mods'),
      every: 'day',
      weekday: null,
      minuteOfDay: 9 * 60,
      timezone: 'UTC',
      creatorId: mo.userId,
      nextAt: NINE,
    });
  });

  afterEach(() => bot.end());

  /** Until it has been looked twice more what is due, at the time that it is now. */
  async function looked(): Promise<void> {
    const start = looks();
    await expect.poll(looks, { interval: 2 }).toBeGreaterThan(start + 2);
  }

  const posted = () => mo.messages('mods');

  it('is posted when it is due and not before, with its chart, and once', async () => {
    ask(bot.store, bot.loopback.guildId, 'When does the crew lift off?', NINE - 60 * MINUTE);
    ask(bot.store, bot.loopback.guildId, 'How much?', NINE - 25 * 60 * MINUTE, false);
    await bot.store.questions.flush();
    await looked();
    const early = posted().length;
    clock.now = NINE + MINUTE;
    await expect.poll(() => posted().length).toBe(1);
    await looked();

    expect(early).toBe(0);
    expect(posted()).toHaveLength(1);
    expect(posted()[0]?.content).toContain('**Questions, the last 24 hours**\n\n**1 question** by 1 member');
    expect(posted()[0]?.attachments.map(({ filename }) => filename)).toEqual(['questions.png']);
    expect((await bot.store.schedules.list(bot.loopback.guildId))[0]).toMatchObject({ nextAt: NINE + DAY });
  });

  it('is opened for the moderator alone, to page through', async () => {
    ask(bot.store, bot.loopback.guildId, 'How much?', NINE - MINUTE, false);
    await bot.store.questions.flush();
    clock.now = NINE;
    await expect.poll(() => posted().length).toBe(1);
    const opened = await (await mo.press(posted()[0] ?? { id: '' }, 'Look closer')).answered();

    expect(opened.isEphemeral).toBe(true);
    expect(opened.content).toContain('**1 question** by 1 member');
    expect(opened.buttons.map(({ label }) => label)).toContain('Not answered');
  });

  it('is skipped quietly when nothing was asked', async () => {
    clock.now = NINE + MINUTE;
    await expect
      .poll(async () => (await bot.store.schedules.list(bot.loopback.guildId))[0]?.lastAt)
      .toBe(NINE + MINUTE);
    await looked();

    expect(posted()).toEqual([]);
    expect(bot.troubles()).toEqual([]);
  });

  it('is tried again when Discord is in trouble', async () => {
    ask(bot.store, bot.loopback.guildId, 'How much?', NINE - MINUTE, false);
    await bot.store.questions.flush();
    const fault = bot.loopback.fail({ method: 'POST', path: /\/channels\/\d+\/messages$/, status: 400 });
    clock.now = NINE;
    await expect.poll(() => fault.hits).toBe(1);
    await looked();
    clock.now = NINE + 6 * MINUTE;

    await expect.poll(() => posted().length).toBe(1);
    expect(bot.troubles()).toEqual(['a digest was not posted']);
  });

  it('tells who scheduled it when it may not be posted', async () => {
    ask(bot.store, bot.loopback.guildId, 'How much?', NINE - MINUTE, false);
    await bot.store.questions.flush();
    const fault = bot.loopback.fail({ method: 'GET', path: /^\/channels\/\d+$/, status: 403 });
    await bot.store.schedules.set({
      guildId: bot.loopback.guildId,
      channelId: '404',
      every: 'day',
      weekday: null,
      minuteOfDay: 9 * 60,
      timezone: 'UTC',
      creatorId: mo.userId,
      nextAt: NINE,
    });
    clock.now = NINE;

    await expect.poll(() => mo.messages('dm').at(-1)?.content ?? '').toContain('I could not post the digest');
    expect(fault.hits).toBe(1);
    expect(mo.messages('dm').at(-1)?.content).toContain(
      'I lack View Channel and Send Messages and Attach Files',
    );
  });
});

describe.each(DATABASES)('two bots on one $name', (kind) => {
  it('post a digest once', async () => {
    const database = await kind.create();
    const loopback = await startLoopback({ validate: validatePayload });
    const clock = { now: NINE - MINUTE };
    const stores = [0, 1].map(() =>
      createStore(database.url, { log: keepLog().log, retentionDays: 90, now: () => clock.now }),
    );
    await Promise.all(stores.map(({ opened }) => opened));
    const counts = stores.map(countLooks);
    const bots = [];
    for (const store of stores) {
      const { start } = await optionsFor(loopback, {
        start: { store, posting: { now: () => clock.now, pollMs: 5 } },
      });
      const outcome = await startBot(start);
      if (outcome.kind === 'ready') bots.push(outcome.bot);
    }
    const mo = loopback.member('Mo', { moderator: true });
    const [store] = stores;
    if (!store) throw new Error('there is no store');
    ask(store, loopback.guildId, 'How much?', NINE - MINUTE, false);
    await store.questions.flush();
    await store.schedules.set({
      guildId: loopback.guildId,
      channelId: mo.channelId('mods'),
      every: 'day',
      weekday: null,
      minuteOfDay: 9 * 60,
      timezone: 'UTC',
      creatorId: mo.userId,
      nextAt: NINE,
    });
    clock.now = NINE;
    const before = counts.map(({ looks }) => looks());
    await expect.poll(() => counts.every(({ looks }, i) => looks() > (before[i] ?? 0) + 5)).toBe(true);
    await expect.poll(() => mo.messages('mods').length).toBe(1);

    expect(bots).toHaveLength(2);
    // Counted by what was sent: Discord itself would drop a second one with the same nonce.
    expect(
      loopback.traffic.recent.filter(({ route }) => route === 'POST /channels/:channel/messages'),
    ).toHaveLength(1);
    for (const bot of bots) await bot.stop();
    for (const each of stores) await each.close();
    await loopback.close();
    await database.drop();
  });
});
