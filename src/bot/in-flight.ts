import { setTimeout as sleep } from 'node:timers/promises';

/** Handlers at work, so that stopping can wait for them. */
export class InFlight {
  readonly #running = new Set<Promise<void>>();

  /** Keeps account of a handler, which must not reject. */
  track(handler: Promise<void>): void {
    this.#running.add(handler);
    void handler.finally(() => this.#running.delete(handler));
  }

  /** Resolves when nothing is running any more, or after `maxMs` milliseconds. @returns what still runs. */
  async settle(maxMs: number): Promise<number> {
    const timer = new AbortController();
    const tooLong = sleep(maxMs, 'too long' as const, { signal: timer.signal }).catch(
      () => 'too long' as const,
    );
    while (this.#running.size > 0) {
      const outcome = await Promise.race([Promise.all(this.#running), tooLong]);
      if (outcome === 'too long') break;
    }
    timer.abort();
    return this.#running.size;
  }
}
