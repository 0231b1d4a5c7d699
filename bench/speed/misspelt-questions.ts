import type { Article } from '../../src/article/article.js';
import { pick, randomFrom } from './random.js';

/** A question made of words of one sentence, one of them misspelt. */
export interface MisspeltQuestion {
  readonly question: string;
  /** The sentence that the words come from. */
  readonly sentence: string;
}

const WORDS_ASKED = 4;
const LONG_WORD = /\p{L}{6,}/gu;

/** Questions about sentences picked evenly over the articles, always the same. */
export function misspeltQuestions(articles: readonly Article[], count: number): MisspeltQuestion[] {
  const random = randomFrom(7);
  const sentences = articles
    .flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => paragraph.sentences))
    .filter(({ text }) => longWords(text).length >= WORDS_ASKED);
  return Array.from({ length: count }, (_, i) => {
    const text = sentences[Math.floor((i * sentences.length) / count)]?.text ?? '';
    const words = longWords(text).slice(0, WORDS_ASKED);
    const slip = Math.floor(random() * words.length);
    const asked = words.map((word, place) => (place === slip ? misspell(word, random) : word));
    return { question: `what does it say about ${asked.join(' ').toLowerCase()}?`, sentence: text };
  });
}

function longWords(text: string): string[] {
  return [...new Set(text.match(LONG_WORD) ?? [])];
}

/** Drops, doubles, swaps or replaces a letter; the first is the one that people get right. */
function misspell(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, letter, after] = [word.slice(0, at), word.charAt(at), word.slice(at + 1)];
  return pick(
    [
      `${before}${after}`,
      `${before}${letter}${letter}${after}`,
      `${before}${after.charAt(0)}${letter}${after.slice(1)}`,
      `${before}${pick([...'aeiounrst'], random)}${after}`,
    ],
    random,
  );
}
