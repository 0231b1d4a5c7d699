import { setTimeout as sleep } from 'node:timers/promises';
import type { DeleteResult, Kysely } from 'kysely';
import type { Logger } from 'pino';
import { DRAFT_MS, UNDO_MS } from './articles.js';
import type { Connection } from './connection.js';
import { HANDOVER_MS } from './handovers.js';
import type { Schema } from './schema.js';
import { StoreError } from './store-error.js';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Rows deleted by one statement: writers between two of them wait for milliseconds. */
const CHUNK = 1_000;
/** How long it is known who changed a server's articles: a year, for trouble shows late. */
const CORPUS_LOG_MS = 365 * DAY_MS;
/** How soon it is tried again when the database is out of reach. */
const RETRY_MS = 60_000;

/** Deletes what has been kept for as long as it may be: at start, and every day. */
export class Retention {
  readonly #closing = new AbortController();
  readonly #running: Promise<void>;

  constructor(
    private readonly connection: Connection,
    private readonly days: number,
    private readonly log: Logger,
    private readonly now: () => number,
  ) {
    this.#running = this.#run();
  }

  /** Deletes what is too old now. @returns how many questions. @throws StoreError */
  async enforce(): Promise<number> {
    const now = this.now();
    const oldest = now - this.days * DAY_MS;
    const questions = await this.#deleteAll((db) =>
      db
        .deleteFrom('questions')
        .where('id', 'in', (query) =>
          query.selectFrom('questions').select('id').where('asked_at', '<', oldest).limit(CHUNK),
        )
        .executeTakeFirst(),
    );
    await this.#deleteAll((db) =>
      db
        .deleteFrom('votes')
        .where('question_id', 'in', (query) =>
          query.selectFrom('votes').select('question_id').where('voted_at', '<', oldest).limit(CHUNK),
        )
        .where('voted_at', '<', oldest)
        .executeTakeFirst(),
    );
    await this.connection.writeInBackground(async (db) => {
      await db
        .deleteFrom('drafts')
        .where('drafted_at', '<', now - DRAFT_MS)
        .execute();
      await db
        .deleteFrom('articles')
        .where('removed_at', '<', now - UNDO_MS)
        .execute();
      await db
        .deleteFrom('corpus_log')
        .where('changed_at', '<', now - CORPUS_LOG_MS)
        .execute();
      await db.deleteFrom('losses').where('lost_at', '<', oldest).execute();
      await db.deleteFrom('handovers').where('opened_at', '<', oldest).execute();
      await db
        .updateTable('handovers')
        .set({ asker_id: null, token: null })
        .where('opened_at', '<', now - HANDOVER_MS)
        .execute();
    });
    return questions;
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running;
  }

  /** Deletes chunk after chunk. @returns how many rows */
  async #deleteAll(deleteChunk: (db: Kysely<Schema>) => Promise<DeleteResult>): Promise<number> {
    for (let total = 0; ; ) {
      const { numDeletedRows } = await this.connection.writeInBackground(deleteChunk);
      total += Number(numDeletedRows);
      if (numDeletedRows === 0n || this.#closing.signal.aborted) return total;
    }
  }

  async #run(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      let waitMs = DAY_MS;
      try {
        const questions = await this.enforce();
        if (questions > 0)
          this.log.info({ questions, days: this.days }, 'questions kept long enough were deleted');
      } catch (error) {
        if (!(error instanceof StoreError))
          this.log.error({ err: error }, 'old questions could not be deleted');
        else if (error.isFinal) return;
        waitMs = RETRY_MS;
      }
      await sleep(waitMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}
