import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import type { AskedQuestion } from '../../src/store/asked-question.js';
import type { DigestScope } from '../../src/store/digests.js';
import { createNoStore } from '../../src/store/no-store.js';
import { openDatabase } from '../../src/store/open-database.js';
import { MAX_WAITING } from '../../src/store/question-log.js';
import { createStore, type Store } from '../../src/store/store.js';
import { formatMs } from '../report/format.js';
import { reportProgress } from '../report/progress.js';
import type { Table } from '../report/table.js';
import { median, quantile } from '../speed/quantile.js';
import { GUILD_ID, madeUpQuestions } from './made-up-questions.js';

const QUESTIONS = 1_000_000;
const DAY_MS = 24 * 60 * 60 * 1000;
const PERIOD_DAYS = 90;
/** Every so-manieth question is voted on. */
const VOTED_EVERY = 20;
const ROUNDS = 3;
/** Answers whose delay is measured, and how many there are a second: a very busy bot. */
const ANSWERS = 3_000;
const ANSWERS_PER_SECOND = 200;

interface Results {
  readonly name: string;
  readonly perSecond: number;
  /** By what is asked: all that is kept, and the last week of it, in milliseconds. */
  readonly digests: readonly { readonly name: string; readonly all: number; readonly week: number }[];
  readonly delays: readonly number[];
}

/** What keeping questions costs, and what digests of a million take. @param postgres an empty database, if at hand */
export async function storeTables({ postgres }: { postgres?: string }): Promise<Table[]> {
  const folder = await mkdtemp(join(tmpdir(), 'pincite-bench-'));
  const results = [await measure('SQLite', `file:${join(folder, 'bench.db')}`)];
  await rm(folder, { recursive: true });
  if (postgres !== undefined) results.push(await measure('PostgreSQL', postgres));
  const without = await delaysOf(createNoStore());
  return [throughput(results), digestTable(results), latency(results, without)];
}

async function measure(name: string, url: string): Promise<Results> {
  const store = createStore(url, { log: pino({ level: 'warn' }), retentionDays: PERIOD_DAYS + 1 });
  await store.opened;
  const to = Date.now();
  const started = performance.now();
  let written = 0;
  for (const question of madeUpQuestions(QUESTIONS, to - PERIOD_DAYS * DAY_MS, to)) {
    while (store.questions.counts.waiting >= MAX_WAITING) await sleep(1);
    store.questions.add(question);
    if (++written % 10_000 === 0) reportProgress(`store: ${name}, ${written} questions`);
  }
  await store.questions.flush();
  const perSecond = QUESTIONS / ((performance.now() - started) / 1_000);
  await addVotes(url, to);
  const digests = await timeDigests(name, store, to);
  const delays = await delaysOf(store);
  await store.close();
  return { name, perSecond, digests, delays };
}

async function addVotes(url: string, at: number): Promise<void> {
  const database = openDatabase(url);
  for (let batch = 0; batch < QUESTIONS / VOTED_EVERY / 500; batch++) {
    const rows = await database.main
      .selectFrom('questions')
      .select('id')
      .orderBy('id')
      .offset(batch * 500 * VOTED_EVERY)
      .limit(500)
      .execute();
    const votes = rows.map(({ id }, i) => ({
      question_id: id,
      voter: 'a member',
      helpful: i % 4 === 0 ? 0 : 1,
      comment: i % 40 === 0 ? 'the date' : null,
      voted_at: at,
    }));
    await database.main.insertInto('votes').values(votes).execute();
  }
  await database.close();
}

async function timeDigests(name: string, store: Store, to: number): Promise<Results['digests']> {
  const ever: DigestScope = { guildId: GUILD_ID, from: to - PERIOD_DAYS * DAY_MS, to: to + 1 };
  const lastWeek: DigestScope = { ...ever, from: to - 7 * DAY_MS };
  const days = Array.from({ length: PERIOD_DAYS }, (_, day) => to - (PERIOD_DAYS - day) * DAY_MS);
  const queries: Record<string, (scope: DigestScope) => Promise<unknown>> = {
    'totals: questions, answers, members, votes': (scope) => store.digests.totals(scope),
    'questions a day': (scope) => store.digests.perDay(scope, days),
    'the 300 texts asked most': (scope) => store.digests.mostAsked(scope, 300),
    'the 300 asked most and not answered': (scope) => store.digests.mostAsked(scope, 300, false),
    'paragraphs quoted': (scope) => store.digests.quotedParagraphs(scope, 100),
    'comments with a 👎': (scope) => store.digests.comments(scope, 20),
  };
  const digest = async (scope: DigestScope) => {
    for (const query of Object.values(queries)) await query(scope);
  };
  const timed = [];
  for (const [what, query] of Object.entries({ ...queries, 'a digest: all of them': digest })) {
    reportProgress(`store: ${name}, ${what}`);
    const all = await medianTime(() => query(ever));
    timed.push({ name: what, all, week: await medianTime(() => query(lastWeek)) });
  }
  return timed;
}

async function medianTime(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return median(times);
}

/** How long an answer that notes its question holds the process up, and what the writing behind it does to others. */
async function delaysOf(store: Store): Promise<number[]> {
  const now = Date.now();
  const questions: AskedQuestion[] = [...madeUpQuestions(ANSWERS, now, now + ANSWERS)];
  const delays: number[] = [];
  for (const question of questions) {
    const started = performance.now();
    store.questions.add(question);
    await setImmediate();
    delays.push(performance.now() - started);
    await sleep(1_000 / ANSWERS_PER_SECOND);
  }
  return delays;
}

function throughput(results: readonly Results[]): Table {
  return {
    title: 'Questions noted, sustained',
    note: `${QUESTIONS.toLocaleString('en')} questions, noted as fast as the database takes them; each batch is on the disk before the next.`,
    head: ['', 'questions a second'],
    rows: results.map(({ name, perSecond }) => [name, Math.round(perSecond).toLocaleString('en')]),
  };
}

function digestTable(results: readonly Results[]): Table {
  const [first] = results;
  return {
    title: 'A digest of a million questions',
    note: `Milliseconds; one server's ${QUESTIONS.toLocaleString('en')} questions over ${PERIOD_DAYS} days, all of them and those of the last week; median of ${ROUNDS}.`,
    head: ['', ...results.flatMap(({ name }) => [`${name}, all`, `${name}, a week`])],
    rows: (first?.digests ?? []).map(({ name }, i) => [
      name,
      ...results.flatMap(({ digests }) => [formatMs(digests[i]?.all ?? 0), formatMs(digests[i]?.week ?? 0)]),
    ]),
  };
}

function latency(results: readonly Results[], without: readonly number[]): Table {
  const row = (name: string, delays: readonly number[]) => [
    name,
    ...[0.5, 0.99, 1].map((q) => formatMs(quantile(delays, q))),
  ];
  return {
    title: 'What noting a question adds to an answer',
    note: `Milliseconds from noting a question until the process is free again, ${ANSWERS_PER_SECOND} answers a second, with the writing behind them going on.`,
    head: ['', 'p50', 'p99', 'most'],
    rows: [row('nothing noted', without), ...results.map(({ name, delays }) => row(name, delays))],
  };
}
