import { setImmediate as nextTurn } from 'node:timers/promises';
import { watch } from 'chokidar';
import type { Logger } from 'pino';
import type { Article } from '../article/article.js';
import type { CorpusFolder } from '../article/corpus-folder.js';
import type { Fault } from '../article/fault.js';
import { formatFault } from '../article/format-fault.js';
import { createEngine, prepareArticle } from '../engine/engine.js';
import type { WordVectors } from '../engine/meaning/word-vectors.js';
import type { Engine } from '../engine/outcome.js';
import { SETTLED_MS } from './limits.js';
import { readArticles } from './read-articles.js';
import type { SharedArticles } from './server-libraries.js';

interface Options {
  /** What is in force until something changes. */
  readonly engine: Engine;
  /** Where it was read. */
  readonly folder: CorpusFolder;
  /** What has been said of it already. */
  readonly faults: readonly Fault[];
  readonly vectors: WordVectors | null;
  readonly log: Logger;
  /** Called with all articles whenever one has changed. */
  readonly onChange?: (articles: readonly Article[]) => void;
}

/**
 * The operator's articles as they are in their folder: what is added, changed or removed there is put in force, all of
 * it at once. A file that has become faulty keeps its last good version, and the fault is logged.
 */
export class LiveCorpus implements SharedArticles {
  #engine: Engine;
  readonly #watcher: ReturnType<typeof watch>;
  #timer: NodeJS.Timeout | undefined;
  #reading: Promise<void> | null = null;
  #isStale = false;
  #isClosed = false;
  /** Faults that have been logged, and still hold. */
  #told: ReadonlySet<string>;
  /** Resolves when changes are noticed from then on. */
  readonly watching: Promise<void>;

  constructor(private readonly options: Options) {
    this.#engine = options.engine;
    this.#told = new Set(options.faults.map(formatFault));
    this.#watcher = watch(options.folder.dir, { depth: 0, ignoreInitial: true, persistent: false });
    this.#watcher.on('all', () => this.#schedule());
    this.#watcher.on('error', (error) => {
      options.log.warn(
        { cause: String(error) },
        'the corpus cannot be watched: restart to put changes in force',
      );
    });
    this.watching = new Promise((resolve) => {
      this.#watcher.once('ready', () => {
        // What has changed since it was read.
        this.#schedule();
        resolve();
      });
    });
  }

  get engine(): Engine {
    return this.#engine;
  }

  /** Stops watching, and lets what is being read be read. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#watcher.close();
    await this.#reading;
  }

  /** Reads soon, once nothing has changed for a moment: an editor writes a file in several steps. */
  #schedule(): void {
    if (this.#isClosed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#readAgain(), SETTLED_MS);
    this.#timer.unref();
  }

  async #readAgain(): Promise<void> {
    if (this.#reading) {
      this.#isStale = true;
      return;
    }
    do {
      this.#isStale = false;
      this.#reading = this.#read().catch((error: unknown) => {
        this.options.log.error({ err: error }, 'the corpus could not be read');
      });
      await this.#reading;
      this.#reading = null;
    } while (this.#isStale && !this.#isClosed);
  }

  async #read(): Promise<void> {
    const { folder, log, vectors, onChange } = this.options;
    const { articles, faults } = await folder.load(async (file) => {
      const [result] = await readArticles([file]);
      if (!result) throw new Error('a file was not read');
      return result;
    });
    this.#tell(faults);
    // A folder that is out of reach for a while has not lost its articles.
    if (articles.length === 0 && faults.length > 0) return;
    const before = new Map(this.#engine.articles.map((article) => [article.id, article]));
    const added = articles.filter((article) => !before.has(article.id));
    const changed = articles.filter(
      (article) => before.has(article.id) && before.get(article.id) !== article,
    );
    const ids = new Set(articles.map(({ id }) => id));
    const removed = [...before.keys()].filter((id) => !ids.has(id));
    if (added.length + changed.length + removed.length === 0) return;
    for (const article of [...added, ...changed]) await prepareArticle(article, { vectors }, nextTurn);
    this.#engine = createEngine(articles, { vectors });
    const names = (list: readonly Article[]) => list.map(({ id }) => id);
    log.info({ added: names(added), changed: names(changed), removed }, 'the corpus has changed');
    onChange?.(articles);
  }

  /** A fault is said when it comes up, not at every change of another file. */
  #tell(faults: readonly Fault[]): void {
    const lines = faults.map(formatFault);
    for (const line of lines) if (!this.#told.has(line)) this.options.log.warn(line);
    this.#told = new Set(lines);
  }
}
