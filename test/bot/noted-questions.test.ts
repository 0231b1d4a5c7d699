import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine.js';
import type { LoggedQuestion } from '../../src/store/digests.js';
import { editedMoonBase, moonBase, rain } from './moon-base.js';
import { type StoreBot, startStoreBot } from './store-bot.js';

let bot: StoreBot;

beforeEach(async () => {
  bot = await startStoreBot();
});

afterEach(async () => {
  await bot.end();
  expect(bot.troubles()).toEqual([]);
});

async function noted(): Promise<LoggedQuestion[]> {
  await bot.store.questions.flush();
  const everything = { guildId: null, from: 0, to: Date.now() + 1 };
  return bot.store.digests.questions(everything, 10);
}

describe('a question', () => {
  it('asked with /ask is noted with what came of it', async () => {
    const before = Date.now();
    const ann = bot.loopback.member('Ann');

    await ann.slash('ask', { question: 'When does the crew lift off?' });

    const [question, ...others] = await noted();
    expect(others).toEqual([]);
    expect(question).toMatchObject({
      guildId: bot.loopback.guildId,
      channelId: ann.channelId(),
      articleId: 'moon-base',
      text: 'When does the crew lift off?',
      language: 'en',
      answered: true,
      paragraph: 3,
      source: 'slash',
    });
    expect(question?.confidence).toBeGreaterThan(0);
    expect(question?.at).toBeGreaterThanOrEqual(before);
  });

  it('that the article does not answer is noted as such, with the article that was asked', async () => {
    await bot.loopback.member('Ann').slash('ask', { question: 'How much does the castle cost?' });

    expect(await noted()).toMatchObject([{ articleId: 'moon-base', answered: false, paragraph: null }]);
  });

  it('in a direct message belongs to no server', async () => {
    await (await bot.loopback.member('Ann').dm('Who leads the crew?')).answer();

    expect(await noted()).toMatchObject([{ guildId: null, source: 'dm', text: 'Who leads the crew?' }]);
  });

  it('in a mention is noted without the mention', async () => {
    const said = await bot.loopback
      .member('Ann')
      .say('general', `${bot.loopback.bot.mention} who leads the crew?`);
    await said.answer();

    expect(await noted()).toMatchObject([
      { guildId: bot.loopback.guildId, source: 'mention', text: 'who leads the crew?' },
    ]);
  });

  it.each(['hello', '👍 👍', '   '])('is not what %j is', async (question) => {
    await bot.loopback.member('Ann').slash('ask', { question });

    expect(await noted()).toEqual([]);
  });

  it('about an article that there is not is not noted', async () => {
    await bot.loopback.member('Ann').slash('ask', { question: 'Who leads the crew?', article: 'mars' });

    expect(await noted()).toEqual([]);
  });

  it('about no article in particular is counted for none when none of several answers', async () => {
    bot.library.engine = createEngine([moonBase(), rain()]);

    await bot.loopback.member('Ann').slash('ask', { question: 'How much does the castle cost?' });

    expect(await noted()).toMatchObject([{ articleId: null }]);
  });
});

describe('a lesson', () => {
  const lesson = {
    articleId: 'moon-base',
    articleVersion: moonBase().version,
    question: 'Is there beer?',
    paragraph: 4,
    sentence: 2,
    teacherId: '9',
  };

  it('is heeded in its own server, while the article is the one it was taught of', async () => {
    await bot.store.lessons.teach({ ...lesson, guildId: bot.loopback.guildId });
    const ann = bot.loopback.member('Ann');

    const taught = await ann.slash('ask', { question: 'is there beer' });
    const inDm = await ann.slash('ask', { question: 'is there beer' }, { channel: 'dm' });
    bot.library.engine = createEngine([editedMoonBase()]);
    const edited = await ann.slash('ask', { question: 'is there beer' });

    const answers = [taught, inDm, edited].map(({ message }) => message?.content.includes('melted for'));
    expect(answers).toEqual([true, false, false]);
  });
});
