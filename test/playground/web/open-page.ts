import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { loadCommands } from '../../../src/bot/load-commands.js';
import { startBot } from '../../../src/bot/start-bot.js';
import { explainRanking } from '../../../src/cli/explain-ranking.js';
import { openCorpus } from '../../../src/cli/open-corpus.js';
import { Importer } from '../../../src/import/importer.js';
import { ServerLibraries } from '../../../src/library/server-libraries.js';
import { type Loopback, startLoopback } from '../../../src/playground/loopback.js';
import { type ServedPage, servePage } from '../../../src/playground/web/serve-page.js';
import { createStore } from '../../../src/store/store.js';
import { validatePayload } from '../validate-payload.js';

/** The page with the real bot behind it. */
export interface OpenPage {
  readonly loopback: Loopback;
  readonly page: ServedPage;
  end(): Promise<void>;
}

/** An article whose author would like to run something in the reader's browser. */
const HOSTILE = `---
title: A <script>window.hacked = 1</script> title
---

The lighthouse keeper Marble wrote \\<img src=x onerror="window.hacked = 1"> <script>window.hacked = 1</script> on the oak door in 1907.

A [link](javascript:window.hacked=1) was painted above the harbour by Captain Flint.
`;

export const EXAMPLES = [
  { question: 'When did the two heads last meet?', note: 'answered' },
  { question: 'How much does a seat on Soyuz cost?', note: 'the article does not say' },
  { question: 'wher is dufy going on wensday', note: 'misspelt' },
];

/** Starts the bot with the shipped article and a hostile one, and serves the page on any free port. */
export async function openPage(): Promise<OpenPage> {
  const corpus = await mkdtemp(join(tmpdir(), 'pincite-page-'));
  await cp('corpus/nasa-roscosmos.md', join(corpus, 'nasa-roscosmos.md'));
  await writeFile(join(corpus, 'hostile.md'), HOSTILE);
  const opened = await openCorpus(corpus);
  if (!opened.ok) throw new Error(opened.reason);
  const { engine } = opened;
  const log = pino({ level: 'silent' });
  const store = createStore('file::memory:', { log, retentionDays: 90 });
  const loopback = await startLoopback({ validate: validatePayload, guildName: 'The playground' });
  const outcome = await startBot({
    token: loopback.token,
    apiUrl: loopback.apiUrl,
    libraries: new ServerLibraries({
      shared: { engine },
      vectors: opened.vectors,
      articles: store.articles,
      log,
    }),
    importer: new Importer({ allowedOrigins: [new URL(loopback.apiUrl).origin] }),
    store,
    registry: await loadCommands(),
    log,
  });
  if (outcome.kind !== 'ready') throw new Error('the bot did not start');
  const explain = async (question: string) => explainRanking(engine.ask(question));
  const page = await servePage({ loopback, examples: EXAMPLES, explain }, 0);
  if (!page) throw new Error('there is no free port');
  return {
    loopback,
    page,
    async end() {
      await page.close();
      await outcome.bot.stop();
      await loopback.close();
      await store.close();
      await rm(corpus, { recursive: true });
    },
  };
}
