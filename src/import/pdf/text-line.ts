/** A run of text as the PDF places it. Lengths are in points; `y` grows downwards and is the baseline's. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** The font's name in the file: it tells fonts apart and says nothing of them. */
  readonly font: string;
}

/** Text on one baseline, within one column. */
export interface TextLine extends Piece {
  /** What stands apart by wide gaps: more than one in a table's row. */
  readonly cells: readonly string[];
  /** Is all of it in one font? */
  readonly isUniform: boolean;
}

export interface PdfPage {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}

/**
 * Text wider apart than this, in ems, may stand in two columns. Words of justified lines do too; those are joined again
 * when the columns are known.
 */
const GAP = 0.6;
/** Wider apart than this it stands in another cell of a table. */
const CELL_GAP = 2;
/** A raised figure no larger than this, of the line's size, leads to a note. */
const NOTE_SIZE = 0.75;
/** What stands before an item of a list, often far before it. */
const LIST_MARK = /^(?:[•‣●○◦▪■□➢✓✔·\uf0b7\uf0a7–-]|\d{1,2}[.)]|[a-z][.)])$/u;

/** The stretches of text on each baseline, from top to bottom; columns and cells are apart. */
export function stretchesOf(pieces: readonly Piece[]): readonly TextLine[] {
  return rowsOf(pieces).flatMap((row) => {
    const stretches: Piece[][] = [];
    for (const piece of row) {
      const last = stretches.at(-1)?.at(-1);
      if (last && piece.x - last.right <= GAP * Math.min(last.size, piece.size))
        stretches.at(-1)?.push(piece);
      else stretches.push([piece]);
    }
    return stretches.map((stretch) => joinPieces(stretch)).filter((line) => line.text !== '');
  });
}

/** Stretches of one column as whole lines. */
export function linesOf(stretches: readonly TextLine[]): readonly TextLine[] {
  return rowsOf(stretches).map((row) => joinStretches(row as readonly TextLine[]));
}

/** By baseline, from top to bottom, each from left to right. */
function rowsOf<T extends Piece>(pieces: readonly T[]): readonly (readonly T[])[] {
  const rows: T[][] = [];
  for (const piece of pieces.toSorted((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    const main = row && largest(row);
    // Raised and lowered marks stand within half a line of their baseline.
    if (main && row && piece.y - main.y <= 0.4 * Math.max(main.size, piece.size)) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x));
}

function joinPieces(pieces: readonly Piece[]): TextLine {
  const main = longest(pieces);
  let text = '';
  let previous: Piece | null = null;
  for (const piece of pieces) {
    if (previous && isNoteMark(piece, main)) continue;
    const isApart = previous !== null && piece.x - previous.right > 0.12 * main.size;
    text += isApart && !/\s$/u.test(text) && !/^\s/u.test(piece.text) ? ` ${piece.text}` : piece.text;
    previous = piece;
  }
  const [first] = pieces;
  text = text.replace(/\s+/gu, ' ').trim();
  return {
    text,
    x: first?.x ?? 0,
    right: Math.max(...pieces.map(({ right }) => right)),
    y: main.y,
    size: main.size,
    font: main.font,
    cells: [text],
    isUniform: pieces.every(({ font }) => font === main.font),
  };
}

function joinStretches(row: readonly TextLine[]): TextLine {
  const main = longest(row);
  const cells: string[] = [];
  let previous: TextLine | null = null;
  for (const stretch of row) {
    const isFar = previous !== null && stretch.x - previous.right > CELL_GAP * main.size;
    const isCell = previous === null || (isFar && !LIST_MARK.test(previous.text));
    if (isCell) cells.push(stretch.text);
    else cells.push(`${cells.pop()} ${stretch.text}`);
    previous = stretch;
  }
  const [first] = row;
  return {
    ...main,
    text: cells.join(' '),
    x: first?.x ?? 0,
    right: Math.max(...row.map(({ right }) => right)),
    cells,
    isUniform: row.every(({ font, isUniform }) => isUniform && font === main.font),
  };
}

function isNoteMark(piece: Piece, main: Piece): boolean {
  return (
    /^\s*[\d*†‡,]{1,5}\s*$/u.test(piece.text) &&
    piece.size <= NOTE_SIZE * main.size &&
    piece.y < main.y - 0.1 * main.size
  );
}

function largest<T extends Piece>(pieces: readonly T[]): T {
  return pieces.reduce((best, piece) => (piece.size > best.size ? piece : best));
}

function longest<T extends Piece>(pieces: readonly T[]): T {
  return pieces.reduce((best, piece) => (piece.text.length > best.text.length ? piece : best));
}
