/** Stands for a space, in front of each word. */
const SPACE = '\u2581';
/** The first pieces stand for no text: the unknown, the start, the end and three unused. */
const RESERVED = 6;
const UNKNOWN = 0;
/** What a character that no piece holds costs: more than any piece does. */
const UNKNOWN_SCORE = -100;

/**
 * Cuts text into the pieces of words that the encoder knows, along the likeliest path (SentencePiece's unigram
 * model: Kudo, 2018). No piece reaches over a space, so each word is cut alone.
 */
export class PieceTokenizer {
  readonly #pieces: ReadonlyMap<string, number>;
  readonly #scores: ArrayLike<number>;
  readonly #longest: number;

  /** @param scores logarithms of how likely each piece is */
  constructor(pieces: readonly string[], scores: ArrayLike<number>) {
    this.#pieces = new Map(
      pieces.map((piece, id): [string, number] => [piece, id]).filter(([, id]) => id >= RESERVED),
    );
    this.#scores = scores;
    this.#longest = pieces.reduce((longest, piece) => Math.max(longest, piece.length), 0);
  }

  /** The numbers of the text's pieces, 0 for what is in none. No more than `most`. */
  encode(text: string, most: number): number[] {
    const ids: number[] = [];
    for (const word of text.normalize('NFKC').split(/\s+/)) {
      if (ids.length >= most) break;
      if (word !== '') ids.push(...this.#cut(SPACE + word));
    }
    return ids.slice(0, most);
  }

  #cut(word: string): number[] {
    const best = new Float64Array(word.length + 1).fill(Number.NEGATIVE_INFINITY);
    const from = new Int32Array(word.length + 1);
    const by = new Int32Array(word.length + 1);
    best[0] = 0;
    for (let start = 0; start < word.length; start++) {
      const before = best[start] ?? 0;
      const last = Math.min(word.length, start + this.#longest);
      for (let end = start + 1; end <= last; end++) {
        const id = this.#pieces.get(word.slice(start, end));
        if (id === undefined && end > start + 1) continue;
        const score = before + (id === undefined ? UNKNOWN_SCORE : (this.#scores[id] ?? 0));
        // Of two paths as likely as each other the one whose last piece is shorter counts.
        if (score < (best[end] ?? 0)) continue;
        best[end] = score;
        from[end] = start;
        by[end] = id ?? UNKNOWN;
      }
    }
    const ids: number[] = [];
    for (let end = word.length; end > 0; end = from[end] ?? 0) {
      const id = by[end] ?? UNKNOWN;
      // Unknown characters side by side are one unknown.
      if (id !== UNKNOWN || ids.at(-1) !== UNKNOWN) ids.push(id);
    }
    return ids.reverse();
  }
}
