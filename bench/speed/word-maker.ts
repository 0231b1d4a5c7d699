import { pick } from './random.js';

const SHORTEST = 6;
const LONGEST = 12;

/**
 * Makes up words that look like those of a text: each letter follows the two before it as it does there.
 * A large text has tens of thousands of words that occur once or twice: they are what makes looking for a
 * misspelt word slow, and shuffling the words of a small text would leave them out.
 * @param words with some of six letters or more, or it never ends
 */
export function wordMaker(words: readonly string[], random: () => number): () => string {
  const next = new Map<string, string[]>();
  for (const word of words) {
    const padded = `  ${word} `;
    for (let i = 2; i < padded.length; i++) {
      const before = padded.slice(i - 2, i);
      const letters = next.get(before);
      if (letters) letters.push(padded.charAt(i));
      else next.set(before, [padded.charAt(i)]);
    }
  }
  const attempt = () => {
    let word = '  ';
    while (word.length < LONGEST + 2) {
      const letter = pick(next.get(word.slice(-2)) ?? [' '], random);
      if (letter === ' ') break;
      word += letter;
    }
    return word.trim();
  };
  return () => {
    let word = attempt();
    while (word.length < SHORTEST) word = attempt();
    return word;
  };
}
