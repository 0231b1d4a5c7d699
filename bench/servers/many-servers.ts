import { join } from 'node:path';
import { pino } from 'pino';
import { loadCorpus } from '../../src/article/load-corpus.js';
import { readArticle } from '../../src/article/read-article.js';
import { writeArticle } from '../../src/article/write-article.js';
import { createEngine } from '../../src/engine/engine.js';
import { ServerLibraries } from '../../src/library/server-libraries.js';
import { packageRoot } from '../../src/package-root.js';
import { createStore } from '../../src/store/store.js';
import { largeCorpus } from '../speed/large-corpus.js';
import { median } from '../speed/quantile.js';
import { wordVectors } from '../word-vectors.js';
import type { ServersMeasured } from './servers-section.js';

// A process of its own: one server after the other keeps an article and asks about it. A line of JSON at each step.

const STEPS = [0, 10, 100, 1_000, 10_000];
/** Articles that are unlike; each server has one of them, with a sentence of its own. */
const TEXTS = 100;

const { articles } = await loadCorpus(join(packageRoot(), 'corpus'));
const shared = { engine: createEngine(articles, { vectors: wordVectors }) };
shared.engine.ask('When did the two heads last meet?');
const log = pino({ level: 'silent' });
const store = createStore('file::memory:', { log, retentionDays: 1 });
await store.opened;
const libraries = new ServerLibraries({ shared, vectors: wordVectors, articles: store.articles, log });
const texts = largeCorpus(articles, TEXTS * 100);

let servers = 0;
for (const step of STEPS) {
  const waits: number[] = [];
  for (; servers < step; servers++) {
    const guildId = String(servers);
    await keep(guildId);
    const started = performance.now();
    const { engine } = await libraries.of(guildId);
    engine.ask('how deep is the well of the village');
    waits.push(performance.now() - started);
  }
  globalThis.gc?.();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  const measured: ServersMeasured = {
    servers,
    ready: libraries.readyCount,
    held: heapUsed + arrayBuffers,
    rss,
    firstAnswerMs: waits.length > 0 ? median(waits) : null,
  };
  process.stdout.write(`${JSON.stringify(measured)}\n`);
}
process.exit();

async function keep(guildId: string): Promise<void> {
  const text = texts[Number(guildId) % texts.length];
  if (!text) throw new Error('there is no text');
  const [first, ...others] = text.paragraphs;
  if (!first) throw new Error('a text has no paragraph');
  const own = { ...first, text: `The well of village ${guildId} is ${guildId} feet deep. ${first.text}` };
  const source = writeArticle(text, [own, ...others]);
  const { article } = readArticle({ name: 'well.md', bytes: new TextEncoder().encode(source) });
  if (!article) throw new Error('the text cannot be read back');
  const { version, title } = article;
  await store.articles.keep(guildId, { id: 'well', version, title, source }, '701');
}
