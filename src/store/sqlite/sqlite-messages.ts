/** A value that SQLite is given. Booleans are not among them: the driver ends the process over one. */
export type SqliteValue = string | number | null;

/** What the thread is started with. */
export interface SqliteOptions {
  /** A file, or `:memory:`. */
  readonly path: string;
  readonly isReadOnly: boolean;
}

/** A statement for the thread, which runs them in the order they come and answers each. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly SqliteValue[];
}

/** What came of a statement. */
export type StatementResult =
  | { readonly ok: true; readonly rows: readonly unknown[]; readonly changes: number }
  | { readonly ok: false; readonly message: string; readonly rawCode: number };
