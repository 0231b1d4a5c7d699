import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Article } from '../article/article.js';
import { composeDigest } from '../bot/compose-digest.js';
import { DIGEST_VIEWS, type DigestView, type DigestViewName } from '../bot/digest-view.js';
import type { Config } from '../config.js';
import type { Engine } from '../engine/outcome.js';
import { createLog } from '../log.js';
import { plainText } from '../playground/terminal/plain-text.js';
import { renderMarkdown } from '../playground/terminal/render-markdown.js';
import { Window } from '../playground/terminal/window.js';
import { createStore } from '../store/store.js';
import { StoreError } from '../store/store-error.js';
import type { PeriodName } from '../summary/period.js';
import { EXIT } from './exit-code.js';
import { explainFileError } from './explain-file-error.js';
import { complain, print } from './output.js';

interface Options {
  readonly config: Config;
  readonly engine: Engine;
  /** null: about all articles. */
  readonly article: Article | null;
  readonly period: PeriodName;
  /** null: of all servers. */
  readonly guildId: string | null;
  /** Where to write the chart; null: nowhere. */
  readonly chart: string | null;
}

/** The file of an SQLite database; null for one in memory and for PostgreSQL. */
function fileOf(url: string): string | null {
  if (url === 'file::memory:') return null;
  if (url.startsWith('file:///')) return fileURLToPath(url);
  return url.startsWith('file:') ? url.slice('file:'.length) : null;
}

/** Prints what members asked, every view of it, as `/questions` shows it. Returns the exit code. */
export async function printQuestions(options: Options): Promise<number> {
  const { config, engine, article, period, guildId } = options;
  const file = fileOf(config.databaseUrl);
  if (file !== null && !existsSync(file)) {
    complain(
      `There is no database at ${file} yet: the bot makes it when it runs. DATABASE_URL names another.`,
    );
    return EXIT.error;
  }
  const log = createLog(config.logLevel ?? 'error');
  const store = createStore(config.databaseUrl, { log, retentionDays: config.retentionDays });
  try {
    await store.opened;
    const services = { store, library: { engine } };
    const window = new Window(process.stdout, process.stdout.isTTY === true);
    const { timeZone: timezone } = Intl.DateTimeFormat().resolvedOptions();
    const state = { page: 0, period, at: Date.now(), version: article?.version ?? '', timezone };
    for (const view of Object.keys(DIGEST_VIEWS) as DigestViewName[]) {
      const shown: DigestView = { ...state, view };
      const { text, files = [] } = await composeDigest(shown, guildId, services);
      // Each view begins with the same heading: once is enough.
      print(
        renderMarkdown(
          plainText(view === 'overview' ? text : `\n${text.slice(text.indexOf('\n') + 1)}`),
          window,
          new Map(),
        ),
      );
      const [chart] = files;
      if (view === 'overview' && options.chart !== null) await saveChart(options.chart, chart?.data);
      print('');
    }
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    complain(`The database cannot be read: ${error.message}.`);
    return EXIT.error;
  } finally {
    await store.close();
  }
}

async function saveChart(file: string, data: Uint8Array | string | undefined): Promise<void> {
  if (data === undefined) {
    complain('There is no chart: nothing was asked.');
    return;
  }
  try {
    await writeFile(file, data);
  } catch (error) {
    complain(`${file}: ${explainFileError(error)}`);
  }
}
