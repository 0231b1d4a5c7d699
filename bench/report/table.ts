/** A table of results. The first column names the rows; the others hold numbers. */
export interface Table {
  readonly title: string;
  /** A sentence or two on what the numbers are. */
  readonly note: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The table for a terminal, in aligned columns; long heads take several lines. */
export function renderText({ title, note, head, rows }: Table): string {
  const lines = head.map((cell) => wrapHead(cell));
  const height = Math.max(...lines.map((cell) => cell.length));
  const heads = Array.from({ length: height }, (_, i) =>
    lines.map((cell) => cell[i - height + cell.length] ?? ''),
  );
  const widths = head.map((_, column) =>
    Math.max(...[...heads, ...rows].map((row) => (row[column] ?? '').length)),
  );
  const draw = (row: readonly string[]) => pad(row, widths).join('  ').trimEnd();
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [title, note, '', ...heads.map(draw), rule, ...rows.map(draw)].join('\n');
}

/** The table as Markdown, under a heading of the third level, laid out as the formatter of the project would. */
export function renderMarkdown({ title, note, head, rows }: Table): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, column) => {
    const least = column === 0 ? '---'.length : '---:'.length;
    return Math.max(least, ...cells.map((row) => (row[column] ?? '').length));
  });
  const lines = cells.map((row) => `| ${pad(row, widths).join(' | ')} |`);
  const rule = widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [`### ${title}`, '', note, '', lines[0], `| ${rule.join(' | ')} |`, ...lines.slice(1)].join('\n');
}

/** The first column to the left, numbers to the right. */
function pad(row: readonly string[], widths: readonly number[]): string[] {
  return widths.map((width, i) => {
    const cell = row[i] ?? '';
    return i === 0 ? cell.padEnd(width) : cell.padStart(width);
  });
}

/** Columns are as wide as their numbers or the longest word of their head. */
function wrapHead(head: string): string[] {
  const widest = 10;
  const lines: string[] = [];
  for (const word of head.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= widest)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
