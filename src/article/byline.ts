/**
 * The names in a line such as `By Jane Roe` or `By Jane Roe and Kim Poe`, as typed, or null when it is no
 * byline but running text that begins with the word, such as `By Monday, the fire had spread.`
 */
export function readByline(line: string): string | null {
  const names = /^by:?\s+(\S.*)$/iu.exec(line.slice(0, MAX_LINE))?.[1]?.trim();
  if (names === undefined || line.length > MAX_LINE) return null;
  const words = names.split(/[\s,;&/]+/u).filter((word) => word !== '');
  return words.length <= MAX_WORDS && words.every(isNameWord) && !isSentence(words) ? names : null;
}

const MAX_LINE = 200;
const MAX_WORDS = 24;

function isNameWord(word: string): boolean {
  return /^[\p{Lu}\p{Lo}]/u.test(word) || CONNECTORS.has(word) || /^(?:d|l|al|el)[’'-]\p{Lu}/u.test(word);
}

const CONNECTORS = new Set(
  'and y et und i e de da do dos das del della di du la le van von der den ter ten zu zur af av bin ibn al el'.split(
    ' ',
  ),
);

/** Names have no full stop at their end but in an initial or a suffix: `Jr.`, `J.` */
function isSentence(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  return /[.!?:]["”’)]*$/u.test(last) && !/^(?:\p{Lu}\.)+$|^(?:Jr|Sr|Ph\.D|M\.D)\.$/u.test(last);
}
