import { describe, expect, it } from 'vitest';
import { formatMs, formatShare } from '../../../bench/report/format.js';

describe('a number', () => {
  it('has the digits that mean something', () => {
    expect([formatMs(0.0123), formatMs(1.234), formatMs(12.34), formatMs(456.7)]).toEqual([
      '0.012',
      '1.23',
      '12.3',
      '457',
    ]);
    expect([formatShare(1, 3), formatShare(0, 0)]).toEqual(['33.3', '–']);
  });
});
