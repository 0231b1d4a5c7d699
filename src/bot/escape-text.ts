import type { Range } from '../engine/outcome.js';
import { snapToGrapheme } from './grapheme.js';

/** Markdown that means something anywhere in a line, `@everyone`, `:emoji:` and the `://` of a bare link. */
const INLINE = /[\\*_`~|<[\]]|@(?=everyone|here)|:(?=\/\/|[^\s:]+:)/g;

/** Markdown that means something at the start of a line: headings, lists, quotes, small print. */
const LINE_START = /^\s*(?:[-+>#]|\d+[.)](?=\s|$))/;

/** Control characters (line breaks too) and the two Unicode line breaks. */
const CONTROL = /[\p{Cc}\u2028\u2029]/gu;

const LONE_SURROGATE = /\p{Surrogate}/gu;

/**
 * The text on one line, as safe JSON: control characters and line breaks become spaces, halves of
 * surrogate pairs become U+FFFD. Its length does not change, so ranges into it still hold.
 */
export function flattenText(text: string): string {
  return text.replace(CONTROL, ' ').replace(LONE_SURROGATE, '\uFFFD');
}

/** Offsets of the characters that need a backslash. */
function findSpecials(text: string): Set<number> {
  const offsets = new Set<number>();
  for (const match of text.matchAll(INLINE)) offsets.add(match.index);
  const start = LINE_START.exec(text);
  if (start) offsets.add(start[0].length - 1);
  return offsets;
}

/** Ranges that can be set in bold: whole characters, no white space at the ends, none touching the next. */
function boldRanges(text: string, ranges: readonly Range[]): Range[] {
  const result: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    let start = snapToGrapheme(text, range.start, 'start');
    let end = snapToGrapheme(text, range.end, 'end');
    while (start < end && /\s/.test(text.charAt(start))) start += 1;
    while (start < end && /\s/.test(text.charAt(end - 1))) end -= 1;
    if (start >= end) continue;
    const last = result.at(-1);
    // "**a** **b**" reads the same as "**a b**", and "**a****b**" does not work at all.
    if (last && /^\s*$/.test(text.slice(last.end, start))) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    } else {
      result.push({ start, end });
    }
  }
  return result;
}

/**
 * Text as Discord Markdown that shows exactly these characters on one line, with the ranges in bold.
 * Whatever would be formatting, a mention, an emoji, a timestamp or a link is shown as it is written.
 * @param bold offsets into `text`; out of order, overlapping or halves of a character are put right.
 */
export function escapeText(text: string, bold: readonly Range[] = []): string {
  const flat = flattenText(text);
  const specials = findSpecials(flat);
  const ranges = boldRanges(flat, bold);
  const edges = new Set(ranges.flatMap((range) => [range.start, range.end]));
  let out = '';
  for (let i = 0; i < flat.length; i += 1) {
    if (edges.has(i)) out += '**';
    if (specials.has(i)) out += '\\';
    out += flat.charAt(i);
  }
  return edges.has(flat.length) ? `${out}**` : out;
}
