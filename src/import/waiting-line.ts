/** Lets so many in at once; the others wait in order, and those beyond a bound are turned away. */
export class WaitingLine {
  readonly #places: number;
  readonly #maxWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #inside = 0;

  constructor(places: number, maxWaiting: number) {
    this.#places = places;
    this.#maxWaiting = maxWaiting;
  }

  /**
   * Runs the work when it is its turn.
   * @returns what the work comes to, or null without running it when too many wait
   * @throws what the work throws
   */
  async enter<T>(work: () => Promise<T>): Promise<T | null> {
    if (this.#inside < this.#places) this.#inside++;
    else if (this.#waiting.length >= this.#maxWaiting) return null;
    // Whoever leaves hands the place over, so that nobody slips in between.
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#inside--;
    }
  }
}
