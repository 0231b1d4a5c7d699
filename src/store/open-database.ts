import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import type { Schema } from './schema.js';
import { sqliteDialect } from './sqlite/sqlite-dialect.js';

/** Connections of one process to PostgreSQL. */
const POOL_SIZE = 5;
/** How long PostgreSQL may take to accept a connection, and to answer, in milliseconds. */
const CONNECT_MS = 2_000;
const QUERY_MS = 15_000;

/** The type of `bigint` and of counts. All of ours are exact as numbers. */
const INT8 = 20;

/** A database, by the two ways it is used: what takes long must not hold up what a member waits for. */
export interface Database {
  readonly main: Kysely<Schema>;
  /** For large queries that only read. */
  readonly reader: Kysely<Schema>;
  close(): Promise<void>;
}

/**
 * Opens nothing yet: connections are made when they are first used.
 * @param url `file:PATH`, `file::memory:` or `postgres://…`
 */
export function openDatabase(url: string): Database {
  return url.startsWith('file:') ? openSqlite(url.slice('file:'.length)) : openPostgres(url);
}

function openSqlite(path: string): Database {
  const main = new Kysely<Schema>({ dialect: sqliteDialect({ path, isReadOnly: false }) });
  const isShared = path === ':memory:';
  const reader = isShared ? main : new Kysely<Schema>({ dialect: sqliteDialect({ path, isReadOnly: true }) });
  return {
    main,
    reader,
    async close() {
      if (!isShared) await reader.destroy();
      // Last, so that it can fold the write-ahead log into the file.
      await main.destroy();
    },
  };
}

/** Loaded when it is needed: most bots have no use for it, and it takes a tenth of a second. */
async function openPool(connectionString: string): Promise<Pool> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS,
    application_name: 'pincite',
    types: {
      getTypeParser: (type: number, format?: 'text' | 'binary') =>
        type === INT8 ? Number : pg.types.getTypeParser(type, format),
    },
  });
  // A connection that breaks while nobody uses it is replaced at the next use, which reports it if it cannot be.
  pool.on('error', () => undefined);
  return pool;
}

function openPostgres(connectionString: string): Database {
  const main = new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: () => openPool(connectionString) }),
  });
  return { main, reader: main, close: () => main.destroy() };
}
