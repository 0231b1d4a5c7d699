const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const VOWELS = 'aeiouy';

/** Costs of single slips, in edits; a plain wrong, missing or added letter costs 1. */
const COST = {
  /** Two letters typed in the wrong order. */
  swap: 0.6,
  /** A letter typed twice, or a double letter typed once. */
  double: 0.4,
  /** The key beside the right one. */
  neighbour: 0.7,
  /** One vowel for another: what people do who write by ear. */
  vowel: 0.6,
  /** Letters that sound alike (c/k/s, f/v, s/z, i/y …). */
  sound: 0.5,
};

const SOUNDS = [
  'ck',
  'kc',
  'cs',
  'sc',
  'sz',
  'zs',
  'fv',
  'vf',
  'iy',
  'yi',
  'gj',
  'jg',
  'kq',
  'qk',
  'td',
  'dt',
];

const FIRST = 'a'.charCodeAt(0);
const LETTERS = 26;
/** What it costs to type a letter for another, by both letters: worked out once, as most of the time goes into this. */
const substitutions = new Float64Array(LETTERS * LETTERS).fill(1);
{
  const put = (x: string, y: string, cost: number) => {
    substitutions[(x.charCodeAt(0) - FIRST) * LETTERS + y.charCodeAt(0) - FIRST] = cost;
  };
  for (const [r, row] of ROWS.entries()) {
    for (let i = 0; i < row.length; i++) {
      const near = [row[i + 1], ROWS[r + 1]?.[i], ROWS[r + 1]?.[i - 1]];
      for (const other of near) {
        if (!other) continue;
        put(row[i] ?? '', other, COST.neighbour);
        put(other, row[i] ?? '', COST.neighbour);
      }
    }
  }
  for (const x of VOWELS) for (const y of VOWELS) put(x, y, COST.vowel);
  for (const [x = '', y = ''] of SOUNDS) put(x, y, COST.sound);
}

/** The last three rows of the table of distances, to be written over: the one before last, the last, the one to fill. */
let rows: [Float64Array, Float64Array, Float64Array] = [
  new Float64Array(64),
  new Float64Array(64),
  new Float64Array(64),
];

/**
 * How alike two words look and sound, 0..1: one less their weighted edit distance (optimal string alignment:
 * Damerau–Levenshtein without edits inside a swap) over the length of the longer. A wrong first letter costs
 * half an edit more, because people rarely miss it.
 */
export function editSimilarity(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 1;
  if (b.length >= rows[0].length) {
    const width = 2 * b.length;
    rows = [new Float64Array(width), new Float64Array(width), new Float64Array(width)];
  }
  let [beforeLast, last, row] = rows;
  for (let j = 0; j <= b.length; j++) last[j] = j;
  for (let i = 1; i <= a.length; i++) {
    const x = a.charCodeAt(i - 1);
    const xBefore = i > 1 ? a.charCodeAt(i - 2) : -1;
    const deletion = x === xBefore ? COST.double : 1;
    row[0] = i;
    for (let j = 1; j <= b.length; j++) {
      const y = b.charCodeAt(j - 1);
      const yBefore = j > 1 ? b.charCodeAt(j - 2) : -1;
      let best = (last[j - 1] ?? 0) + substitution(x, y);
      best = Math.min(best, (last[j] ?? 0) + deletion);
      best = Math.min(best, (row[j - 1] ?? 0) + (y === yBefore ? COST.double : 1));
      if (x === yBefore && xBefore === y && x !== y) {
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + COST.swap);
      }
      row[j] = best;
    }
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  const distance = (last[b.length] ?? longer) + (a[0] === b[0] ? 0 : 0.5);
  return Math.max(0, 1 - distance / longer);
}

/** @param x a letter's code, as `y` is */
function substitution(x: number, y: number): number {
  if (x === y) return 0;
  const [from, to] = [x - FIRST, y - FIRST];
  if (from < 0 || from >= LETTERS || to < 0 || to >= LETTERS) return 1;
  return substitutions[from * LETTERS + to] ?? 1;
}
