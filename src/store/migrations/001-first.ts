import type { Kysely, Migration } from 'kysely';

/** What is kept from the first version on. Instants are milliseconds since the epoch, flags 0 or 1. */
export const first: Migration = {
  async up(db: Kysely<unknown>) {
    const table = (name: string) => db.schema.createTable(name);
    await table('counters')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('value', 'bigint', (column) => column.notNull())
      .execute();
    await table('secrets')
      .addColumn('name', 'text', (column) => column.primaryKey())
      .addColumn('value', 'text', (column) => column.notNull())
      .execute();

    await table('questions')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('asked_at', 'bigint', (column) => column.notNull())
      .addColumn('guild_id', 'text')
      .addColumn('channel_id', 'text')
      .addColumn('article_id', 'text')
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('folded', 'text', (column) => column.notNull())
      .addColumn('language', 'text')
      .addColumn('answered', 'integer', (column) => column.notNull())
      .addColumn('paragraph', 'integer')
      .addColumn('confidence', 'double precision')
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('asker', 'text', (column) => column.notNull())
      .execute();
    // Digests count from indexes alone. SQLite groups by sorting, unless an index is in the order of the groups.
    await index(db, 'questions', ['guild_id', 'asked_at', 'answered', 'article_id']);
    await index(db, 'questions', ['guild_id', 'folded', 'answered', 'asked_at', 'id', 'article_id']);
    await index(db, 'questions', ['guild_id', 'article_id', 'paragraph', 'asked_at']);
    await index(db, 'questions', ['guild_id', 'asker', 'asked_at', 'article_id']);
    // Retention, and what members want to have sent or deleted.
    await index(db, 'questions', ['asked_at']);
    await index(db, 'questions', ['asker']);

    await table('votes')
      .addColumn('question_id', 'text', (column) => column.notNull())
      .addColumn('voter', 'text', (column) => column.notNull())
      .addColumn('helpful', 'integer', (column) => column.notNull())
      .addColumn('comment', 'text')
      .addColumn('voted_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('votes_key', ['question_id', 'voter'])
      .execute();
    await index(db, 'votes', ['voter']);
    await index(db, 'votes', ['voted_at']);

    await table('losses')
      .addColumn('guild_id', 'text')
      .addColumn('lost_at', 'bigint', (column) => column.notNull())
      .addColumn('questions', 'integer', (column) => column.notNull())
      .execute();

    await table('changes')
      .addColumn('guild_id', 'text', (column) => column.primaryKey())
      .addColumn('revision', 'bigint', (column) => column.notNull())
      .execute();
    await table('lessons')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('guild_id', 'text', (column) => column.notNull())
      .addColumn('article_id', 'text', (column) => column.notNull())
      .addColumn('article_version', 'text', (column) => column.notNull())
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('folded', 'text', (column) => column.notNull())
      .addColumn('paragraph', 'integer')
      .addColumn('sentence', 'integer')
      .addColumn('taught_by', 'text', (column) => column.notNull())
      .addColumn('taught_at', 'bigint', (column) => column.notNull())
      .addUniqueConstraint('lessons_question', ['guild_id', 'article_id', 'folded'])
      .execute();
    await table('settings')
      .addColumn('guild_id', 'text', (column) => column.notNull())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('value', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('settings_key', ['guild_id', 'name'])
      .execute();

    await table('schedules')
      .addColumn('guild_id', 'text', (column) => column.notNull())
      .addColumn('channel_id', 'text', (column) => column.notNull())
      .addColumn('every', 'text', (column) => column.notNull())
      .addColumn('weekday', 'integer')
      .addColumn('minute_of_day', 'integer', (column) => column.notNull())
      .addColumn('timezone', 'text', (column) => column.notNull())
      .addColumn('created_by', 'text', (column) => column.notNull())
      .addColumn('next_at', 'bigint', (column) => column.notNull())
      .addColumn('last_at', 'bigint')
      .addPrimaryKeyConstraint('schedules_key', ['guild_id', 'channel_id'])
      .execute();
    await index(db, 'schedules', ['next_at']);

    await table('handovers')
      .addColumn('question_id', 'text', (column) => column.primaryKey())
      .addColumn('guild_id', 'text', (column) => column.notNull())
      .addColumn('channel_id', 'text')
      .addColumn('article_id', 'text')
      .addColumn('question', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('opened_at', 'bigint', (column) => column.notNull())
      .addColumn('asker_id', 'text')
      .addColumn('token', 'text')
      .execute();
    await index(db, 'handovers', ['opened_at']);
  },
};

async function index(db: Kysely<unknown>, table: string, columns: string[]): Promise<void> {
  await db.schema
    .createIndex(`${table}_by_${columns.join('_')}`)
    .on(table)
    .columns(columns)
    .execute();
}
