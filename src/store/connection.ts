import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Logger } from 'pino';
import { explainTrouble } from './explain-trouble.js';
import { type Access, Health } from './health.js';
import { migrate } from './migrate.js';
import { type Database, openDatabase } from './open-database.js';
import type { Schema } from './schema.js';
import { StoreError } from './store-error.js';

/** A member sees "did not respond" after three seconds: by then they must have been told something. */
const REPLY_WITHIN_MS = 2_300;
/** How long a large query may take. */
const DIGEST_WITHIN_MS = 15_000;
/** Between attempts to open the database, in milliseconds. */
const RETRY_MS = 1_000;

/** The one way to the database. */
export interface Connection {
  /** Resolves when the database is open and of the newest version; rejects when that can never be. */
  readonly opened: Promise<void>;
  /** Reads what a member waits for. @throws StoreError when it is out of reach or takes too long */
  read<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T>;
  /** Writes; what is done when it resolves survives the process. @throws as `read` does */
  write<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T>;
  /** Writes nobody waits for: as long as it takes. @throws StoreError when the database is out of reach */
  writeInBackground<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T>;
  /** Reads much, beside what others do. @throws as `read` does */
  digest<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T>;
  /** Tries no longer to open a database that has not been reached; who waits for it is told so. */
  giveUp(): void;
  /** Lets what is under way finish, and closes. */
  close(): Promise<void>;
}

/** Opens the database in the background, and again while it cannot be reached. */
export class DatabaseConnection implements Connection {
  readonly #database: Database;
  readonly #closing = new AbortController();
  readonly #opened: Promise<void>;
  readonly #health: Health;
  #isOpen = false;
  #damage: StoreError | null = null;

  /** @param countWaiting questions that wait to be written, and that were lost, for the log */
  constructor(url: string, log: Logger, countWaiting: () => Record<string, number>) {
    this.#database = openDatabase(url);
    this.#health = new Health(withoutPassword(url), log, countWaiting);
    this.#opened = this.#open();
    this.#opened.catch(() => undefined);
  }

  get opened(): Promise<void> {
    return this.#opened;
  }

  read<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
    return this.#run('read', REPLY_WITHIN_MS, () => work(this.#database.main));
  }

  write<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
    return this.#run('write', REPLY_WITHIN_MS, () => work(this.#database.main));
  }

  writeInBackground<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
    return this.#run('write', Number.POSITIVE_INFINITY, () => work(this.#database.main));
  }

  digest<T>(work: (db: Kysely<Schema>) => Promise<T>): Promise<T> {
    return this.#run('read', DIGEST_WITHIN_MS, () => work(this.#database.reader));
  }

  giveUp(): void {
    this.#closing.abort();
  }

  async close(): Promise<void> {
    this.giveUp();
    await this.#opened.catch(() => undefined);
    await this.#database.close();
  }

  async #open(): Promise<void> {
    for (;;) {
      try {
        await migrate(this.#database.main);
        this.#isOpen = true;
        this.#health.succeeded('write');
        return;
      } catch (error) {
        const trouble = this.#note('write', error);
        if (!(trouble instanceof StoreError)) throw trouble;
        if (trouble.isFinal) throw trouble;
        await sleep(RETRY_MS, undefined, { signal: this.#closing.signal, ref: false }).catch(() => undefined);
        if (this.#closing.signal.aborted) throw trouble;
      }
    }
  }

  async #run<T>(access: Access, withinMs: number, work: () => Promise<T>): Promise<T> {
    if (this.#damage) throw this.#damage;
    try {
      const result = await within(withinMs, this.#isOpen ? work() : this.#opened.then(work));
      this.#health.succeeded(access);
      return result;
    } catch (error) {
      throw this.#note(access, error);
    }
  }

  #note(access: Access, error: unknown): unknown {
    const trouble = explainTrouble(error);
    if (trouble instanceof StoreError) {
      this.#health.failed(access, trouble);
      if (trouble.isFinal) this.#damage = trouble;
    }
    return trouble;
  }
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  if (ms === Number.POSITIVE_INFINITY) return work;
  const timer = new AbortController();
  const tooLong = sleep(ms, undefined, { signal: timer.signal }).then(() => {
    throw new StoreError(`it did not answer within ${ms / 1_000} seconds`);
  });
  try {
    return await Promise.race([work, tooLong]);
  } finally {
    timer.abort();
    work.catch(() => undefined);
    tooLong.catch(() => undefined);
  }
}

/** A database's address, fit for the log. */
function withoutPassword(url: string): string {
  return url.startsWith('file:') ? url.slice('file:'.length) : url.replace(/\/\/[^@/]*@/, '//');
}
