/** Gives the value of a function at a point and adds its slope there to `slope`. */
export type Objective = (point: Float64Array, slope: Float64Array) => number;

/**
 * Finds a low point of a smooth function by Adam (Kingma and Ba, 2015) with a falling step. Deterministic.
 * @param steps full passes over the data
 */
export function minimise(objective: Objective, size: number, steps = 600, rate = 0.1): Float64Array {
  const point = new Float64Array(size);
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  for (let step = 1; step <= steps; step++) {
    const slope = new Float64Array(size);
    objective(point, slope);
    const stepRate = rate * (1 - (0.98 * step) / steps);
    for (let i = 0; i < size; i++) {
      const g = slope[i] ?? 0;
      mean[i] = 0.9 * (mean[i] ?? 0) + 0.1 * g;
      square[i] = 0.999 * (square[i] ?? 0) + 0.001 * g * g;
      const m = (mean[i] ?? 0) / (1 - 0.9 ** step);
      const v = (square[i] ?? 0) / (1 - 0.999 ** step);
      point[i] = (point[i] ?? 0) - (stepRate * m) / (Math.sqrt(v) + 1e-8);
    }
  }
  return point;
}
