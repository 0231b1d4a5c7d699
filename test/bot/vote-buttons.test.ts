import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SeenMessage } from '../../src/playground/member/seen-message.js';
import { createStore } from '../../src/store/store.js';
import { SQLITE } from '../store/databases.js';
import { keepLog, startHarness } from './bot-harness.js';
import { type StoreBot, startStoreBot } from './store-bot.js';

const QUESTION = 'When does the crew lift off?';

let bot: StoreBot;
let answer: SeenMessage;

beforeEach(async () => {
  bot = await startStoreBot();
  answer = await (await bot.loopback.member('Ann').slash('ask', { question: QUESTION })).answered();
});

afterEach(() => bot.end());

async function votes() {
  await bot.store.questions.flush();
  const scope = { guildId: bot.loopback.guildId, from: 0, to: Date.now() + 1 };
  const { helpful, unhelpful } = await bot.store.digests.totals(scope);
  const comments = await bot.store.digests.comments(scope, 10);
  return { helpful, unhelpful, comments: comments.map(({ comment }) => comment) };
}

describe('an answer', () => {
  it('can be voted on; “the article does not say” cannot', async () => {
    const notSaid = await bot.loopback.member('Ann').slash('ask', { question: 'How much is the castle?' });

    expect(answer.buttons.map(({ label }) => label)).toEqual(['Context', 'Other passages', '👍', '👎']);
    expect(notSaid.message?.buttons.map(({ label }) => label)).not.toContain('👍');
  });

  it('cannot be voted on where nothing is kept', async () => {
    const without = await startHarness();
    const reply = await without.loopback.member('Ann').slash('ask', { question: QUESTION });
    await without.end();

    expect(reply.message?.buttons.map(({ label }) => label)).toEqual(['Context', 'Other passages']);
  });

  it('that helped is noted, and only who pressed is told', async () => {
    const pressed = await bot.loopback.member('Bob').press(answer, '👍');

    expect([pressed.isEphemeral, pressed.message?.content]).toEqual([
      true,
      '👍 Noted: it helped. Press 👎 if you change your mind.',
    ]);
    expect(await votes()).toEqual({ helpful: 1, unhelpful: 0, comments: [] });
  });

  it('that did not help is noted at once, and what was looked for when it is said', async () => {
    const bob = bot.loopback.member('Bob');

    const opened = await bob.press(answer, '👎');
    const closed = await votes();
    const sent = await bob.submitModal(opened, { 'What were you looking for?': 'the time of day' });

    expect(opened.modal?.title).toBe('It did not help: noted');
    expect(closed).toEqual({ helpful: 0, unhelpful: 1, comments: [] });
    expect([sent.isEphemeral, sent.message?.content]).toEqual([
      true,
      '👎 Noted, thank you. Press 👍 if you change your mind.',
    ]);
    expect(await votes()).toEqual({ helpful: 0, unhelpful: 1, comments: ['the time of day'] });
  });

  it('has one vote of each member, and the last one counts', async () => {
    const [ann, bob] = [bot.loopback.member('Ann'), bot.loopback.member('Bob')];
    await ann.press(answer, '👍');
    await ann.press(answer, '👍');
    await bob.submitModal(await bob.press(answer, '👎'), { 'What were you looking for?': 'the year' });

    const before = await votes();
    await bob.press(answer, '👍');

    expect(before).toEqual({ helpful: 1, unhelpful: 1, comments: ['the year'] });
    expect(await votes()).toEqual({ helpful: 2, unhelpful: 0, comments: [] });
  });
});

describe('while the database is out of reach', () => {
  it('questions are answered as ever, and who votes is told that it was not saved', async () => {
    const database = await SQLITE.create();
    const { log, lines } = keepLog();
    const store = createStore(database.url, { log, retentionDays: 90 });
    await store.opened;
    const harness = await startHarness({ start: { store } });
    const ann = harness.loopback.member('Ann');
    const restore = await database.shut();

    const reply = await (await ann.slash('ask', { question: QUESTION })).answered();
    const refused = await ann.press(reply, '👍');
    await restore();
    const noted = await ann.press(reply, '👍');

    expect(reply.content).toMatch(/^> /);
    expect([refused.isEphemeral, refused.message?.content]).toEqual([
      true,
      'I cannot get at my records right now, so nothing was saved. Please try again in a few minutes; asking works meanwhile.',
    ]);
    expect(noted.message?.content).toContain('Noted');
    expect(harness.troubles()).toEqual([]);
    expect(lines.filter(({ level }) => level >= 40)).toHaveLength(1);
    await harness.end();
    await store.close();
    await database.drop();
  });
});
