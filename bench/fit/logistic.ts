import { minimise } from './minimise.js';

export interface DecisionExample {
  readonly row: readonly number[];
  readonly isRight: boolean;
  readonly weight: number;
}

export interface LogisticModel {
  readonly bias: number;
  readonly weights: readonly number[];
}

/** Logistic regression with an L2 penalty on everything but the bias. */
export function fitLogistic(examples: readonly DecisionExample[], penalty: number): LogisticModel {
  const size = examples[0]?.row.length ?? 0;
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const point = minimise((at, slope) => {
    let loss = 0;
    for (const { row, isRight, weight } of examples) {
      const score = row.reduce((sum, value, i) => sum + value * (at[i] ?? 0), at[size] ?? 0);
      const p = 1 / (1 + Math.exp(-score));
      loss -= (weight / total) * Math.log(Math.max(1e-12, isRight ? p : 1 - p));
      const pull = (weight / total) * (p - (isRight ? 1 : 0));
      for (const [i, value] of row.entries()) slope[i] = (slope[i] ?? 0) + pull * value;
      slope[size] = (slope[size] ?? 0) + pull;
    }
    for (let i = 0; i < size; i++) slope[i] = (slope[i] ?? 0) + penalty * (at[i] ?? 0);
    return loss;
  }, size + 1);
  return { bias: point[size] ?? 0, weights: [...point.subarray(0, size)] };
}
