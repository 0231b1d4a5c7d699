import type { Kysely, Migration } from 'kysely';

/** Articles that servers bring themselves, drafts of them, and who changed what. */
export const articles: Migration = {
  async up(db: Kysely<unknown>) {
    const table = (name: string) => db.schema.createTable(name);
    await table('articles')
      .addColumn('guild_id', 'text', (column) => column.notNull())
      .addColumn('id', 'text', (column) => column.notNull())
      .addColumn('version', 'text', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('bytes', 'integer', (column) => column.notNull())
      .addColumn('added_at', 'bigint', (column) => column.notNull())
      .addColumn('removed_at', 'bigint')
      .addPrimaryKeyConstraint('articles_key', ['guild_id', 'id'])
      .execute();
    await db.schema.createIndex('articles_by_removed_at').on('articles').column('removed_at').execute();

    await table('drafts')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('guild_id', 'text', (column) => column.notNull())
      .addColumn('source', 'text', (column) => column.notNull())
      .addColumn('replaces', 'text')
      .addColumn('drafted_at', 'bigint', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('drafts_by_drafted_at').on('drafts').column('drafted_at').execute();

    await table('corpus_log')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('guild_id', 'text', (column) => column.notNull())
      .addColumn('changed_at', 'bigint', (column) => column.notNull())
      .addColumn('member_id', 'text', (column) => column.notNull())
      .addColumn('act', 'text', (column) => column.notNull())
      .addColumn('article_id', 'text', (column) => column.notNull())
      .addColumn('title', 'text', (column) => column.notNull())
      .execute();
    await db.schema.createIndex('corpus_log_by_guild').on('corpus_log').columns(['guild_id', 'id']).execute();
    await db.schema.createIndex('corpus_log_by_changed_at').on('corpus_log').column('changed_at').execute();
  },
};
