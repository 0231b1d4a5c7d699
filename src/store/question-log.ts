import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import type { Selectable } from 'kysely';
import type { Logger } from 'pino';
import type { AskedQuestion } from './asked-question.js';
import type { Connection } from './connection.js';
import { foldQuestion } from './fold-question.js';
import type { Pseudonyms } from './pseudonyms.js';
import type { Schema } from './schema.js';
import { storableText } from './storable-text.js';
import { StoreError } from './store-error.js';

/** Questions that wait to be written: some megabytes, and an hour of a busy server. */
export const MAX_WAITING = 10_000;
/** Questions written by one statement: more are no faster, and hold answers up while it is put together. */
const BATCH = 200;
/** Rows made in one go, some 50 µs each, before answers have their turn. */
const ROWS_AT_ONCE = 2;
/** Questions are gathered for this long before they are written, in milliseconds. */
const GATHER_MS = 50;
/** Between attempts while the database is out of reach. */
const RETRY_MS = 1_000;
/** How long closing tries to write what waits. */
const CLOSE_WITHIN_MS = 3_000;
/** As the engine's limit of what can be asked. */
const MAX_TEXT_LENGTH = 1_000;

/**
 * Keeps the questions asked. They are gathered in memory and written in order in the background: an answer
 * never waits for it. While the database is out of reach they are kept, up to `MAX_WAITING`; those beyond are
 * lost, and counted.
 */
export class QuestionLog {
  readonly #waiting: AskedQuestion[] = [];
  /** Lost and not yet written down as lost, by server. */
  readonly #lost = new Map<string | null, number>();
  #writing: Promise<void> | null = null;
  #batch: Promise<void> | null = null;
  #isClosed = false;
  readonly #hurry = new AbortController();

  constructor(
    private readonly connection: Connection,
    private readonly pseudonyms: Pseudonyms,
    private readonly log: Logger,
    private readonly now: () => number,
  ) {}

  /** For the log: questions in memory, and those that had no place there. */
  get counts(): { waiting: number; lost: number } {
    return { waiting: this.#waiting.length, lost: [...this.#lost.values()].reduce((a, b) => a + b, 0) };
  }

  /** Takes a question down. Returns at once. */
  add(question: AskedQuestion): void {
    if (this.#isClosed || this.#waiting.length >= MAX_WAITING) {
      this.#lose(question.guildId);
      return;
    }
    this.#waiting.push(question);
    this.#writing ??= this.#writeAll();
  }

  /** Resolves when what was added is written. @throws StoreError when the database is out of reach */
  async flush(): Promise<void> {
    while (this.#waiting.length > 0) await this.#writeBatch();
  }

  /** Takes nothing more, and writes what waits if that can be done within some seconds. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#hurry.abort();
    const timer = new AbortController();
    await Promise.race([
      this.flush().catch(() => undefined),
      sleep(CLOSE_WITHIN_MS, undefined, { signal: timer.signal }).catch(() => undefined),
    ]);
    timer.abort();
    const { waiting, lost } = this.counts;
    if (waiting + lost > 0)
      this.log.warn({ questions: waiting + lost }, 'questions were lost: the database is out of reach');
  }

  async #writeAll(): Promise<void> {
    let waitMs = GATHER_MS;
    while (this.#waiting.length > 0 && !this.#isClosed) {
      await sleep(waitMs, undefined, { signal: this.#hurry.signal, ref: false }).catch(() => undefined);
      waitMs = await this.#writeBatch().then(
        () => 0,
        () => RETRY_MS,
      );
    }
    this.#writing = null;
  }

  /** Writes the first of what waits; whoever asks while that is under way waits for the same. */
  #writeBatch(): Promise<void> {
    this.#batch ??= this.#write().finally(() => {
      this.#batch = null;
    });
    return this.#batch;
  }

  async #write(): Promise<void> {
    const name = await this.pseudonyms.namer();
    const batch = this.#waiting.slice(0, BATCH);
    if (batch.length > 0) await this.#writeQuestions(batch, name);
    this.#waiting.splice(0, batch.length);
    if (this.#lost.size > 0) await this.#writeLosses();
  }

  async #writeQuestions(batch: readonly AskedQuestion[], name: (userId: string) => string): Promise<void> {
    try {
      const rows = await toRows(batch, name);
      await this.connection.writeInBackground((db) =>
        db
          .insertInto('questions')
          .values(rows)
          // Written before, by an attempt whose confirmation was lost.
          .onConflict((conflict) => conflict.doNothing())
          .execute(),
      );
    } catch (error) {
      if (error instanceof StoreError) throw error;
      // A bug, which must not keep the questions behind it from being written.
      this.log.error({ err: error, questions: batch.length }, 'questions could not be written');
      for (const { guildId } of batch) this.#lose(guildId);
    }
  }

  #lose(guildId: string | null): void {
    this.#lost.set(guildId, (this.#lost.get(guildId) ?? 0) + 1);
  }

  async #writeLosses(): Promise<void> {
    const losses = [...this.#lost].map(([guildId, questions]) => ({
      guild_id: guildId,
      lost_at: this.now(),
      questions,
    }));
    await this.connection.writeInBackground((db) => db.insertInto('losses').values(losses).execute());
    for (const { guild_id, questions } of losses) {
      const more = (this.#lost.get(guild_id) ?? 0) - questions;
      if (more > 0) this.#lost.set(guild_id, more);
      else this.#lost.delete(guild_id);
    }
  }
}

async function toRows(questions: readonly AskedQuestion[], name: (userId: string) => string) {
  const rows: Selectable<Schema['questions']>[] = [];
  for (const question of questions) {
    rows.push(toRow(question, name));
    if (rows.length % ROWS_AT_ONCE === 0) await setImmediate();
  }
  return rows;
}

function toRow(question: AskedQuestion, name: (userId: string) => string): Selectable<Schema['questions']> {
  const text = storableText(question.text, MAX_TEXT_LENGTH);
  return {
    id: question.id,
    asked_at: question.at,
    guild_id: question.guildId,
    channel_id: question.channelId,
    article_id: question.articleId,
    question: text,
    folded: foldQuestion(text),
    language: question.language,
    answered: question.answered ? 1 : 0,
    paragraph: question.paragraph,
    confidence: question.confidence,
    source: question.source,
    asker: name(question.askerId),
  };
}
