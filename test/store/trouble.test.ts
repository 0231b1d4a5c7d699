import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_WAITING } from '../../src/store/question-log.js';
import { createStore } from '../../src/store/store.js';
import { StoreError } from '../../src/store/store-error.js';
import { keepLog } from '../bot/bot-harness.js';
import { DATABASES, SQLITE } from './databases.js';
import { asked, NOON, type StoreHarness, startStore } from './store-harness.js';

const EVER = { guildId: null, from: 0, to: 2 * NOON };
const OUT_OF_REACH =
  'the database is out of reach: answering goes on, and questions are kept in memory until it is back';
const BACK = 'the database is back';

function pathOf(url: string): string {
  return url.slice('file:'.length);
}

describe.each(DATABASES)('while $name is out of reach', (kind) => {
  let harness: StoreHarness;
  let restore: () => Promise<void>;
  beforeEach(async () => {
    harness = await startStore(kind);
    // The first member's name needs the key, which is read once.
    await harness.store.members.export('701');
    restore = await harness.database.shut();
  });
  afterEach(() => harness.end());

  function said(): string[] {
    return harness.log.filter(({ level }) => level >= 30).map(({ msg }) => msg);
  }

  it('questions are kept and written when it is back, in their order, with one line at either end', async () => {
    const questions = Array.from({ length: 30 }, (_, second) => asked({ at: NOON + second * 1_000 }));
    for (const question of questions.slice(0, 20)) harness.store.questions.add(question);
    await expect.poll(said, { timeout: 8_000 }).toEqual([OUT_OF_REACH]);
    await expect(harness.store.questions.flush()).rejects.toThrow(StoreError);
    for (const question of questions.slice(20)) harness.store.questions.add(question);

    await restore();
    await expect.poll(said, { timeout: 8_000 }).toEqual([OUT_OF_REACH, BACK]);
    await harness.store.questions.flush();

    const kept = await harness.store.digests.questions(EVER, 100);
    expect(kept.map(({ id }) => id).reverse()).toEqual(questions.map(({ id }) => id));
  });

  it('what a member waits for fails, and can be tried again', async () => {
    const vote = { questionId: '0000000000000001', voterId: '701', helpful: true };

    await expect(harness.store.votes.cast(vote)).rejects.toThrow(StoreError);

    await restore();
    await harness.store.votes.cast(vote);
    expect((await harness.store.members.export('701')).votes).toHaveLength(1);
  });

  it('more questions than memory is meant for are counted as lost, and the digest says so', async () => {
    for (let number = 0; number < MAX_WAITING + 5; number++) {
      harness.store.questions.add(asked({ guildId: number % 2 ? '2' : '1' }));
    }
    expect(harness.store.questions.counts).toEqual({ waiting: MAX_WAITING, lost: 5 });

    await restore();
    await harness.store.questions.flush();

    const [own, everywhere] = [{ ...EVER, guildId: '1' }, EVER];
    expect(await harness.store.digests.totals(everywhere)).toMatchObject({ asked: MAX_WAITING, lost: 5 });
    expect(await harness.store.digests.totals(own)).toMatchObject({ asked: MAX_WAITING / 2, lost: 3 });
    expect(harness.store.questions.counts).toEqual({ waiting: 0, lost: 0 });
  });

  it('lessons and settings are as they were last known', async () => {
    await restore();
    await harness.store.settings.change('1', { moderatorChannelId: '12' });
    restore = await harness.database.shut();

    await expect(harness.store.settings.change('1', { moderatorChannelId: null })).rejects.toThrow(
      StoreError,
    );

    expect(harness.store.settings.of('1').moderatorChannelId).toBe('12');
    await restore();
  });
});

describe('a database that is not there at the start', () => {
  it('is waited for: questions asked before it came are written', async () => {
    const database = await SQLITE.create();
    const path = pathOf(database.url);
    const elsewhere = `${path}.folder`;
    // A file where the folder should be.
    writeFileSync(elsewhere, '');
    const { log, lines } = keepLog();
    const store = createStore(`file:${elsewhere}/pincite.db`, { log, retentionDays: 90, now: () => NOON });
    store.questions.add(asked());
    await expect.poll(() => lines.map(({ msg }) => msg)).toEqual([OUT_OF_REACH]);

    rmSync(elsewhere);
    await store.opened;
    await store.questions.flush();

    expect(await store.digests.questions(EVER, 10)).toHaveLength(1);
    await store.close();
    await database.drop();
  });
});

describe('a store that never reached its database', () => {
  it('can be closed all the same, and says what was lost', async () => {
    const database = await SQLITE.create();
    const elsewhere = `${pathOf(database.url)}.folder`;
    writeFileSync(elsewhere, '');
    const { log, lines } = keepLog();
    const store = createStore(`file:${elsewhere}/pincite.db`, { log, retentionDays: 90, now: () => NOON });
    store.questions.add(asked());
    await expect.poll(() => lines.map(({ msg }) => msg)).toEqual([OUT_OF_REACH]);

    await store.close();

    expect(lines.at(-1)).toMatchObject({
      msg: 'questions were lost: the database is out of reach',
      questions: 1,
    });
    await database.drop();
  });
});

describe('a damaged file', () => {
  it('is left as it is, the operator is told once, and everything else goes on', async () => {
    const database = await SQLITE.create();
    const path = pathOf(database.url);
    const garbage = 'no database, '.repeat(1_000);
    writeFileSync(path, garbage);
    const { log, lines } = keepLog();

    const store = createStore(database.url, { log, retentionDays: 90 });
    store.questions.add(asked());
    const opened = await store.opened.catch((error: unknown) => error);
    const voted = await store.votes
      .cast({ questionId: '0000000000000001', voterId: '701', helpful: true })
      .catch((error: unknown) => error);
    await store.close();

    expect([opened, voted]).toEqual([expect.any(StoreError), expect.any(StoreError)]);
    expect(lines.map(({ level, msg, cause }) => [level, msg, cause])).toEqual([
      [
        50,
        'the database cannot be used: nothing more is read from it or written to it, and no question is kept. Answering goes on',
        'the file is damaged (file is not a database): stop the bot, move the file aside or put a backup in its place, and start again',
      ],
      [40, 'questions were lost: the database is out of reach', undefined],
    ]);
    expect(readFileSync(path, 'utf8')).toBe(garbage);
    await database.drop();
  });
});
