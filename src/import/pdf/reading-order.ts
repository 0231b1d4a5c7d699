import { linesOf, type TextLine } from './text-line.js';

/** Bins in which the page's width is looked at, in points. */
const BIN = 1;
/** Columns are at least so far apart, in points. */
const MIN_GUTTER = 7;
/** Headlines and pictures reach over a gutter; no more than this share of a page's lines does. */
const MAX_CROSSING = 0.15;
/** What stands on either side of a gutter: lines, and their share of the page's text. */
const MIN_LINES = 5;
const MIN_SHARE = 0.15;
/** A line of running text has some forty characters in the narrowest column; a table's cell has fewer. */
const MIN_LENGTH = 18;

/** Lines that stand under one another and are read in this order. */
export type Column = readonly TextLine[];

/** A page's text in reading order: what reaches over several columns parts the page into bands, read column by column. */
export function readingOrder(stretches: readonly TextLine[]): readonly Column[] {
  const gutters = guttersOf(stretches);
  if (gutters.length === 0) return [linesOf(stretches)].filter((column) => column.length > 0);
  const columns: Column[] = [];
  let band: TextLine[][] = [];
  let wide: TextLine[] = [];
  const endBand = () => {
    columns.push(...band.filter((column) => column !== undefined && column.length > 0).map(linesOf));
    band = [];
  };
  const endWide = () => {
    if (wide.length > 0) columns.push(linesOf(wide));
    wide = [];
  };
  for (const stretch of stretches.toSorted((a, b) => a.y - b.y)) {
    if (
      gutters.some((gutter) => stretch.x < gutter - MIN_GUTTER / 2 && stretch.right > gutter + MIN_GUTTER / 2)
    ) {
      endBand();
      wide.push(stretch);
    } else {
      endWide();
      const at = gutters.filter((gutter) => stretch.x >= gutter - 1).length;
      while (band.length <= at) band.push([]);
      band[at]?.push(stretch);
    }
  }
  endBand();
  endWide();
  return columns;
}

/** The middles of the white stripes between columns, from left to right. */
function guttersOf(stretches: readonly TextLine[]): readonly number[] {
  const left = Math.min(...stretches.map(({ x }) => x));
  const right = Math.max(...stretches.map((line) => line.right));
  const bins = new Array<number>(Math.max(0, Math.min(5_000, Math.ceil((right - left) / BIN)))).fill(0);
  for (const line of stretches) {
    const [from, to] = [Math.max(0, Math.floor((line.x - left) / BIN)), Math.ceil((line.right - left) / BIN)];
    for (let bin = from; bin < to && bin < bins.length; bin++) bins[bin] = (bins[bin] ?? 0) + 1;
  }
  const most = countRows(stretches) * MAX_CROSSING;
  const found: number[] = [];
  for (let bin = 0; bin < bins.length; ) {
    let end = bin;
    while (end < bins.length && (bins[end] ?? 0) <= most) end++;
    const gutter = left + ((bin + end) / 2) * BIN;
    if ((end - bin) * BIN >= MIN_GUTTER && partsText(stretches, gutter, found.at(-1) ?? left))
      found.push(gutter);
    bin = Math.max(end, bin + 1);
  }
  return found;
}

/** Is there running text on both sides of the stripe? */
function partsText(stretches: readonly TextLine[], gutter: number, from: number): boolean {
  const before = stretches.filter((line) => line.x >= from - 2 && line.right <= gutter + 2);
  const behind = stretches.filter((line) => line.x >= gutter - 2);
  const all = lengthOf(stretches);
  return [before, behind].every((side) => {
    const lines = countRows(side);
    return lines >= MIN_LINES && lengthOf(side) >= Math.max(all * MIN_SHARE, lines * MIN_LENGTH);
  });
}

/** Words of justified lines may stand so far apart that they are stretches of their own. */
function countRows(stretches: readonly TextLine[]): number {
  return new Set(stretches.map(({ y }) => Math.round(y))).size;
}

function lengthOf(stretches: readonly TextLine[]): number {
  return stretches.reduce((sum, { text }) => sum + text.length, 0);
}
