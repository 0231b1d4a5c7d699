const CLOSERS: Readonly<Record<string, string>> = {
  '<!--': '-->',
  '<script': '</script>',
  '<style': '</style>',
};

/**
 * The lines of a Markdown text without the comments, scripts and styles that begin a line. A line with
 * nothing else on it goes whole, so it parts no block. One that is never closed stays, for else a typing
 * error would swallow the rest of the article; so does what stands in a code fence.
 */
export function withoutHidden(lines: readonly string[]): readonly string[] {
  const lastWith = new Map(
    Object.values(CLOSERS).map((closer) => [
      closer,
      lines.findLastIndex((line) => line.toLowerCase().includes(closer)),
    ]),
  );
  const kept: string[] = [];
  let fence: string | null = null;
  let hiddenUntil: string | null = null;
  for (const [i, line] of lines.entries()) {
    const mark: string | null = /^[ \t]*(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
    if (hiddenUntil === null && mark !== null && (fence === null || mark.startsWith(fence))) {
      fence = fence === null ? mark : null;
    }
    let closer: string | null = hiddenUntil ?? (fence === null ? closerOf(line) : null);
    if (closer !== null && (lastWith.get(closer) ?? -1) < i) closer = null;
    if (closer === null) {
      kept.push(line);
      continue;
    }
    const end = line.toLowerCase().indexOf(closer);
    hiddenUntil = end < 0 ? closer : null;
    const rest = end < 0 ? '' : line.slice(end + closer.length);
    if (rest.trim() !== '') kept.push(rest);
  }
  return kept;
}

/** What closes the comment, script or style that begins the line, or null. */
function closerOf(line: string): string | null {
  const opener = /^[ \t]*(<!--|<script\b|<style\b)/i.exec(line)?.[1]?.toLowerCase();
  return opener === undefined ? null : (CLOSERS[opener] ?? null);
}
