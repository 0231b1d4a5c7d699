import { Worker } from 'node:worker_threads';
import { builtWorker } from '../../built-worker.js';
import type { SqliteOptions, SqliteValue, StatementResult } from './sqlite-messages.js';

/** What SQLite says when a statement fails. */
export class SqliteError extends Error {
  override readonly name = 'SqliteError';

  constructor(
    message: string,
    /** SQLite's result code. */
    readonly rawCode: number,
  ) {
    super(message);
  }
}

interface Waiting {
  readonly resolve: (result: Extract<StatementResult, { ok: true }>) => void;
  readonly reject: (error: Error) => void;
}

/** A connection to an SQLite database, in a thread of its own that starts with the first statement. */
export class SqliteThread {
  readonly #waiting: Waiting[] = [];
  #worker: Worker | null = null;

  constructor(private readonly options: SqliteOptions) {}

  /**
   * Runs a statement, after those given before.
   * @throws SqliteError what SQLite says; Error when the thread died over it
   * @throws TypeError for a parameter that SQLite has no type for
   */
  async run(
    sql: string,
    parameters: readonly unknown[],
  ): Promise<{ readonly rows: readonly unknown[]; readonly changes: number }> {
    const values = parameters.map(readValue);
    this.#worker ??= this.#start();
    const worker = this.#worker;
    worker.ref();
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      worker.postMessage({ sql, parameters: values });
    });
  }

  /** Lets what was given finish, then ends the thread. */
  async close(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    worker.ref();
    worker.postMessage('close');
    await ended;
  }

  #start(): Worker {
    const worker = new Worker(builtWorker('store/sqlite/sqlite-worker.js'), { workerData: this.options });
    let cause = 'the thread that holds the database ended';
    worker.on('message', (result: StatementResult) => {
      const waiting = this.#waiting.shift();
      // An idle connection does not keep the process alive.
      if (this.#waiting.length === 0) worker.unref();
      if (result.ok) waiting?.resolve(result);
      else waiting?.reject(new SqliteError(result.message, result.rawCode));
    });
    worker.on('error', (error) => {
      cause = error instanceof Error ? error.message : String(error);
    });
    worker.on('exit', () => {
      this.#worker = null;
      for (const { reject } of this.#waiting.splice(0)) reject(new Error(cause));
    });
    return worker;
  }
}

function readValue(value: unknown): SqliteValue {
  if (typeof value === 'string' || typeof value === 'number' || value === null) return value;
  throw new TypeError(`SQLite is given a ${typeof value}: ${String(value)}`);
}
