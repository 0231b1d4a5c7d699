import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.js';
import { MAX_ENCODED_SENTENCES } from '../../src/encoder-thread/encoded-library.js';
import { createEngine } from '../../src/engine/engine.js';
import { ServerLibraries } from '../../src/library/server-libraries.js';
import { createStore, type Store } from '../../src/store/store.js';
import { StoreError } from '../../src/store/store-error.js';
import { keepLog } from '../bot/bot-harness.js';
import { moonBase, rain } from '../bot/moon-base.js';
import { keepArticle } from './keep-article.js';

let store: Store;
let shared: { engine: ReturnType<typeof createEngine> };
let libraries: ServerLibraries;
let loads: (readonly string[] | undefined)[];
/** Whether texts can be read from the database. */
let isInReach: boolean;

beforeEach(async () => {
  store = createStore('file::memory:', { log: keepLog().log, retentionDays: 90 });
  await store.opened;
  shared = { engine: createEngine([moonBase()]) };
  loads = [];
  isInReach = true;
  const articles = {
    of: (guildId: string | null) => store.articles.of(guildId),
    load: (guildId: string, ids?: readonly string[]) => {
      loads.push(ids);
      return isInReach ? store.articles.load(guildId, ids) : Promise.reject(new StoreError('out of reach'));
    },
  };
  libraries = new ServerLibraries({ shared, articles, log: keepLog().log, readySentences: 200 });
});

afterEach(async () => {
  libraries.close();
  await store.close();
});

const titles = async (guildId: string | null) =>
  (await libraries.of(guildId)).engine.articles.map(({ title }) => title);

/** An article about a village whose well is so many metres deep. */
const village = (name: string, depth: number, sentences = 1) =>
  `---\ntitle: The well of ${name}\n---\n\nThe well of ${name} is ${depth} metres deep.\n\n${'Nobody swims in it. '.repeat(sentences)}`;

