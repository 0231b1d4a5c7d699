const WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty';
const TENS = 'thirty forty fifty sixty seventy eighty ninety hundred';
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth';

const NUMBERS = new Map<string, string>([
  ...WORDS.split(' ').map((word, i): [string, string] => [word, String(i)]),
  ...TENS.split(' ').map((word, i): [string, string] => [word, String(30 + 10 * i)]),
  ...ORDINALS.split(' ').map((word, i): [string, string] => [word, String(i + 1)]),
  ['dozen', '12'],
]);
NUMBERS.delete('second'); // a second is a unit of time more often than a place in a row
NUMBERS.delete('one'); // "one of them" counts nothing

/** The digits of an English number word up to a hundred (`twelve` → `12`, `third` → `3`), or null. */
export function numberWord(word: string): string | null {
  return NUMBERS.get(word) ?? null;
}
