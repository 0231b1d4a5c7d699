import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takeBest } from '../../src/engine/take-best.js';

describe('the best few of many scores', () => {
  it('come best first, equal ones in their own order', () => {
    expect(takeBest([1, 3, 2, 3, 0, 3], 4)).toEqual([1, 3, 5, 2]);
  });

  it('are all of them when there are not more', () => {
    expect(takeBest([1, 2], 5)).toEqual([1, 0]);
    expect(takeBest([], 5)).toEqual([]);
    expect(takeBest([1, 2], 0)).toEqual([]);
  });

  it('are those that sorting everything would put first', () => {
    const scores = fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 60 });
    fc.assert(
      fc.property(scores, fc.nat(20), (given, count) => {
        const sorted = given
          .map((score, place) => ({ score, place }))
          .sort((a, b) => b.score - a.score || a.place - b.place);
        expect(takeBest(given, count)).toEqual(sorted.slice(0, count).map(({ place }) => place));
      }),
    );
  });
});
