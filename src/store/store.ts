import type { Logger } from 'pino';
import { ARTICLE_LIMITS, type ArticleLimits } from './article-limits.js';
import { Articles } from './articles.js';
import { type Connection, DatabaseConnection } from './connection.js';
import { Digests } from './digests.js';
import { GuildMemories } from './guild-memories.js';
import { Handovers } from './handovers.js';
import { Lessons } from './lessons.js';
import { Members } from './members.js';
import { Pseudonyms } from './pseudonyms.js';
import { QuestionLog } from './question-log.js';
import { Retention } from './retention.js';
import { Schedules } from './schedules.js';
import { Settings } from './settings.js';
import { Votes } from './votes.js';

/** What must survive a restart. */
export interface Store {
  /** False where there is no database at all: then there is nothing to vote on, to teach or to hand over. */
  readonly isKept: boolean;
  readonly questions: Pick<QuestionLog, 'add' | 'flush' | 'counts'>;
  readonly votes: Votes;
  readonly lessons: Lessons;
  readonly settings: Settings;
  readonly articles: Articles;
  readonly schedules: Schedules;
  readonly handovers: Handovers;
  readonly digests: Digests;
  readonly members: Members;
  /** How long questions and votes are kept, in days. */
  readonly retentionDays: number;
  /** Resolves when the database is open and lessons and settings are read; rejects when that can never be. */
  readonly opened: Promise<void>;
  /** Writes what waits to be written, and lets the database go. Nothing may be used after that. */
  close(): Promise<void>;
}

export interface StoreOptions {
  readonly log: Logger;
  readonly retentionDays: number;
  /** What a server may keep of its own articles (default: `ARTICLE_LIMITS`). */
  readonly articleLimits?: ArticleLimits;
  /** Milliseconds since the epoch (default: the system's clock). */
  readonly now?: () => number;
}

/**
 * The store in a database. Returns at once and never throws: the database is opened in the background, and
 * waited for while it is out of reach. What needs it meanwhile throws `StoreError`.
 * @param url `file:PATH` for SQLite (`file::memory:` for one that is gone with the process) or `postgres://…`
 */
export function createStore(
  url: string,
  { log, retentionDays, articleLimits = ARTICLE_LIMITS, now = Date.now }: StoreOptions,
): Store {
  const connection: Connection = new DatabaseConnection(url, log, () => questions.counts);
  const pseudonyms = new Pseudonyms(connection);
  const questions = new QuestionLog(connection, pseudonyms, log, now);
  const memories = new GuildMemories(connection, log);
  const retention = new Retention(connection, retentionDays, log, now);
  const opened = connection.opened.then(() => memories.refresh());
  // Whoever does not wait for it is told by what they use.
  opened.catch(() => undefined);
  return {
    isKept: true,
    questions,
    votes: new Votes(connection, pseudonyms, now),
    lessons: new Lessons(connection, pseudonyms, memories, now),
    settings: new Settings(connection, memories),
    articles: new Articles(connection, memories, articleLimits, now),
    schedules: new Schedules(connection),
    handovers: new Handovers(connection, now),
    digests: new Digests(connection),
    members: new Members(connection, pseudonyms, questions),
    retentionDays,
    opened,
    async close() {
      await questions.close();
      connection.giveUp();
      await Promise.all([memories.close(), retention.close()]);
      await connection.close();
    },
  };
}
