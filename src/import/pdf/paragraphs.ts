import type { Block } from '../../article/block.js';
import { readByline } from '../../article/byline.js';
import { tableLines } from '../html/table-lines.js';
import { joinList } from '../join-list.js';
import { readDate } from '../read-date.js';
import type { Column } from './reading-order.js';
import type { TextLine } from './text-line.js';
import type { LineJoiner } from './unhyphenate.js';

/** Of the distance that lines usually have: beyond it there is a blank line between them. */
const PARAGRAPH_GAP = 1.35;
/** How far a paragraph's first line is indented at least, in ems. */
const INDENT = 0.7;
/** A line that ends so far from the column's edge, as a share of its width, ends a paragraph with its full stop. */
const SHORT_LINE = 0.12;
/** One that ends even further away ends it whatever it ends with: no word of running text is so long. */
const VERY_SHORT_LINE = 0.4;
/** Text larger than the running text by this much is a heading; smaller, a caption or a note. */
const HEADING_SIZE = 1.12;
const SMALL_SIZE = 0.9;
const MAX_HEADING_LENGTH = 140;
const MAX_UNMARKED_ITEM = 80;
/** Of the type's size. A few lines do not tell whether a document is set wider than that. */
const SINGLE_SPACED = 1.3;
const FEW_GAPS = 4;
/** So many indents are a habit. */
const MIN_INDENTS = 3;
const TERMINAL = /[.!?:;。！？…]["”’»)\]]*$/u;
const BULLET = /^[•‣●○◦▪■□➢✓✔·\uf0b7\uf0a7–-]\s+/u;
const NUMBER = /^(\d{1,2}[.)])\s+(?=\S)/u;

type Kind = 'text' | 'heading' | 'small' | 'item' | 'row';

interface Group {
  readonly kind: Kind;
  readonly lines: TextLine[];
}

/** The type that most of a document's text is set in. */
export interface BodyType {
  readonly size: number;
  readonly font: string;
}

export function bodyType(columns: readonly Column[]): BodyType {
  const lines = columns.flat();
  const size = mostFrequent(lines.map((line) => [Math.round(line.size * 2) / 2, line.text.length]));
  const ofSize = lines.filter((line) => Math.abs(line.size - (size ?? 0)) <= 0.5);
  return { size: size ?? 10, font: mostFrequent(ofSize.map((line) => [line.font, line.text.length])) ?? '' };
}

/** The paragraphs of columns in reading order, joined where one goes on in the next column or on the next page. */
export function paragraphsOf(
  columns: readonly Column[],
  body: BodyType,
  joiner: LineJoiner,
): readonly Block[] {
  const groups: Group[] = [];
  const leading = usualLeading(columns, body);
  const style = { body, leading, isIndented: isIndentedStyle(columns, leading) };
  for (const column of columns) addColumn(column, groups, style);
  return toBlocks(groups, joiner);
}

/** How a document is set. */
interface Style {
  readonly body: BodyType;
  /** The usual distance of two lines, in points. */
  readonly leading: number;
  /** Do its paragraphs begin with an indent, rather than behind a blank line? */
  readonly isIndented: boolean;
}

function addColumn(column: Column, groups: Group[], { body, leading, isIndented }: Style): void {
  const edges = edgesOf(column);
  for (const [i, line] of column.entries()) {
    const previous = column[i - 1] ?? null;
    const kind = kindOf(line, body);
    const own = previous
      ? groups.at(-1)
      : continued(groups, line, kind, isIndented && line.x < edges.left + INDENT * line.size);
    const goesOn = own && (previous ? !startsGroup(line, previous, kind, own, edges, leading) : true);
    if (goesOn) own.lines.push(line);
    else groups.push({ kind, lines: [line] });
  }
}

