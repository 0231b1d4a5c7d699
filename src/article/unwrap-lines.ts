/**
 * Joins wrapped lines with a space, or with nothing between Chinese or Japanese characters, which are
 * written without spaces. A line that ends in two spaces or a backslash, Markdown's hard break, keeps its
 * `\n`.
 */
export function unwrapLines(text: string): string {
  if (!text.includes('\n')) return text;
  const joined: string[] = [];
  let previous: string | null = null;
  for (const line of text.split('\n')) {
    const trimmed = line.trim();
    if (previous !== null) joined.push(glue(previous, trimmed));
    joined.push(isHardBreak(line) ? line.trimStart() : trimmed);
    previous = line;
  }
  return joined.join('');
}

function glue(line: string, next: string): string {
  if (isHardBreak(line)) return '\n';
  return IDEOGRAPHIC.test(line.trim().at(-1) ?? '') && IDEOGRAPHIC.test(next.charAt(0)) ? '' : ' ';
}

function isHardBreak(line: string): boolean {
  return line.endsWith('  ') || line.endsWith('\\');
}

const IDEOGRAPHIC = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3001-\u301F\uFF01-\uFF60]/u;
