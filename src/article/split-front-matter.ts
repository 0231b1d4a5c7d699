import type { LocalFault } from './front-matter.js';

/** A file's two parts, or why there is only one. */
export type SplitFile =
  | {
      readonly yaml: string;
      readonly body: string;
      /** The line of the file at which the body begins. */
      readonly bodyLine: number;
    }
  | { readonly yaml: null; readonly fault: LocalFault };

/** Parts the front matter, between a first line `---` and the next one, from the text behind it. */
export function splitFrontMatter(text: string): SplitFile {
  const lines = text.split('\n');
  if (lines[0]?.trimEnd() !== '---') {
    return without(
      'The file has no front matter. Begin it with a line `---`, a line `title: …` and a line `---`.',
    );
  }
  const closing = lines.findIndex((line, i) => i > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line));
  if (closing < 0) return without('The front matter is not closed. Write a line `---` behind its last key.');
  return {
    yaml: lines.slice(1, closing).join('\n'),
    body: lines.slice(closing + 1).join('\n'),
    bodyLine: Math.min(closing + 2, lines.length),
  };
}

function without(reason: string): SplitFile {
  return { yaml: null, fault: { line: 1, reason } };
}
