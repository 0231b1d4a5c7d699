const NONE = new Uint32Array();

/** Where each of many keys occurs: an inverted index in two arrays, since a list for each key takes several times as much. */
export class Postings<Key> {
  readonly #slots = new Map<Key, number>();
  /** Where the places of each key begin, by its slot; behind the last one where the next would. */
  readonly #starts: Uint32Array;
  readonly #places: Uint32Array;

  /**
   * @param count how many places there are
   * @param keysAt what occurs at a place, be it more than once; asked twice of each
   */
  constructor(count: number, keysAt: (place: number) => Iterable<Key>) {
    /** By slot: how many places, and the last one. */
    const counts: number[] = [];
    const last: number[] = [];
    let all = 0;
    for (let place = 0; place < count; place++) {
      for (const key of keysAt(place)) {
        let slot = this.#slots.get(key);
        if (slot === undefined) {
          slot = counts.length;
          this.#slots.set(key, slot);
          counts.push(0);
          last.push(-1);
        }
        if (last[slot] === place) continue;
        last[slot] = place;
        counts[slot] = (counts[slot] ?? 0) + 1;
        all++;
      }
    }
    this.#starts = new Uint32Array(counts.length + 1);
    for (const [slot, own] of counts.entries()) this.#starts[slot + 1] = (this.#starts[slot] ?? 0) + own;
    this.#places = new Uint32Array(all);
    const next = this.#starts.slice();
    for (let place = 0; place < count; place++) {
      for (const key of keysAt(place)) {
        const slot = this.#slots.get(key) ?? 0;
        const at = next[slot] ?? 0;
        if (at > (this.#starts[slot] ?? 0) && this.#places[at - 1] === place) continue;
        this.#places[at] = place;
        next[slot] = at + 1;
      }
    }
  }

  /** The places where a key occurs, rising, each once. */
  of(key: Key): Uint32Array {
    const slot = this.#slots.get(key);
    return slot === undefined ? NONE : this.#places.subarray(this.#starts[slot], this.#starts[slot + 1]);
  }
}
