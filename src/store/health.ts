import type { Logger } from 'pino';
import type { StoreError } from './store-error.js';

/** A full disk still reads: reading must not be taken for the end of trouble with writing. */
export type Access = 'read' | 'write';

/** Says in the log when trouble with the database begins and when it ends: a line each. */
export class Health {
  readonly #failing = new Set<Access>();

  constructor(
    private readonly name: string,
    private readonly log: Logger,
    /** What to add to the line that says it is over. */
    private readonly onEnd: () => Record<string, number>,
  ) {}

  get isWell(): boolean {
    return this.#failing.size === 0;
  }

  failed(access: Access, error: StoreError): void {
    if (this.isWell) {
      if (error.isFinal) {
        this.log.error(
          { database: this.name, cause: error.message },
          'the database cannot be used: nothing more is read from it or written to it, and no question is kept. Answering goes on',
        );
      } else {
        this.log.warn(
          { database: this.name, cause: error.message },
          'the database is out of reach: answering goes on, and questions are kept in memory until it is back',
        );
      }
    }
    this.#failing.add(access);
  }

  succeeded(access: Access): void {
    if (this.#failing.delete(access) && this.isWell) {
      this.log.info({ database: this.name, ...this.onEnd() }, 'the database is back');
    }
  }
}
