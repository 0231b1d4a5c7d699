import type { PdfPage, TextLine } from './text-line.js';

/** How much of a page's height its running heads and feet may take, at each end. */
const MARGIN = 0.13;
/** Lines are at the same height when they are no further apart than this, in points. */
const SAME_HEIGHT = 6;
/** A line at the edge of so many pages, with whatever number in it, is a running head or foot. */
const LEAST_PAGES = 2;
const LEAST_SHARE = 0.3;
const MAX_HEAD_LENGTH = 80;

const PAGE_NUMBER =
  /^(?:page|seite|página|pagina|pág\.?|p\.|s\.|стр\.?|第)?\s*[-–—|[(]*\s*(?:\d{1,4}|[ivxlc]{1,6})\s*[-–—|\])]*\s*(?:(?:of|von|de|di|\/|из|sur)\s*\d{1,4})?\s*[页頁]?$/iu;

/** What browsers print around a page, also when there is but one: when it was printed, and its address. */
const PRINTED =
  /^(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d{2}(?: ?[AP]M)?(?: |$)|(?:https?|file):\/\/\S+(?: \d+(?:\/| of )\d+)?$)/iu;

/** The lines of each page without page numbers and what repeats at the top or bottom of pages. */
export function withoutFurniture(
  pages: readonly { readonly page: PdfPage; readonly lines: readonly TextLine[] }[],
): readonly (readonly TextLine[])[] {
  const edges = pages.map(({ page, lines }) => rowsAtEdge(lines, page));
  const seen = new Map<string, Set<number>>();
  for (const [number, rows] of edges.entries()) {
    for (const key of rows.flatMap(keysOf)) seen.set(key, (seen.get(key) ?? new Set()).add(number));
  }
  const least = Math.max(LEAST_PAGES, pages.length * LEAST_SHARE);
  const isFound = (row: Row) =>
    PAGE_NUMBER.test(row.text) ||
    PRINTED.test(row.text) ||
    keysOf(row).some((key) => (seen.get(key)?.size ?? 0) >= least);
  // A chapter's name changes from page to page, and stands where the others have their running heads.
  const heads = edges.flat().filter(isFound);
  const isLikeHeads = (row: Row) =>
    row.text.length <= MAX_HEAD_LENGTH && heads.filter((head) => isSameType(head, row)).length >= LEAST_PAGES;
  return pages.map(({ lines }, number) => {
    const rows = edges[number] ?? [];
    const furniture = new Set(
      rows.filter((row) => isFound(row) || isLikeHeads(row)).flatMap((row) => row.lines),
    );
    return lines.filter((line) => !furniture.has(line));
  });
}

/** All that stands at one height, as a word alone may stand at the same place on two pages. */
interface Row {
  readonly text: string;
  readonly y: number;
  readonly size: number;
  readonly lines: readonly TextLine[];
}

function rowsAtEdge(lines: readonly TextLine[], page: PdfPage): readonly Row[] {
  const rows = new Map<number, TextLine[]>();
  for (const line of lines) {
    if (!isAtEdge(line, page)) continue;
    const height = Math.round(line.y);
    const row = rows.get(height);
    if (row) row.push(line);
    else rows.set(height, [line]);
  }
  return [...rows.values()].map((row) => ({
    text: row.map(({ text }) => text).join(' '),
    y: row[0]?.y ?? 0,
    size: row[0]?.size ?? 0,
    lines: row,
  }));
}

function isSameType(a: Row, b: Row): boolean {
  return Math.abs(a.y - b.y) <= 1 && Math.abs(a.size - b.size) <= 0.1;
}

function isAtEdge(line: TextLine, page: PdfPage): boolean {
  return line.y < page.height * MARGIN || line.y > page.height * (1 - MARGIN);
}

/** Two for each row, as its height may fall on either side of a boundary between heights. */
function keysOf({ text, y }: Row): readonly string[] {
  const shape = text.toLowerCase().replace(/\d+/gu, '#');
  return [Math.floor(y / SAME_HEIGHT), Math.round(y / SAME_HEIGHT) + 0.5].map(
    (height) => `${height} ${shape}`,
  );
}