function kindOf(line: TextLine, body: BodyType): Kind {
  if (line.cells.length > 1) return 'row';
  if (BULLET.test(line.text)) return 'item';
  if (line.size < body.size * SMALL_SIZE) return 'small';
  if (line.text.length > MAX_HEADING_LENGTH || readByline(line.text) !== null) return 'text';
  if (line.size >= body.size * HEADING_SIZE) return 'heading';
  const isSetApart =
    line.isUniform &&
    line.font !== body.font &&
    !TERMINAL.test(line.text) &&
    /^[\p{Lu}\p{Lo}\d]/u.test(line.text);
  return isSetApart && line.text.length <= 80 && readDate(line.text) === null ? 'heading' : 'text';
}

/**
 * The paragraph that the first line of a column goes on with, past captions and notes in between.
 * @param isSurely it would be set in if it began a paragraph
 */
function continued(
  groups: readonly Group[],
  line: TextLine,
  kind: Kind,
  isSurely: boolean,
): Group | undefined {
  if (kind !== 'text') return undefined;
  const last = groups.findLast((group) => group.kind !== 'small' && group.kind !== 'row');
  if (!last || (last.kind !== 'text' && last.kind !== 'item')) return undefined;
  const end = last.lines.at(-1)?.text ?? '';
  if (isSurely && last.kind === 'text') return last;
  return TERMINAL.test(end) || NUMBER.test(line.text) ? undefined : last;
}

function startsGroup(
  line: TextLine,
  previous: TextLine,
  kind: Kind,
  own: Group,
  edges: Edges,
  leading: number,
): boolean {
  const gap = line.y - previous.y;
  const isFar = gap > Math.max(leading, line.size) * PARAGRAPH_GAP;
  if (kind === 'row' || own.kind === 'row') return kind !== own.kind;
  if (kind === 'item') return true;
  if (kind === 'heading')
    return own.kind !== 'heading' || gap > line.size * 1.8 || Math.abs(line.size - previous.size) > 0.6;
  // An item's further lines are set as far in as its text, or begin small.
  if (own.kind === 'item') return isFar || line.x < (own.lines[0]?.x ?? 0) + 1;
  if (kind !== own.kind || isFar || Math.abs(line.size - previous.size) > line.size * 0.1) return true;
  if (readByline(previous.text) !== null || (NUMBER.test(line.text) && TERMINAL.test(previous.text)))
    return true;
  const isSetIn = line.x > edges.left + INDENT * line.size;
  // Behind a paragraph of one line, which is set in too, its full stop tells.
  const isBehindOne = own.lines.length === 1 && TERMINAL.test(previous.text);
  const isIndented = isSetIn && (previous.x < line.x - INDENT * line.size || isBehindOne);
  const room = (edges.right - previous.right) / (edges.right - edges.left);
  const isBehindShort = room > SHORT_LINE && TERMINAL.test(previous.text);
  return isIndented || isBehindShort || room > VERY_SHORT_LINE;
}

function isIndentedStyle(columns: readonly Column[], leading: number): boolean {
  let indents = 0;
  let gaps = 0;
  for (const column of columns) {
    const { left } = edgesOf(column);
    for (const [i, line] of column.entries()) {
      const previous = column[i - 1];
      if (!previous || !TERMINAL.test(previous.text)) continue;
      if (line.y - previous.y > leading * PARAGRAPH_GAP) gaps++;
      else if (line.x > left + INDENT * line.size) indents++;
    }
  }
  return indents >= MIN_INDENTS && indents > gaps;
}

interface Edges {
  readonly left: number;
  readonly right: number;
}

/** Where most lines begin and end; single ones stick out. */
function edgesOf(column: Column): Edges {
  const [lefts, rights] = [
    column.map(({ x }) => x).sort((a, b) => a - b),
    column.map(({ right }) => right).sort((a, b) => a - b),
  ];
  return {
    left: lefts[Math.floor(lefts.length * 0.1)] ?? 0,
    right: rights[Math.floor(rights.length * 0.9)] ?? 0,
  };
}

