import { DateTime } from 'luxon';

/** How long moderators can look back. */
export const PERIODS = {
  day: { hours: 24, label: 'the last 24 hours' },
  week: { days: 7, label: 'the last 7 days' },
  month: { days: 30, label: 'the last 30 days' },
  quarter: { days: 90, label: 'the last 90 days' },
} as const;

export type PeriodName = keyof typeof PERIODS;

/** A stretch of time whose questions are looked at, and the steps it is drawn in. */
export interface Period {
  /** Milliseconds since the epoch: from the first, up to but without the second. */
  readonly from: number;
  readonly to: number;
  /** One bar of the chart. */
  readonly step: 'hour' | 'day';
  /** IANA name: where days begin. */
  readonly timezone: string;
}

/**
 * The period that ends now: the last 24 hours, or whole days, today included, so that each bar of the chart is one.
 */
export function periodUntil(now: number, name: PeriodName, timezone: string): Period {
  const end = DateTime.fromMillis(now, { zone: timezone });
  if (name === 'day') {
    const from = end.minus({ hours: PERIODS.day.hours });
    return { from: from.toMillis(), to: now, step: 'hour', timezone };
  }
  const from = end.startOf('day').minus({ days: PERIODS[name].days - 1 });
  return { from: from.toMillis(), to: now + 1, step: 'day', timezone };
}

/** When each step of a period starts, the first one first; 400 at most. */
export function stepStarts({ from, to, step, timezone }: Period): number[] {
  const starts: number[] = [];
  const first = DateTime.fromMillis(from, { zone: timezone });
  for (let i = 0; i < 400; i++) {
    const start = first.plus({ [`${step}s`]: i }).toMillis();
    if (start >= to) break;
    starts.push(start);
  }
  return starts;
}

/** A moment in a few words: `26 Nov`, or `14:00` where steps are hours. */
export function stepLabel(start: number, { step, timezone }: Pick<Period, 'step' | 'timezone'>): string {
  const at = DateTime.fromMillis(start, { zone: timezone, locale: 'en-US' });
  return at.toFormat(step === 'hour' ? 'HH:mm' : 'd LLL');
}
