import { BestFew } from './best-few.js';

/**
 * The places of the highest scores, best first; equal ones in their own order. The same as sorting all and
 * taking the first few, but without sorting the many thousands that are not wanted.
 * @param count at most how many
 */
export function takeBest(scores: ArrayLike<number>, count: number): number[] {
  const best = new BestFew(count);
  for (let place = 0; place < scores.length; place++) best.offer(place, scores[place] ?? 0);
  return best.places;
}
