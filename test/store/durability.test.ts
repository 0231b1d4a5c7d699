import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { createStore } from '../../src/store/store.js';
import { keepLog } from '../bot/bot-harness.js';
import { DATABASES, type TestDatabase } from './databases.js';
import { asked } from './store-harness.js';

const moduleUrl = (path: string) => pathToFileURL(join(packageRoot(), path)).href;

/** A process that does things, says after each that it is done, and goes on until it is killed. */
const WORKER = `
  import { pino } from '${moduleUrl('node_modules/pino/pino.js')}';
  import { createStore } from '${moduleUrl('dist/src/store/store.js')}';
  const store = createStore(process.argv[2], { log: pino({ level: 'silent' }), retentionDays: 90 });
  await store.opened;
  for (let number = 0; ; number++) {
    const questionId = String(number).padStart(16, '0');
    await store.votes.cast({ questionId, voterId: '701', helpful: true });
    await store.lessons.teach({ guildId: '1', articleId: 'a', articleVersion: 'abcdefghij',
      question: 'Question ' + number % 400, paragraph: number, sentence: null, teacherId: '701' });
    await store.settings.change('1', { moderatorChannelId: String(number) });
    process.stdout.write(number + '\\n');
  }
`;

/** Runs the process until it has done so many things, and kills it in the midst of the next. @returns the last done */
async function killAfter(url: string, count: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'pincite-worker-'));
  const script = join(folder, 'worker.mjs');
  writeFileSync(script, WORKER);
  const child = spawn(process.execPath, [script, url], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  const done = () => said.split('\n').length - 1;
  child.stdout.on('data', (chunk) => {
    said += chunk;
    if (done() >= count) child.kill('SIGKILL');
  });
  await new Promise((resolve) => child.on('close', resolve));
  rmSync(folder, { recursive: true });
  return done() - 1;
}

describe.each(DATABASES)('what was acknowledged, in $name', (kind) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await kind.create();
  });
  afterEach(() => database.drop());

  it('is there after kill -9', async () => {
    const last = await killAfter(database.url, 25);

    const store = createStore(database.url, { log: keepLog().log, retentionDays: 90 });
    await store.opened;
    const { votes } = await store.members.export('701');
    const paragraphs = store.lessons.of('1').map(({ paragraph }) => paragraph);
    const setting = Number(store.settings.of('1').moderatorChannelId);
    await store.close();

    expect(last).toBeGreaterThanOrEqual(24);
    expect(votes.length).toBeGreaterThan(last);
    expect(paragraphs).toContain(last);
    expect(setting).toBeGreaterThanOrEqual(last);
  });
});

describe('questions that wait when the store is closed', () => {
  it.each(DATABASES)('are written first, in $name', async (kind) => {
    const database = await kind.create();
    const options = { log: keepLog().log, retentionDays: 90 };
    const store = createStore(database.url, options);
    const now = Date.now();
    for (let number = 0; number < 1_200; number++) store.questions.add(asked({ at: now }));

    await store.close();

    const next = createStore(database.url, options);
    const { asked: kept } = await next.digests.totals({ guildId: null, from: now, to: now + 1 });
    await next.close();
    await database.drop();
    expect(kept).toBe(1_200);
  });
});
