import { IANAZone } from 'luxon';
import type { PeriodName } from '../summary/period.js';
import { PERIODS } from '../summary/period.js';
import { formatCustomId } from './custom-id.js';

/** What of a digest can be looked at, by the label of its button. */
export const DIGEST_VIEWS = {
  overview: 'Overview',
  asked: 'Most asked',
  unanswered: 'Not answered',
  passages: 'Passages',
  comments: 'After 👎',
} as const;

export type DigestViewName = keyof typeof DIGEST_VIEWS;

/** Which digest, and what of it: all that a button must know, so that it works after a restart. */
export interface DigestView {
  readonly view: DigestViewName;
  /** From 0. */
  readonly page: number;
  readonly period: PeriodName;
  /** When the digest was asked for, in milliseconds since the epoch: its period ends there. */
  readonly at: number;
  /** The version of the article it is about; empty for all. */
  readonly version: string;
  /** IANA name: where its days begin. */
  readonly timezone: string;
}

const BASE = 36;
const isView = (name: string): name is DigestViewName => Object.hasOwn(DIGEST_VIEWS, name);
const isPeriod = (name: string): name is PeriodName => Object.hasOwn(PERIODS, name);

/** A button's id that leads to a view. Discord wants no two alike in a message: a list's pages have a name of their own. */
export function formatDigestView(
  { view, page, period, at, version, timezone }: DigestView,
  name: 'digest' | 'digest-page' | 'digest-open' | 'digest-export' = 'digest',
): string {
  return formatCustomId(name, view, String(page), period, at.toString(BASE), version, timezone);
}

/** Reads the arguments of such an id. @returns null when they say nothing that is known */
export function readDigestView(args: readonly string[]): DigestView | null {
  const [view = '', page = '', period = '', at = '', version = '', timezone = ''] = args;
  const time = Number.parseInt(at, BASE);
  if (
    !isView(view) ||
    !isPeriod(period) ||
    !/^\d{1,4}$/.test(page) ||
    !Number.isSafeInteger(time) ||
    !IANAZone.isValidZone(timezone)
  )
    return null;
  return { view, page: Number(page), period, at: time, version, timezone };
}
