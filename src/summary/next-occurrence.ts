import { DateTime } from 'luxon';
import type { Schedule } from '../store/schedules.js';

/** When a schedule is due. */
export type Recurrence = Pick<Schedule, 'weekday' | 'minuteOfDay' | 'timezone'>;

/**
 * When a schedule is due next, behind a moment: the time of day that clocks show in its zone, also across a change of
 * daylight saving. A time that is skipped there comes as much later.
 * @param after milliseconds since the epoch
 */
export function nextOccurrence({ weekday, minuteOfDay, timezone }: Recurrence, after: number): number {
  const today = DateTime.fromMillis(after, { zone: timezone }).startOf('day');
  const time = { hour: Math.floor(minuteOfDay / 60), minute: minuteOfDay % 60 };
  // Today's may be past, and with it this week's.
  for (let days = 0; days <= 7; days++) {
    const at = today.plus({ days }).set(time);
    if (at.toMillis() > after && (weekday === null || at.weekday === weekday)) return at.toMillis();
  }
  return today.plus({ days: 8 }).set(time).toMillis();
}

/** When a schedule was last due, at a moment or before it. */
export function lastOccurrence(recurrence: Recurrence, at: number): number {
  const week = 7 * 24 * 60 * 60 * 1_000;
  let last = nextOccurrence(recurrence, at - week - week / 7);
  for (let next = last; next <= at; next = nextOccurrence(recurrence, next)) last = next;
  return last;
}
