import { describe, expect, it } from 'vitest';
import { createStore } from '../../src/store/store.js';
import { keepArticle } from '../library/keep-article.js';
import { DATABASES } from '../store/databases.js';
import { keepLog, startHarness } from './bot-harness.js';
import { moonBase } from './moon-base.js';

describe.each(DATABASES)('two bots on one $name', (kind) => {
  it('answer within a second by what was taught through the other', async () => {
    const database = await kind.create();
    const options = { log: keepLog().log, retentionDays: 90 };
    const stores = [createStore(database.url, options), createStore(database.url, options)] as const;
    await Promise.all(stores.map(({ opened }) => opened));
    const bots = [
      await startHarness({ start: { store: stores[0] } }),
      await startHarness({ start: { store: stores[1] } }),
    ] as const;
    const [teacher, other] = bots;
    const ask = async () => {
      const reply = await other.loopback.member('Ann').slash('ask', { question: 'Is there beer?' });
      return reply.message?.content;
    };

    const before = await ask();
    await stores[0].lessons.teach({
      guildId: other.loopback.guildId,
      articleId: 'moon-base',
      articleVersion: moonBase().version,
      question: 'is there BEER',
      paragraph: 4,
      sentence: 2,
      teacherId: teacher.loopback.member('Mo').userId,
    });

    await expect.poll(ask, { timeout: 1_000, interval: 100 }).toContain('Taught by a moderator.');
    expect(before).toContain('does not say');
    for (const bot of bots) await bot.end();
    for (const store of stores) await store.close();
    await database.drop();
  });

  it('answer within a second from an article that was kept through the other', async () => {
    const database = await kind.create();
    const options = { log: keepLog().log, retentionDays: 90 };
    const stores = [createStore(database.url, options), createStore(database.url, options)] as const;
    await Promise.all(stores.map(({ opened }) => opened));
    const bot = await startHarness({ start: { store: stores[1] } });
    const ask = async () => {
      const reply = await bot.loopback.member('Ann').slash('ask', { question: 'How deep is the well?' });
      return reply.message?.content;
    };

    const before = await ask();
    const source = '---\ntitle: The well\n---\n\nThe well of Aldervik is 31 metres deep.\n';
    await keepArticle(stores[0], bot.loopback.guildId, 'well', source);

    await expect.poll(ask, { timeout: 1_000, interval: 100 }).toContain('31 metres');
    expect(before).toContain('does not say');
    await bot.end();
    for (const store of stores) await store.close();
    await database.drop();
  });
});
