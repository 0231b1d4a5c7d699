import { setImmediate as nextTurn } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { Article } from '../article/article.js';
import { MAX_ENCODED_SENTENCES } from '../encoder-thread/encoded-library.js';
import { createEngine, type EngineOptions, prepareArticle } from '../engine/engine.js';
import type { Engine } from '../engine/outcome.js';
import type { Articles } from '../store/articles.js';
import type { KeptArticle } from '../store/kept-article.js';
import { StoreError } from '../store/store-error.js';
import type { Libraries, Library } from './library.js';
import {
  IDLE_MS,
  LIBRARY_OVERHEAD,
  MAX_LESSONS_A_SERVER,
  MAX_LESSONS_AN_ARTICLE,
  MAX_READY_SENTENCES,
} from './limits.js';
import { readArticles } from './read-articles.js';

/** The operator's articles. Read at each use, so that a changed corpus can be put in its place. */
export interface SharedArticles {
  readonly engine: Engine;
}

interface Options extends EngineOptions {
  readonly shared: SharedArticles;
  readonly articles: Pick<Articles, 'of' | 'load'>;
  readonly encoder?: NonNullable<Library['encoder']> & {
    learn(articles: readonly Article[], room: number): Promise<number>;
  };
  readonly log: Logger;
  /** Sentences of servers' own articles that are kept ready (default `MAX_READY_SENTENCES`). */
  readonly readySentences?: number;
  /** How long a server's articles stay ready after the last question, in milliseconds (default `IDLE_MS`). */
  readonly idleMs?: number;
}

/** A server's articles, ready to be asked. */
interface Ready {
  /** Of what it was made. */
  readonly shared: Engine;
  readonly kept: readonly KeptArticle[];
  readonly own: readonly Article[];
  readonly library: Library;
  readonly sentences: number;
  /** How many sentences and lessons the encoder was given room for. */
  readonly encoded: number;
}

/**
 * The operator's articles beside each server's own. A server's are made ready when it is first asked, made anew when
 * they change, and let go when nobody has asked for a while: of 10,000 servers, few are awake at once.
 */
export class ServerLibraries implements Libraries {
  readonly #ready: LRUCache<string, Ready>;
  /** What is being made ready: two questions at once wait for the same. */
  readonly #opening = new Map<string, Pick<Ready, 'shared' | 'kept'> & { readonly ready: Promise<Ready> }>();
  readonly #sweeping: NodeJS.Timeout;
  #encoded = 0;

  constructor(private readonly options: Options) {
    const { readySentences = MAX_READY_SENTENCES, idleMs = IDLE_MS } = options;
    this.#ready = new LRUCache({
      maxSize: readySentences,
      // One that is larger than all the room there is, is kept alone.
      sizeCalculation: ({ sentences }) => Math.min(readySentences, sentences + LIBRARY_OVERHEAD),
      ttl: idleMs,
      updateAgeOnGet: true,
      dispose: ({ encoded }) => {
        this.#encoded -= encoded;
      },
    });
    this.#sweeping = setInterval(() => this.#ready.purgeStale(), Math.max(1, idleMs / 10));
    this.#sweeping.unref();
  }

  /** How many servers' own articles are ready now. */
  get readyCount(): number {
    return this.#ready.size;
  }

  async of(guildId: string | null): Promise<Library> {
    const shared = this.options.shared.engine;
    const kept = this.options.articles.of(guildId);
    if (guildId === null || kept.length === 0) return this.#libraryOf(shared);
    const before = this.#ready.get(guildId);
    if (before?.shared === shared && before.kept === kept) return before.library;
    try {
      return (await this.#open(guildId, shared, kept, before?.own ?? [])).library;
    } catch (error) {
      // What the server had a moment ago is better than no answer.
      if (before && error instanceof StoreError) return before.library;
      throw error;
    }
  }

  /** Lets go of everything. */
  close(): void {
    clearInterval(this.#sweeping);
    this.#ready.clear();
  }

  #libraryOf(engine: Engine): Library {
    const { encoder } = this.options;
    return encoder ? { engine, encoder } : { engine };
  }

  #open(
    guildId: string,
    shared: Engine,
    kept: readonly KeptArticle[],
    before: readonly Article[],
  ): Promise<Ready> {
    const opening = this.#opening.get(guildId);
    if (opening?.shared === shared && opening.kept === kept) return opening.ready;
    const ready = this.#makeReady(guildId, shared, kept, before).finally(() => {
      if (this.#opening.get(guildId)?.ready === ready) this.#opening.delete(guildId);
    });
    this.#opening.set(guildId, { shared, kept, ready });
    return ready;
  }

  async #makeReady(
    guildId: string,
    shared: Engine,
    kept: readonly KeptArticle[],
    before: readonly Article[],
  ): Promise<Ready> {
    const { vectors = null, encoder } = this.options;
    const known = new Map(before.map((article) => [article.version, article]));
    const missing = kept.filter(({ version, id }) => known.get(version)?.id !== id).map(({ id }) => id);
    const read = missing.length === 0 ? [] : await this.#read(guildId, missing);
    const byId = new Map([...before, ...read].map((article) => [article.id, article]));
    const own = withinLessons(kept.flatMap(({ id }) => byId.get(id) ?? []));
    for (const article of own) await prepareArticle(article, { vectors }, nextTurn);
    const isOwn = new Set(own.map(({ id }) => id));
    const articles = [...shared.articles.filter(({ id }) => !isOwn.has(id)), ...own];
    const sentences = own.reduce((sum, article) => sum + countSentences(article), 0);
    const lessons = own.reduce((sum, article) => sum + article.lessons.length, 0);
    const room = Math.max(0, MAX_ENCODED_SENTENCES - this.#encoded);
    const encoded = encoder ? Math.min(room, sentences + lessons) : 0;
    const library = this.#libraryOf(createEngine(articles, { vectors }));
    const ready = { shared, kept, own, library, sentences, encoded };
    this.#encoded += encoded;
    this.#ready.set(guildId, ready);
    if (encoded > 0) void encoder?.learn(own, encoded);
    return ready;
  }

  async #read(guildId: string, ids: readonly string[]): Promise<Article[]> {
    const sources = await this.options.articles.load(guildId, ids);
    const files = sources.map(({ id, source }) => ({
      name: `${id}.md`,
      bytes: new TextEncoder().encode(source),
    }));
    const results = await readArticles(files);
    return results.flatMap(({ article, faults }) => {
      if (!article)
        this.options.log.error({ guild: guildId, faults }, 'an article that was kept cannot be read');
      return article ?? [];
    });
  }
}

/** Leaves out the lessons that are more than a server may have the process learn. */
function withinLessons(articles: readonly Article[]): Article[] {
  let room = MAX_LESSONS_A_SERVER;
  return articles.map((article) => {
    const most = Math.min(room, MAX_LESSONS_AN_ARTICLE);
    room -= Math.min(most, article.lessons.length);
    return article.lessons.length <= most ? article : { ...article, lessons: article.lessons.slice(0, most) };
  });
}

function countSentences({ paragraphs }: Article): number {
  return paragraphs.reduce((sum, { sentences }) => sum + sentences.length, 0);
}
