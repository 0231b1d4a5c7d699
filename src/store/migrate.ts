import { type Kysely, type Migration, Migrator } from 'kysely';
import { MIGRATIONS } from './migrations/migrations.js';
import { StoreError } from './store-error.js';

/** How Kysely says that a migration has been run which is not among ours. */
const UNKNOWN_MIGRATION = /previously executed migration (\S+) is missing/;

/**
 * Brings a database to the newest version, or to one of the earlier ones. Two processes that do so at once
 * wait for each other: on PostgreSQL by an advisory lock, on SQLite because a transaction locks the file.
 * @param last name of the last migration to run (default: the newest)
 * @throws what the database says; StoreError when a newer Pincite has been at it
 */
export async function migrate<T>(db: Kysely<T>, last?: string): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async (): Promise<Record<string, Migration>> => ({ ...MIGRATIONS }) },
  });
  const { error } = last === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(last);
  const unknown = error instanceof Error ? UNKNOWN_MIGRATION.exec(error.message)?.[1] : undefined;
  if (unknown !== undefined) {
    throw new StoreError(`a newer version of Pincite has changed it (${unknown})`, { isFinal: true });
  }
  if (error) throw error;
}
