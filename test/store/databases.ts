import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import pg from 'pg';

/** A server for these tests: each makes a database of its own there. Set by `.ci/run`. */
const POSTGRES_URL = process.env.TEST_POSTGRES_URL;

if (!POSTGRES_URL) {
  process.stdout.write(
    'PostgreSQL is skipped: TEST_POSTGRES_URL is not set (a role that may create databases). .ci/run sets it.\n',
  );
}

/** An empty database. */
export interface TestDatabase {
  readonly url: string;
  /** Throws everybody out and lets nobody in. @returns how to end that */
  shut(): Promise<() => Promise<void>>;
  /** Takes it away. */
  drop(): Promise<void>;
}

/** A kind of database that the store runs on. */
export interface DatabaseKind {
  readonly name: string;
  create(): Promise<TestDatabase>;
}

/** A file in a folder of its own. */
export const SQLITE: DatabaseKind = {
  name: 'SQLite',
  async create() {
    const folder = mkdtempSync(join(tmpdir(), 'pincite-store-'));
    return {
      url: `file:${join(folder, 'pincite.db')}`,
      // Another process that writes and does not end.
      async shut() {
        const other = new Database(join(folder, 'pincite.db'));
        other.exec('begin immediate');
        return async () => {
          other.exec('commit');
          other.close();
        };
      },
      drop: async () => rmSync(folder, { recursive: true, force: true }),
    };
  },
};

async function onServer(serverUrl: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(sql);
  await client.end();
}

function postgresAt(serverUrl: string): DatabaseKind {
  return {
    name: 'PostgreSQL',
    async create() {
      const name = `pincite_${randomBytes(6).toString('hex')}`;
      await onServer(serverUrl, `create database ${name}`);
      const url = new URL(serverUrl);
      url.pathname = name;
      return {
        url: url.href,
        async shut() {
          await onServer(serverUrl, `alter database ${name} allow_connections false`);
          await onServer(
            serverUrl,
            `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
          );
          return () => onServer(serverUrl, `alter database ${name} allow_connections true`);
        },
        drop: () => onServer(serverUrl, `drop database ${name} with (force)`),
      };
    },
  };
}

/** PostgreSQL, where there is one for tests. */
export const POSTGRES: DatabaseKind | null = POSTGRES_URL ? postgresAt(POSTGRES_URL) : null;

/** Every kind there is here. */
export const DATABASES: readonly DatabaseKind[] = POSTGRES ? [SQLITE, POSTGRES] : [SQLITE];
