import { describe, expect, it } from 'vitest';
import { lastOccurrence, nextOccurrence } from '../../src/summary/next-occurrence.js';

const at = (text: string): number => Date.parse(text);
const iso = (time: number): string => new Date(time).toISOString().slice(0, 16);

describe('a schedule', () => {
  it.each([
    ['later today', null, '2031-03-07T08:59Z', '2031-03-07T09:00'],
    ['tomorrow when it is that time now', null, '2031-03-07T09:00Z', '2031-03-08T09:00'],
    ['on its day of the week', 1, '2031-03-07T12:00Z', '2031-03-10T09:00'],
    ['in a week when it was due today', 5, '2031-03-07T12:00Z', '2031-03-14T09:00'],
  ])('is due next %s', (_, weekday, after, next) => {
    expect(iso(nextOccurrence({ weekday, minuteOfDay: 540, timezone: 'UTC' }, at(after)))).toBe(next);
  });

  it('keeps to what clocks show when they change', () => {
    const daily = { weekday: null, minuteOfDay: 540, timezone: 'Europe/Berlin' };

    expect(iso(nextOccurrence(daily, at('2031-03-29T12:00Z')))).toBe('2031-03-30T07:00');
    expect(iso(nextOccurrence(daily, at('2031-03-28T12:00Z')))).toBe('2031-03-29T08:00');
  });

  it('comes once on a day when its time does not exist or exists twice', () => {
    const skipped = { weekday: null, minuteOfDay: 150, timezone: 'Europe/Berlin' };
    const spring = nextOccurrence(skipped, at('2031-03-29T12:00Z'));
    const autumn = nextOccurrence(skipped, at('2031-10-25T12:00Z'));

    expect(iso(spring)).toBe('2031-03-30T01:30');
    expect(iso(nextOccurrence(skipped, spring))).toBe('2031-03-31T00:30');
    expect(iso(nextOccurrence(skipped, autumn))).toBe('2031-10-27T01:30');
  });

  it.each([
    [null, '2031-03-07T09:00Z', '2031-03-07T09:00'],
    [null, '2031-03-07T08:59Z', '2031-03-06T09:00'],
    [5, '2031-03-07T08:59Z', '2031-02-28T09:00'],
  ])('was last due at or before a moment', (weekday, moment, last) => {
    expect(iso(lastOccurrence({ weekday, minuteOfDay: 540, timezone: 'UTC' }, at(moment)))).toBe(last);
  });
});
