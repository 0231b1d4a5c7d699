import { randomInt } from 'node:crypto';

/** Digits of the time in base 36: enough until the year 5188. */
const TIME_DIGITS = 9;
/** Chance digits: some 36 bits, so that two questions of one millisecond do not share an id. */
const CHANCE_DIGITS = 7;

const BASE = 36;
const QUESTION_ID = /^[0-9a-z]{16}$/;

/**
 * An id for a question: 16 characters from `0-9a-z` that sort by time. Made before anything is written, so
 * that buttons can carry it.
 * @param at milliseconds since the epoch
 */
export function createQuestionId(at: number): string {
  return (
    firstQuestionId(at) +
    randomInt(BASE ** CHANCE_DIGITS)
      .toString(BASE)
      .padStart(CHANCE_DIGITS, '0')
  );
}

/** What sorts before the ids of all questions asked at that moment or later, and behind all earlier ones. */
export function firstQuestionId(at: number): string {
  return Math.max(0, Math.trunc(at)).toString(BASE).padStart(TIME_DIGITS, '0');
}

/** Whether a text out of a custom id can be a question's id. */
export function isQuestionId(text: string): boolean {
  return QUESTION_ID.test(text);
}
