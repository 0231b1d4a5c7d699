const QUIET_MS = 1_000;
const REDRAW_MS = 200;

/** Shows on standard error how far long work has come: nothing in its first second, nothing off a terminal. */
export class Progress {
  readonly #what: string;
  readonly #total: number;
  readonly #started = Date.now();
  #drawn = 0;
  #done = 0;

  constructor(what: string, total: number) {
    this.#what = what;
    this.#total = total;
  }

  step(): void {
    this.#done++;
    const now = Date.now();
    if (!process.stderr.isTTY || now - this.#started < QUIET_MS || now - this.#drawn < REDRAW_MS) return;
    this.#drawn = now;
    process.stderr.write(`\r${this.#done} of ${this.#total} ${this.#what}`);
  }

  end(): void {
    if (this.#drawn > 0) process.stderr.write('\r\u001B[K');
  }
}
