/** What a line of Markdown is, when nothing is known of the lines around it. */
export type MarkdownLine =
  | { readonly kind: 'blank' }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'rule'; readonly mayUnderline: boolean }
  | { readonly kind: 'fence'; readonly mark: string }
  | { readonly kind: 'definition'; readonly label: string }
  | { readonly kind: 'item'; readonly number: string | null; readonly text: string }
  | { readonly kind: 'text'; readonly text: string };

/**
 * Classifies a line by CommonMark's rules for the start of a block. Indentation counts for nothing, so a
 * paragraph whose first line is indented is no code, and `#hashtag` is no heading.
 */
export function classifyLine(line: string): MarkdownLine {
  const text = line.replace(/^[ \t]+/, '');
  if (text.trim() === '') return { kind: 'blank' };
  if (/^#{1,6}(?:[ \t]|$)/.test(text)) return { kind: 'heading', text: headingText(text) };
  if (/^(?:=+|-+)[ \t]*$/.test(text)) return { kind: 'rule', mayUnderline: true };
  if (/^([-*_])(?:[ \t]*\1){2,}[ \t]*$/.test(text)) return { kind: 'rule', mayUnderline: false };
  const fence = /^(`{3,})[^`]*$|^(~{3,})/.exec(text);
  if (fence) return { kind: 'fence', mark: fence[1] ?? fence[2] ?? '' };
  const definition =
    /^\[([^^\]\\][^\]\\]*)\]:[ \t]*(?:<[^>]*>|\S+)(?:[ \t]+(?:"[^"]*"|'[^']*'|\([^)]*\)))?[ \t]*$/.exec(text);
  if (definition) return { kind: 'definition', label: definition[1] ?? '' };
  const item = /^(?:[-*+]|(\d{1,9}[.)]))[ \t]+(.*)$/.exec(text);
  if (item) return { kind: 'item', number: item[1] ?? null, text: item[2] ?? '' };
  return { kind: 'text', text };
}

/** Without the marks before it and those that may close it. */
function headingText(line: string): string {
  const text = line.replace(/^#+/, '').trim();
  return /^#+$/.test(text) ? '' : text.replace(/[ \t]#+$/, '').trim();
}

/** The line without the `>` marks of block quotes, and how many there were. */
export function unquote(line: string): { readonly depth: number; readonly text: string } {
  const marks = /^(?:[ \t]*>)+[ \t]?/.exec(line)?.[0] ?? '';
  return { depth: marks.replace(/[^>]/g, '').length, text: line.slice(marks.length) };
}

/** The cells of a table's row, still Markdown; a `|` behind a backslash stays. */
export function cellsOf(line: string): readonly string[] {
  const row = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return row.split(/(?<!\\)\|/).map((cell) => cell.trim());
}

/** Whether a line is the `|---|:-:|` under a table's head. */
export function isDelimiterRow(line: string): boolean {
  return line.includes('|') && cellsOf(line).every((cell) => /^:?-+:?$/.test(cell));
}
