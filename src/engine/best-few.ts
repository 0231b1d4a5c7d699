/** The highest of many scores, of which most are only compared with the least that still counts. */
export class BestFew {
  /** Their places, best first; equal ones in the order they came. */
  readonly places: number[] = [];
  readonly #scores: number[] = [];
  #least: number;

  /** @param count at most how many are kept */
  constructor(private readonly count: number) {
    this.#least = count > 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }

  /** What is not above this is not kept. */
  get least(): number {
    return this.#least;
  }

  /** Keeps a place if its score is among the highest so far. */
  offer(place: number, score: number): void {
    if (score <= this.#least) return;
    const scores = this.#scores;
    const places = this.places;
    let at = Math.min(scores.length, this.count - 1);
    for (; at > 0 && (scores[at - 1] ?? 0) < score; at--) {
      scores[at] = scores[at - 1] ?? 0;
      places[at] = places[at - 1] ?? 0;
    }
    scores[at] = score;
    places[at] = place;
    if (scores.length === this.count) this.#least = scores[this.count - 1] ?? 0;
  }
}