/** The distance of lines within paragraphs: the smallest that is no accident, as short paragraphs have gaps of their own. */
function usualLeading(columns: readonly Column[], body: BodyType): number {
  const isBody = (line: TextLine) => Math.abs(line.size - body.size) <= 0.5;
  const gaps = columns.flatMap((column) =>
    column.flatMap((line, i) => {
      const previous = column[i - 1];
      return previous && isBody(line) && isBody(previous) ? [line.y - previous.y] : [];
    }),
  );
  const usual = gaps.filter((gap) => gap >= body.size * 0.9).sort((a, b) => a - b);
  const leading = usual[Math.floor(usual.length * 0.1)] ?? body.size * SINGLE_SPACED;
  return usual.length < FEW_GAPS ? Math.min(leading, body.size * SINGLE_SPACED) : leading;
}

function toBlocks(groups: readonly Group[], joiner: LineJoiner): readonly Block[] {
  const blocks: Block[] = [];
  let heading: string | null = null;
  for (let i = 0; i < groups.length; i++) {
    const group = groups[i] as Group;
    const text = joiner.join(group.lines.map((line) => line.text));
    if (text === '') continue;
    if (group.kind === 'item') {
      const items: string[] = [];
      for (; groups[i]?.kind === 'item'; i++)
        items.push(joiner.join((groups[i] as Group).lines.map((line) => line.text)));
      i--;
      const last = blocks.at(-1);
      const lead = last && /[:：]$/u.test(last.text) ? (blocks.pop() ?? null) : null;
      const listed = items.map((item) => ({ text: item.replace(BULLET, ''), number: null }));
      blocks.push(...joinList(listed, lead?.text ?? null, heading));
    } else if (isUnmarkedItem(group, groups[i - 1])) {
      const lead = blocks.pop()?.text ?? null;
      const [first] = group.lines;
      const items: string[] = [];
      for (; isUnmarkedItem(groups[i], groups[i - items.length - 1]); i++) {
        if (groups[i]?.lines[0]?.x !== first?.x) break;
        items.push(joiner.join(groups[i]?.lines.map((line) => line.text) ?? []));
      }
      i--;
      blocks.push(
        ...joinList(
          items.map((item) => ({ text: item, number: null })),
          lead,
          heading,
        ),
      );
    } else if (group.kind === 'row' && group.lines.length > 1) {
      const rows = group.lines.map((line) => line.cells);
      const [head, ...rest] = rows;
      const cells = isHead(head, rest) ? { head, rows: rest } : { head: null, rows };
      const lines = tableLines({ caption: null, ...cells });
      blocks.push(...lines.map((line) => ({ text: line, heading })));
    } else if (group.kind === 'heading' && groups.slice(i + 1).some(({ kind }) => kind !== 'small'))
      heading = text;
    else blocks.push({ text, heading });
  }
  return blocks;
}

/** A line of a list whose bullets are drawn rather than written: short, set in, under a line that leads into a list. */
function isUnmarkedItem(group: Group | undefined, lead: Group | undefined): boolean {
  const [line] = group?.lines ?? [];
  const last = lead?.lines.at(-1);
  if (!line || !last || group?.kind !== 'text' || group.lines.length > 1 || lead?.kind !== 'text')
    return false;
  const isSetIn = line.x >= (lead.lines[0]?.x ?? 0) + INDENT * line.size;
  return (
    /[:：]$/u.test(last.text) && isSetIn && line.text.length <= MAX_UNMARKED_ITEM && !TERMINAL.test(line.text)
  );
}

/** A first row of words over rows with numbers names the columns. */
function isHead(
  row: readonly string[] | undefined,
  rest: readonly (readonly string[])[],
): row is readonly string[] {
  const hasNumber = (cell: string) => /\d/u.test(cell);
  return (
    row !== undefined &&
    !row.some(hasNumber) &&
    rest.every((one) => one.length === row.length && one.some(hasNumber))
  );
}

function mostFrequent<T>(weighted: readonly (readonly [T, number])[]): T | null {
  const sums = new Map<T, number>();
  for (const [value, weight] of weighted) sums.set(value, (sums.get(value) ?? 0) + weight);
  return [...sums].reduce<[T | null, number]>(
    (best, [value, sum]) => (sum > best[1] ? [value, sum] : best),
    [null, 0],
  )[0];
}
