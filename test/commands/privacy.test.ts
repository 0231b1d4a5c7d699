import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startHarness } from '../bot/bot-harness.js';
import { type StoreBot, startStoreBot } from '../bot/store-bot.js';

const QUESTION = 'When does the crew lift off?';

let bot: StoreBot;

beforeEach(async () => {
  bot = await startStoreBot();
});

afterEach(async () => {
  await bot.end();
  expect(bot.troubles()).toEqual([]);
});

/** What `/privacy export` sends, read. */
async function exported(name: string): Promise<Record<string, Record<string, unknown>[]> | null> {
  const reply = await bot.loopback.member(name).slash('privacy', {}, { subcommand: 'export' });
  expect(reply.isEphemeral).toBe(true);
  const [file] = reply.message?.attachments ?? [];
  if (!file) return null;
  expect(file.filename).toBe('pincite-my-data.json');
  return (await fetch(file.url)).json() as Promise<Record<string, Record<string, unknown>[]>>;
}

describe('/privacy show', () => {
  it('says to the member alone what is kept, and for how long', async () => {
    const reply = await bot.loopback.member('Ann').slash('privacy', {}, { subcommand: 'show' });

    expect(reply.isEphemeral).toBe(true);
    expect(reply.message?.content).toContain('Kept for 90 days.');
    expect(reply.message?.content).toContain('`/privacy forget` deletes it');
  });

  it('says that nothing is kept where that is so', async () => {
    const without = await startHarness();
    const ann = without.loopback.member('Ann');
    const replies = [];
    for (const subcommand of ['show', 'export', 'forget']) {
      replies.push(await ann.slash('privacy', {}, { subcommand }));
    }
    await without.end();

    expect(replies.map(({ message }) => message?.content)).toEqual(
      Array(3).fill('I keep nothing: no questions, no names.'),
    );
  });
});

describe('/privacy export', () => {
  it('sends a member their own questions and votes, those of the last moment included', async () => {
    const [ann, bob] = [bot.loopback.member('Ann'), bot.loopback.member('Bob')];
    const answer = await (await ann.slash('ask', { question: QUESTION })).answered();
    await bob.slash('ask', { question: 'Who leads the crew?' });
    await bob.press(answer, '👍');

    const [own, other] = [await exported('Ann'), await exported('Bob')];

    expect(own?.questions?.map(({ question }) => question)).toEqual([QUESTION]);
    expect(own?.votes).toEqual([]);
    expect(other?.questions?.map(({ question }) => question)).toEqual(['Who leads the crew?']);
    expect(other?.votes).toMatchObject([{ helpful: true, comment: null }]);
    expect(JSON.stringify([own, other])).not.toContain(ann.userId);
  });

  it('says so when there is nothing', async () => {
    expect(await exported('Cleo')).toBeNull();
  });
});

describe('/privacy forget', () => {
  it('asks first, and deletes nothing of those who think better of it', async () => {
    const ann = bot.loopback.member('Ann');
    await ann.slash('ask', { question: QUESTION });

    const asked = await (await ann.slash('privacy', {}, { subcommand: 'forget' })).answered();
    await ann.press(asked, 'Keep it');

    expect(asked.isEphemeral).toBe(true);
    expect(ann.messages().find(({ id }) => id === asked.id)).toMatchObject({
      content: 'Nothing was deleted.',
      buttons: [],
    });
    expect((await exported('Ann'))?.questions).toHaveLength(1);
  });

  it('deletes what is kept of the member and of nobody else, and says how much', async () => {
    const [ann, bob] = [bot.loopback.member('Ann'), bot.loopback.member('Bob')];
    const answer = await (await ann.slash('ask', { question: QUESTION })).answered();
    await ann.slash('ask', { question: 'Who leads the crew?' });
    await bob.slash('ask', { question: 'Who leads the crew?' });
    await ann.press(answer, '👍');

    const asked = await (await ann.slash('privacy', {}, { subcommand: 'forget' })).answered();
    await ann.press(asked, 'Delete it all');

    expect(ann.messages().find(({ id }) => id === asked.id)?.content).toBe('Deleted: 2 questions, 1 vote.');
    expect(await exported('Ann')).toBeNull();
    expect((await exported('Bob'))?.questions).toHaveLength(1);
  });
});
