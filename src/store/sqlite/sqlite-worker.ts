import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'libsql';
import type { SqliteOptions, Statement, StatementResult } from './sqlite-messages.js';

/** How long a statement waits for another process that is writing, in milliseconds. */
const BUSY_MS = 2_000;
/** SQLITE_CANTOPEN: the library reports an unopened file as text alone. */
const CANNOT_OPEN = 14;
/** What begins and ends a transaction, and what can do without one. */
const BOUNDARY = /^(begin|commit|rollback)\b/;
const READS = /^(select|pragma)\b/;
/** Prepared statements kept for the next time. */
const MAX_PREPARED = 100;

function open({ path, isReadOnly }: SqliteOptions): Database.Database {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const database = new Database(path, { timeout: BUSY_MS });
  try {
    // Readers and the writer do not wait for each other; each commit is on the disk before it is confirmed.
    database.exec('pragma journal_mode = wal');
    database.exec('pragma synchronous = full');
    // What grouping a million rows needs.
    database.exec('pragma temp_store = memory');
    database.exec('pragma cache_size = -65536');
    if (isReadOnly) database.exec('pragma query_only = on');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Runs a single statement in a transaction of its own. A prepared statement that finds the file locked is not reset
 * by the library: it stays half done, and nothing that is written later is ever committed, though it seems to be.
 * So the lock is taken by `exec`, which leaves nothing behind when it fails.
 */
function inTransaction(database: Database.Database, execute: () => StatementResult): StatementResult {
  database.exec('begin immediate');
  try {
    const result = execute();
    database.exec('commit');
    return result;
  } catch (error) {
    if (database.inTransaction) database.exec('rollback');
    throw error;
  }
}

/** Opens at the first statement, and again at the next one while it fails. */
class Connection {
  #database: Database.Database | null = null;
  readonly #prepared = new Map<string, Database.Statement>();

  constructor(private readonly options: SqliteOptions) {}

  run({ sql, parameters }: Statement): StatementResult {
    try {
      this.#database ??= open(this.options);
      const database = this.#database;
      if (BOUNDARY.test(sql)) {
        // After a full disk or a failed write SQLite has rolled back already.
        if (sql !== 'rollback' || database.inTransaction) database.exec(sql);
        return { ok: true, rows: [], changes: 0 };
      }
      const execute = () => this.#execute(database, sql, parameters);
      return READS.test(sql) || database.inTransaction ? execute() : inTransaction(database, execute);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const code = error instanceof Error && 'rawCode' in error ? error.rawCode : undefined;
      return { ok: false, message, rawCode: typeof code === 'number' ? code : CANNOT_OPEN };
    }
  }

  close(): void {
    this.#prepared.clear();
    this.#database?.close();
  }

  #execute(database: Database.Database, sql: string, parameters: Statement['parameters']): StatementResult {
    const statement = this.#prepare(database, sql);
    if (statement.reader) return { ok: true, rows: statement.all(parameters), changes: 0 };
    return { ok: true, rows: [], changes: statement.run(parameters).changes };
  }

  #prepare(database: Database.Database, sql: string): Database.Statement {
    const known = this.#prepared.get(sql);
    if (known) return known;
    if (this.#prepared.size >= MAX_PREPARED) this.#prepared.clear();
    const statement = database.prepare(sql);
    this.#prepared.set(sql, statement);
    return statement;
  }
}

/** Runs in a thread of its own, so that neither a slow disk nor a large digest holds up an answer. */
function work(port: NonNullable<typeof parentPort>): void {
  const connection = new Connection(workerData as SqliteOptions);
  port.on('message', (statement: Statement | 'close') => {
    if (statement !== 'close') {
      port.postMessage(connection.run(statement));
      return;
    }
    connection.close();
    port.close();
  });
}

if (parentPort) work(parentPort);
