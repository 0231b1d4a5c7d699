const SHORTEST = 3;
const PLURAL = /[^s]s$/;
const NO_PLURAL = /(?:us|is)$/;
const ENDINGS = ['ed', 'ing', 'er', 'est'];

/**
 * What an English word may be a form of, the likeliest first: `baked` → bake, bak. Many are no words; whoever
 * asks takes the first that exists. `bases` in `bench/vectors/words.py` must stay the same, since a form is
 * left out of the table when this leads to its base.
 * @param word lower case
 */
export function baseForms(word: string): string[] {
  return [
    ...singulars(word),
    ...ENDINGS.flatMap((ending) => withoutEnding(word, ending)),
    ...adjectives(word),
  ];
}

function singulars(word: string): string[] {
  if (word.length <= SHORTEST || !PLURAL.test(word) || NO_PLURAL.test(word)) return [];
  const shorter = word.slice(0, -1);
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`, shorter, word.slice(0, -2)];
  if (word.endsWith('es')) return [shorter, word.slice(0, -2)];
  return [shorter];
}

function withoutEnding(word: string, ending: string): string[] {
  const stem = word.slice(0, -ending.length);
  if (!word.endsWith(ending) || stem.length < SHORTEST) return [];
  const found = [`${stem}e`];
  if (stem.endsWith('i')) found.push(`${stem.slice(0, -1)}y`);
  found.push(stem);
  if (stem.at(-1) === stem.at(-2)) found.push(stem.slice(0, -1));
  return found;
}

function adjectives(word: string): string[] {
  if (word.length <= 4 || !word.endsWith('ly')) return [];
  return word.endsWith('ily') ? [word.slice(0, -2), `${word.slice(0, -3)}y`] : [word.slice(0, -2)];
}
