/** The unit vector that points where the sum of some vectors does; zeros stay zeros. */
export function directionOf(...vectors: readonly Float32Array[]): Float32Array {
  const sum = new Float32Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) {
    for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + (vector[i] ?? 0);
  }
  let square = 0;
  for (const value of sum) square += value * value;
  if (square === 0) return sum;
  const length = Math.sqrt(square);
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) / length;
  return sum;
}
