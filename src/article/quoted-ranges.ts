const CLOSER_OF: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
  '《': '》',
  '（': '）',
  '(': ')',
  '[': ']',
  '"': '"',
};

const CLOSERS = new Set(Object.values(CLOSER_OF));

/** Nobody nests deeper; more would make the search for the opening mark slow. */
const MAX_DEPTH = 16;

/**
 * For each UTF-16 unit of a sentence and the place behind it, whether it stands inside quotation marks
 * or brackets. A mark that is never closed counts as open to the end: nothing is split there.
 * Apostrophes are left alone, since they close no quotation mostly.
 */
export function findQuoted(sentence: string): readonly boolean[] {
  const open: string[] = [];
  const quoted: boolean[] = [];
  for (let i = 0; i < sentence.length; i++) {
    quoted.push(open.length > 0);
    const mark = sentence.charAt(i);
    const closes = CLOSERS.has(mark) ? open.lastIndexOf(mark) : -1;
    if (closes >= 0) open.length = closes;
    else if (open.length < MAX_DEPTH && opensHere(sentence, i)) open.push(CLOSER_OF[mark] ?? mark);
  }
  quoted.push(open.length > 0);
  return quoted;
}

/** A 5" pipe opens no quotation, and », when it opens one as in German, touches what it quotes. */
function opensHere(sentence: string, at: number): boolean {
  const mark = sentence.charAt(at);
  if (!(mark in CLOSER_OF)) return false;
  if (mark === '"') return !/\d/.test(sentence.charAt(at - 1));
  if (mark === '»') return /[\p{L}\p{N}]/u.test(sentence.charAt(at + 1));
  return true;
}
