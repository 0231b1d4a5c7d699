const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const VOWELS = /[aeiouy]/;

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

const SOUNDS = new Set([
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
]);

const neighbours = new Set<string>();
for (const [r, row] of ROWS.entries()) {
  for (let i = 0; i < row.length; i++) {
    const near = [row[i + 1], ROWS[r + 1]?.[i], ROWS[r + 1]?.[i - 1]];
    for (const other of near) if (other) neighbours.add(`${row[i]}${other}`).add(`${other}${row[i]}`);
  }
}

/**
 * How alike two words look and sound, 0..1: one less their weighted edit distance (optimal string alignment:
 * Damerau–Levenshtein without edits inside a swap) over the length of the longer. A wrong first letter costs
 * half an edit more, because people rarely miss it.
 */
export function editSimilarity(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 1;
  const width = b.length + 1;
  const cost = new Float64Array((a.length + 1) * width);
  for (let j = 1; j <= b.length; j++) cost[j] = j;
  for (let i = 1; i <= a.length; i++) {
    cost[i * width] = i;
    for (let j = 1; j <= b.length; j++) {
      const at = (row: number, column: number) => cost[row * width + column] ?? 0;
      const x = a[i - 1] ?? '';
      const y = b[j - 1] ?? '';
      let best = at(i - 1, j - 1) + substitution(x, y);
      best = Math.min(best, at(i - 1, j) + (x === a[i - 2] ? COST.double : 1));
      best = Math.min(best, at(i, j - 1) + (y === b[j - 2] ? COST.double : 1));
      if (i > 1 && j > 1 && x === b[j - 2] && a[i - 2] === y && x !== y) {
        best = Math.min(best, at(i - 2, j - 2) + COST.swap);
      }
      cost[i * width + j] = best;
    }
  }
  const distance = (cost[cost.length - 1] ?? longer) + (a[0] === b[0] ? 0 : 0.5);
  return Math.max(0, 1 - distance / longer);
}

function substitution(x: string, y: string): number {
  if (x === y) return 0;
  if (SOUNDS.has(x + y)) return COST.sound;
  if (VOWELS.test(x) && VOWELS.test(y)) return COST.vowel;
  return neighbours.has(x + y) ? COST.neighbour : 1;
}
