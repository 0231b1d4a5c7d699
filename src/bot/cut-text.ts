import type { Range } from '../engine/outcome.js';
import { LONGEST_GRAPHEME, snapToGrapheme, splitGraphemes } from './grapheme.js';

/** A verbatim piece of a text: `text.slice(start, end)`. */
export interface Excerpt extends Range {
  readonly text: string;
  readonly cutBefore: boolean;
  readonly cutAfter: boolean;
}

/** A cut moves to the end of a word if one is within this many UTF-16 units. */
const WORD_SEARCH = 24;

/** How much of a text, from its start, is whole characters and at most `budget` long. */
function fittingLength(text: string, budget: number): number {
  let taken = 0;
  for (const unit of splitGraphemes(text.slice(0, budget + LONGEST_GRAPHEME))) {
    if (taken + unit.length > budget) break;
    taken += unit.length;
  }
  return taken;
}

/** Length of `text` without the word it was cut in, if that word began nearby. */
function backToWordEnd(text: string): number {
  const tail = text.slice(-WORD_SEARCH);
  const space = tail.search(/\s\S*$/);
  return space <= 0 ? text.length : text.length - tail.length + space;
}

/** Offset behind the word that `text` was cut in, if it ends nearby. */
function onToWordStart(text: string): number {
  const space = text.slice(0, WORD_SEARCH).search(/\s\S/);
  return space < 0 ? 0 : space + 1;
}

/** Where the focus begins, and where to begin so that it is seen with as much in front of it as behind. */
function chooseStart(
  length: number,
  focus: readonly Range[],
  budget: number,
): { first: number; start: number } {
  const first = Math.min(length, ...focus.map((range) => range.start));
  const seen = focus.filter((range) => range.start < first + budget);
  const last = Math.max(first, ...seen.map((range) => Math.min(range.end, first + budget)));
  const room = budget - (last - first);
  // A sentence is best read from its start: the room goes in front of the focus first.
  if (focus.length === 0 || room >= first) return { first, start: 0 };
  return { first, start: Math.max(0, Math.min(first - Math.floor(room / 2), length - budget)) };
}

/**
 * The piece of a text, at most `budget` UTF-16 units long, that shows its first ranges of interest. It
 * begins at the start of the text where they allow it, and never cuts within a character as a reader
 * sees it.
 * @param focus in order; empty for the start of the text.
 */
export function cutAround(text: string, focus: readonly Range[], budget: number): Excerpt {
  if (text.length <= budget) return { text, start: 0, end: text.length, cutBefore: false, cutAfter: false };
  const chosen = chooseStart(text.length, focus, budget);
  let start = snapToGrapheme(text, chosen.start, 'end');
  if (start > 0) start += onToWordStart(text.slice(start, Math.max(start, chosen.first)));
  let end = start + fittingLength(text.slice(start, start + budget + LONGEST_GRAPHEME), budget);
  if (/\S/.test(text.charAt(end))) end = start + backToWordEnd(text.slice(start, end));
  return { text: text.slice(start, end), start, end, cutBefore: start > 0, cutAfter: end < text.length };
}

/** A text of at most `max` UTF-16 units: whole if it fits, else cut at its end, with an ellipsis. */
export function cutEnd(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${cutAround(text, [], max - 1).text}…`;
}