describe('what a server may ask', () => {
  it('is the operator’s articles where it has none, and in direct messages', async () => {
    await keepArticle(store, '1', 'well', village('Aldervik', 31));
    expect(await titles('2')).toEqual(['Agency picks crew for moon base']);
    expect(await titles(null)).toEqual(['Agency picks crew for moon base']);
  });

  it('is its own articles too, which are answered from', async () => {
    await keepArticle(store, '1', 'well', village('Aldervik', 31));
    const { engine } = await libraries.of('1');
    expect(engine.articles.map(({ id }) => id)).toEqual(['moon-base', 'well']);
    const outcome = engine.ask('how deep is the well');
    expect(outcome).toMatchObject({ kind: 'answered', answer: { article: { id: 'well' } } });
  });

  it('has the server’s own article where the operator has one of the same id', async () => {
    await keepArticle(store, '1', 'moon-base', village('Aldervik', 31));
    expect(await titles('1')).toEqual(['The well of Aldervik']);
    expect(await titles('2')).toEqual(['Agency picks crew for moon base']);
  });

  it('follows what is added, replaced and removed, and reads only what is new', async () => {
    await keepArticle(store, '1', 'well', village('Aldervik', 31));
    const before = await libraries.of('1');
    await keepArticle(store, '1', 'pond', village('Bruvik', 4));
    await libraries.of('1');
    await keepArticle(store, '1', 'well', village('Aldervik', 32));
    const { engine } = await libraries.of('1');
    await store.articles.remove('1', 'pond', '701');
    const after = await libraries.of('1');

    expect(before.engine.articles).toHaveLength(2);
    expect(engine.ask('how deep is the well of Aldervik')).toMatchObject({
      answer: { text: 'The well of Aldervik is 32 metres deep.' },
    });
    expect(after.engine.articles.map(({ id }) => id)).toEqual(['moon-base', 'well']);
    expect(loads).toEqual([['well'], ['pond'], ['well']]);
  });

  it('follows the operator’s articles', async () => {
    await keepArticle(store, '1', 'well', village('Aldervik', 31));
    await libraries.of('1');
    shared.engine = createEngine([rain()]);
    expect(await titles('1')).toEqual(['Rain returns to the northern valleys', 'The well of Aldervik']);
  });

  it('is made ready once for questions that come at once', async () => {
    await keepArticle(store, '1', 'well', village('Aldervik', 31));
    const [one, other] = await Promise.all([libraries.of('1'), libraries.of('1')]);
    expect(one.engine).toBe(other.engine);
    expect(loads).toHaveLength(1);
  });

  it('is read as well when it is long', async () => {
    await keepArticle(store, '1', 'well', village('Aldervik', 31, 5_000));
    const { engine } = await libraries.of('1');
    expect(engine.ask('how deep is the well')).toMatchObject({
      answer: { text: 'The well of Aldervik is 31 metres deep.' },
    });
  });

  it('counts no more taught questions than the process can learn in passing', async () => {
    const questions = Array.from({ length: 600 }, (_, i) => `question ${i}`);
    const source = `---\ntitle: The well\ntaught:\n  - paragraph: 1\n    questions: [${questions}]\n---\n\nIt is deep.\n`;
    for (let i = 0; i < 7; i++) await keepArticle(store, '1', `well-${i}`, source);
    const { engine } = await libraries.of('1');
    const counts = engine.articles
      .filter(({ id }) => id !== 'moon-base')
      .map(({ lessons }) => lessons.length);
    expect(counts).toEqual([200, 200, 200, 200, 200, 0, 0]);
  });

  it('is read by the sentence encoder, as far as there is room for its sentences and taught questions', async () => {
    const rooms: number[] = [];
    const learnt: number[] = [];
    const encoder = {
      read: async () => undefined,
      learn: async (articles: readonly Article[], room: number) => {
        learnt.push(articles.length);
        rooms.push(room);
        return articles.length;
      },
    };
    const taught = (questions: number) =>
      `---\ntitle: The well\ntaught:\n  - paragraph: 1\n    questions: |\n${'      how deep is it\n'.repeat(questions)}---\n\nIt is deep. It is cold.\n`;
    await keepArticle(store, '1', 'well', taught(5));
    await keepArticle(store, '1', 'pond', taught(0).replace(/taught:.*?(?=---)/s, ''));
    await keepArticle(store, '2', 'lake', village('Bruvik', 4, MAX_ENCODED_SENTENCES));
    const articles = {
      of: (guildId: string | null) => store.articles.of(guildId),
      load: (guildId: string, ids?: readonly string[]) => store.articles.load(guildId, ids),
    };
    libraries.close();
    libraries = new ServerLibraries({ shared, articles, encoder, log: keepLog().log });
    for (const guildId of ['1', '2', '3']) await libraries.of(guildId);
    expect(learnt).toEqual([2, 1]);
    expect(rooms).toEqual([2 + 5 + 2, MAX_ENCODED_SENTENCES - 9]);
  });

  it('is what it was, while the database is out of reach', async () => {
    await keepArticle(store, '1', 'well', village('Aldervik', 31));
    await keepArticle(store, '2', 'well', village('Bruvik', 4));
    const before = await libraries.of('1');
    await keepArticle(store, '1', 'pond', village('Bruvik', 4));
    isInReach = false;
    expect(await libraries.of('1')).toBe(before);
    await expect(libraries.of('2')).rejects.toBeInstanceOf(StoreError);
    isInReach = true;
    expect(await titles('1')).toHaveLength(3);
  });
});

it('servers that were asked longest ago are let go for others, and come back', async () => {
  for (let guild = 1; guild <= 20; guild++) {
    await keepArticle(store, String(guild), 'well', village('Aldervik', guild));
    await libraries.of(String(guild));
  }
  expect(libraries.readyCount).toBeLessThan(6);
  const { engine } = await libraries.of('1');
  expect(engine.ask('how deep is the well')).toMatchObject({
    answer: { text: 'The well of Aldervik is 1 metres deep.' },
  });
});
