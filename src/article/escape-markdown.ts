/**
 * Plain text as Markdown that reads back as that very text, one paragraph of it: marks that Markdown
 * would take for its own get a backslash, and lines are kept apart by hard breaks.
 */
export function escapeMarkdown(text: string): string {
  return text.split('\n').map(escapeLine).join('\\\n');
}

function escapeLine(line: string): string {
  return line
    .replace(/\\(?=[!-/:-@[-`{-~]|$)|[`*[|<_]|&(?=[#\p{L}])/gu, (mark, at: number) =>
      mark === '_' && isInsideWord(line, at) ? mark : `\\${mark}`,
    )
    .replace(/^(\d+)(?=[.)](?:\s|$))/u, '$1\\')
    .replace(/^(?=[#>+~=-])/u, '\\');
}

function isInsideWord(line: string, at: number): boolean {
  return /[\p{L}\p{N}]/u.test(line.charAt(at - 1)) && /[\p{L}\p{N}]/u.test(line.charAt(at + 1));
}
