/**
 * The places of the highest scores, best first; equal ones in their own order. The same as sorting all and
 * taking the first few, but without sorting the many thousands that are not wanted.
 * @param count at most how many
 */
export function takeBest(scores: ArrayLike<number>, count: number): number[] {
  const best: number[] = [];
  for (let place = 0; place < scores.length; place++) {
    const score = scores[place] ?? 0;
    const worst = best.at(-1);
    if (best.length >= count && (worst === undefined || (scores[worst] ?? 0) >= score)) continue;
    let at = best.length;
    while (at > 0 && (scores[best[at - 1] ?? 0] ?? 0) < score) at--;
    best.splice(at, 0, place);
    if (best.length > count) best.pop();
  }
  return best;
}
