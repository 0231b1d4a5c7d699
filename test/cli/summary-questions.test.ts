import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createQuestionId } from '../../src/store/question-id.js';
import { createStore } from '../../src/store/store.js';
import { keepLog } from '../bot/bot-harness.js';
import { runPincite } from './run-pincite.js';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pincite-'));
});
afterAll(() => rm(folder, { recursive: true }));

const run = (file: string, ...args: string[]) =>
  runPincite(['summary', '--questions', ...args], { env: { DATABASE_URL: `file:${join(folder, file)}` } });

describe('summary --questions', () => {
  it('prints what members asked, and writes the chart', async () => {
    const store = createStore(`file:${join(folder, 'asked.db')}`, { log: keepLog().log, retentionDays: 90 });
    await store.opened;
    for (const [text, guildId] of [
      ['How much is a seat?', '1'],
      ['how much is the seat', '2'],
    ] as const) {
      const at = Date.now() - 60_000;
      store.questions.add({
        id: createQuestionId(at),
        at,
        guildId,
        channelId: null,
        articleId: 'nasa-roscosmos',
        text,
        language: 'en',
        answered: false,
        paragraph: null,
        confidence: 0.1,
        source: 'slash',
        askerId: '701',
      });
    }
    await store.questions.flush();
    await store.close();
    const chart = join(folder, 'chart.png');

    const all = await run('asked.db', '--chart', chart);
    const one = await run('asked.db', '--guild', '1', '--since', '24h');

    expect(all).toMatchObject({ code: 0, stderr: '' });
    expect(all.stdout).toContain('2 questions by 1 member');
    expect(all.stdout).toMatch(/1\. “how much is (a|the) seat\??”\nasked 2 times, in 2 wordings/i);
    expect((await readFile(chart)).subarray(1, 4).toString()).toBe('PNG');
    expect(one.stdout).toContain('Questions, the last 24 hours\n\n1 question by 1 member');
  });

  it('says where it looked when there is no database, and makes none', async () => {
    const none = await run('none.db');

    expect(none.code).toBe(1);
    expect(none.stderr).toContain('There is no database at');
    expect((await run('none.db')).code).toBe(1);
  });
});
