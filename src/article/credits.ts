/** Who made a wire story, as its last lines say. */
export interface Credits {
  readonly reporters: readonly string[];
  readonly editors: readonly string[];
}

/**
 * Reads a line such as `(Reporting by Jane Roe in Paris; Editing by Kim Poe and Al Doe)`, with or without
 * the brackets, or null when it is none. `((jane.roe@example.org))` is a credit line that names nobody.
 */
export function readCredits(line: string): Credits | null {
  if (line.length > MAX_LINE) return null;
  if (/^\(\(.*\)\)$/u.test(line)) return { reporters: [], editors: [] };
  const text = line.replace(/^\(|[).]+$/gu, '');
  const parts = text.split(/;|(?<=\p{Ll}{2})\.\s/u).map((part) => part.trim());
  if (!CREDIT.test(parts[0] ?? '')) return null;
  const reporters: string[] = [];
  const extra: string[] = [];
  const editors: string[] = [];
  for (const part of parts) {
    const [, role = '', people = ''] = CREDIT.exec(part) ?? [];
    const names = namesIn(people);
    if (/edit|compiled/iu.test(role)) editors.push(...names);
    if (/report|writ/iu.test(role)) (/additional/iu.test(role) ? extra : reporters).push(...names);
  }
  return { reporters: reporters.length > 0 ? reporters : extra, editors };
}

/** Where the credits begin that stand at the end of a paragraph's last line, or -1. */
export function findTrailingCredits(paragraph: string): number {
  const opening = paragraph.lastIndexOf('(');
  const isCredit = opening > 0 && paragraph.endsWith(')') && CREDIT.test(paragraph.slice(opening + 1));
  return isCredit && readCredits(paragraph.slice(opening)) ? opening : -1;
}

const MAX_LINE = 1_000;

const ROLE =
  '(?:reporting|writing|editing|reported|written|edited|compiled|translation|translated|graphics|research)';

/** `Additional reporting by …`, `Writing and editing by …`. */
const CREDIT = new RegExp(
  `^((?:additional\\s+)?${ROLE}(?:\\s*(?:,|and|&)\\s*(?:additional\\s+)?${ROLE})*)\\s+by:?\\s+(.+)$`,
  'iu',
);

/** `Jane Roe in Paris, Kim Poe and Al Doe` are three. */
function namesIn(people: string): string[] {
  return people
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*/u)
    .map((name) => name.replace(/\s+(?:in|at|from)\s+.*$/u, '').trim())
    .filter((name) => /^\p{L}/u.test(name));
}
