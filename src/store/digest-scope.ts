import { type ExpressionBuilder, type Kysely, SqliteAdapter, sql } from 'kysely';
import { firstQuestionId } from './question-id.js';
import type { Schema } from './schema.js';

/** Which questions a digest is about. */
export interface DigestScope {
  /** null: everywhere, direct messages included. For the operator alone: no server sees another's questions. */
  readonly guildId: string | null;
  /** Milliseconds since the epoch: from the first, up to but without the second. */
  readonly from: number;
  readonly to: number;
  /** This article only. */
  readonly articleId?: string | undefined;
}

/** That a question is of the scope's server and article. */
function isOf({ guildId, articleId }: DigestScope) {
  return ({ eb, and }: ExpressionBuilder<Schema, 'questions'>) =>
    and([
      ...(guildId === null ? [] : [eb('guild_id', '=', guildId)]),
      ...(articleId === undefined ? [] : [eb('article_id', '=', articleId)]),
    ]);
}

/** The questions of the scope, found by when they were asked. */
export function within(db: Kysely<Schema>, scope: DigestScope) {
  return db
    .selectFrom('questions')
    .where(isOf(scope))
    .where('asked_at', '>=', scope.from)
    .where('asked_at', '<', scope.to);
}

/**
 * The same, to be grouped. On SQLite they are found by going through all of the server's in the order of the groups:
 * the plus keeps the time from choosing the index, and so SQLite from sorting a million rows. PostgreSQL groups
 * without sorting.
 */
export function scan(db: Kysely<Schema>, scope: DigestScope) {
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
  const askedAt = isSqlite ? sql<number>`+asked_at` : sql<number>`asked_at`;
  return db
    .selectFrom('questions')
    .where(isOf(scope))
    .where(askedAt, '>=', scope.from)
    .where(askedAt, '<', scope.to);
}

/** Those of the scope with the votes on them. A cross join, because there SQLite keeps to the order: votes are few. */
export function votesWithin(db: Kysely<Schema>, scope: DigestScope) {
  return db
    .selectFrom('votes')
    .crossJoin('questions')
    .whereRef('questions.id', '=', 'votes.question_id')
    .where('votes.question_id', '>=', firstQuestionId(scope.from))
    .where('votes.question_id', '<', firstQuestionId(scope.to))
    .where(isOf(scope));
}
