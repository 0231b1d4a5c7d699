import { minimise } from './minimise.js';

/** One question: a row of signals for every candidate sentence, and which of them are right. */
export interface RankingExample {
  readonly group: string;
  readonly rows: readonly Float64Array[];
  readonly right: readonly boolean[];
  /** How much the question counts, 1 by default. */
  readonly weight: number;
}

/**
 * Weights that make the right sentences the likeliest under a softmax over each question's candidates
 * (listwise logistic regression, ListNet's top-one loss: Cao et al., 2007), with an L2 penalty.
 */
export function fitRanking(
  examples: readonly RankingExample[],
  size: number,
  penalty: number,
  steps?: number,
): Float64Array {
  const usable = examples.filter(({ right }) => right.includes(true) && right.includes(false));
  const total = usable.reduce((sum, { weight }) => sum + weight, 0);
  return minimise(
    (point, slope) => {
      let loss = 0;
      for (const { rows, right, weight } of usable) {
        const scores = rows.map((row) => dot(row, point));
        const best = Math.max(...scores);
        const shares = scores.map((score) => Math.exp(score - best));
        const all = shares.reduce((sum, share) => sum + share, 0);
        const good = shares.reduce((sum, share, i) => sum + (right[i] ? share : 0), 0);
        loss -= (weight * Math.log(good / all)) / total;
        for (const [i, row] of rows.entries()) {
          const share = shares[i] ?? 0;
          const pull = (weight / total) * (share / all - (right[i] ? share / good : 0));
          for (let k = 0; k < size; k++) slope[k] = (slope[k] ?? 0) + pull * (row[k] ?? 0);
        }
      }
      for (let k = 0; k < size; k++) {
        loss += 0.5 * penalty * (point[k] ?? 0) ** 2;
        slope[k] = (slope[k] ?? 0) + penalty * (point[k] ?? 0);
      }
      return loss;
    },
    size,
    steps,
  );
}

/** The sum of the products of two rows of equal length. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
