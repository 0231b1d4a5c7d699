import { StoreError } from './store-error.js';

/** Result codes of SQLite that say the statement is wrong, not the database: ERROR, TOOBIG, CONSTRAINT, … */
const SQLITE_BUGS = new Set([1, 18, 19, 20, 21, 25]);
/** CORRUPT and NOTADB. */
const SQLITE_DAMAGED = new Set([11, 26]);
/** Classes of SQLSTATE that say the same of PostgreSQL: data, constraints, syntax. */
const SQLSTATE_BUGS = new Set(['22', '23', '42']);
/** Of the class of syntax errors, but the operator's to mend: a role without the right. */
const INSUFFICIENT_PRIVILEGE = '42501';

/**
 * Tells a database in trouble from a bug.
 * @returns a `StoreError` for the former; the error as it was for the latter.
 */
export function explainTrouble(error: unknown): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  if (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError)
    return error;
  if ('rawCode' in error && typeof error.rawCode === 'number') {
    const code = error.rawCode & 0xff;
    if (SQLITE_BUGS.has(code)) return error;
    const isFinal = SQLITE_DAMAGED.has(code);
    return new StoreError(isFinal ? damaged(error.message) : error.message, { isFinal, cause: error });
  }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (/^[0-9A-Z]{5}$/.test(code) && SQLSTATE_BUGS.has(code.slice(0, 2)) && code !== INSUFFICIENT_PRIVILEGE) {
    return error;
  }
  return new StoreError(error.message || code || error.name, { cause: error });
}

function damaged(cause: string): string {
  return `the file is damaged (${cause}): stop the bot, move the file aside or put a backup in its place, and start again`;
}
