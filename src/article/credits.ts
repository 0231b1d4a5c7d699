/** Who made a wire story, as its last lines say. */
export interface Credits {
  readonly reporters: readonly string[];
  /** Named for additional reporting only. */
  readonly contributors: readonly string[];
  readonly editors: readonly string[];
}

/**
 * Reads a line such as `(Reporting by Jane Roe in Paris; Editing by Kim Poe and Al Doe)`, with or without
 * the brackets, or null when it is none. `((jane.roe@example.org))` is a credit line that names nobody.
 */
export function readCredits(line: string): Credits | null {
  if (line.length > MAX_LINE) return null;
  if (/^\(\(.*\)\)$/u.test(line)) return { reporters: [], contributors: [], editors: [] };
  const text = line.replace(/^\(|[).]+$/gu, '');
  const parts = text.split(/;|(?<=\p{Ll}{2})\.\s/u).map((part) => part.trim());
  if (!CREDIT.test(parts[0] ?? '')) return null;
  const reporters: string[] = [];
  const contributors: string[] = [];
  const editors: string[] = [];
  for (const part of parts) {
    const [, role = '', people = ''] = CREDIT.exec(part) ?? [];
    const named = namesIn(people);
    if (/edit|compiled/iu.test(role)) editors.push(...named);
    if (/report|writ/iu.test(role)) (/additional/iu.test(role) ? contributors : reporters).push(...named);
  }
  const names = [...reporters, ...contributors, ...editors];
  const isCredit = names.every(isName) && (names.length > 0 || line.startsWith('('));
  return isCredit ? { reporters, contributors, editors } : null;
}

/** The credits in brackets at the end of a paragraph, and the paragraph's text before them; or null. */
export function splitTrailingCredits(paragraph: string): { text: string; credits: Credits } | null {
  const opening = paragraph.lastIndexOf('(');
  if (opening <= 0 || !paragraph.endsWith(')')) return null;
  const credits = readCredits(paragraph.slice(opening));
  return credits && { text: paragraph.slice(0, opening).trim(), credits };
}

const MAX_LINE = 1_000;

const ROLE =
  '(?:reporting|writing|editing|reported|written|edited|compiled|translation|translated|graphics|research)';

/** `Additional reporting by …`, `Writing and editing by …`. */
const CREDIT = new RegExp(
  `^((?:additional\\s+)?${ROLE}(?:\\s*(?:,|and|&)\\s*(?:additional\\s+)?${ROLE})*)\\s+by:?\\s+(.+)$`,
  'iu',
);

/** Running text may begin with the same words: `Editing by hand is slow.` */
function isName(text: string): boolean {
  const words = text.split(/\s+/u);
  return words.length <= 6 && [words[0], words.at(-1)].every((word) => /^[\p{Lu}\p{Lo}]/u.test(word ?? ''));
}

/** `Jane Roe in Paris, Kim Poe and Al Doe` are three. */
function namesIn(people: string): string[] {
  return people
    .split(/\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*/u)
    .map((name) => name.replace(/^the\s+|\s+(?:in|at|from)\s+.*$/gu, '').trim())
    .filter((name) => /^\p{L}/u.test(name));
}
