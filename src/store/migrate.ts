import { type Kysely, type Migration, Migrator } from 'kysely';
import { MIGRATIONS } from './migrations/migrations.js';

/**
 * Brings a database to the newest version, or to one of the earlier ones. Two processes that do so at once
 * wait for each other: on PostgreSQL by an advisory lock, on SQLite because a transaction locks the file.
 * @param last name of the last migration to run (default: the newest)
 * @throws what the database says; Error when a newer Pincite has been at it
 */
export async function migrate<T>(db: Kysely<T>, last?: string): Promise<void> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async (): Promise<Record<string, Migration>> => ({ ...MIGRATIONS }) },
  });
  const { error } = last === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(last);
  if (error) throw error;
}
