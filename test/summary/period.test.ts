import { describe, expect, it } from 'vitest';
import { periodUntil, stepLabel, stepStarts } from '../../src/summary/period.js';

const NOON = Date.UTC(2031, 2, 31, 12);

describe('a period', () => {
  it('of seven days has seven whole days, today included, however long daylight saving makes them', () => {
    const period = periodUntil(NOON, 'week', 'Europe/Berlin');
    const starts = stepStarts(period);

    expect(starts.map((start) => stepLabel(start, period))).toEqual([
      '25 Mar',
      '26 Mar',
      '27 Mar',
      '28 Mar',
      '29 Mar',
      '30 Mar',
      '31 Mar',
    ]);
    // The clocks went forward on the 30th.
    expect(starts.slice(1).map((start, i) => (start - (starts[i] ?? 0)) / 3_600_000)).toEqual([
      24, 24, 24, 24, 24, 23,
    ]);
    expect(period.to).toBe(NOON + 1);
  });

  it('of a day has the 24 hours before', () => {
    const period = periodUntil(NOON + 60_000, 'day', 'UTC');
    const labels = stepStarts(period).map((start) => stepLabel(start, period));

    expect([labels.length, labels[0], labels.at(-1)]).toEqual([24, '12:01', '11:01']);
  });

  it.each([
    ['month', 30],
    ['quarter', 90],
  ] as const)('of a %s has %i days', (name, days) => {
    expect(stepStarts(periodUntil(NOON, name, 'UTC'))).toHaveLength(days);
  });
});
