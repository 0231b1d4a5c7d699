/** A table's cells by row, as text; a cell that spans several columns stands in each. */
export interface TableCells {
  readonly caption: string | null;
  /** The columns' names, when the first row holds them. */
  readonly head: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
}

/** Rows that make a paragraph; longer tables are several. */
const ROWS_PER_PARAGRAPH = 12;
const MAX_PARAGRAPH_LENGTH = 1_200;

/**
 * A table as paragraphs of lines that can be quoted alone: `City: Warsaw; Population: 1.8 million`, or
 * `Warsaw: 1.8 million` where two columns have no names.
 */
export function tableLines({ caption, head, rows }: TableCells): readonly string[] {
  const lines = rows.map((row) => rowLine(row, head)).filter((line) => line !== '');
  const paragraphs: string[][] = [];
  let length = 0;
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (last && last.length < ROWS_PER_PARAGRAPH && length + line.length <= MAX_PARAGRAPH_LENGTH)
      last.push(line);
    else {
      paragraphs.push([line]);
      length = 0;
    }
    length += line.length;
  }
  if (caption !== null && paragraphs[0])
    paragraphs[0].unshift(/[.:!?]$/u.test(caption) ? caption : `${caption}:`);
  return paragraphs.map((paragraph) => paragraph.join('\n'));
}

function rowLine(row: readonly string[], head: readonly string[] | null): string {
  if (head) {
    return row
      .map((cell, i) => (cell === '' ? '' : head[i] ? `${head[i]}: ${cell}` : cell))
      .filter((cell) => cell !== '')
      .join('; ');
  }
  const [first = '', second = '', ...more] = row.filter((cell) => cell !== '');
  if (second === '' || more.length > 0)
    return [first, second, ...more].filter((cell) => cell !== '').join('; ');
  return /[:.!?]$/u.test(first) ? `${first} ${second}` : `${first}: ${second}`;
}
