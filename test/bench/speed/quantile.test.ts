import { describe, expect, it } from 'vitest';
import { median, quantile } from '../../../bench/speed/quantile.js';

describe('quantiles', () => {
  it('are values that the given share does not exceed', () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect([quantile(hundred, 0.5), quantile(hundred, 0.99), quantile(hundred, 1)]).toEqual([50, 99, 100]);
    expect(median([3, 1, 2])).toBe(2);
    expect(quantile([], 0.5)).toBe(0);
  });
});
