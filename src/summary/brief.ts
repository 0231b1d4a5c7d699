import type { Article, Sentence } from '../article/article.js';
import { languageOf } from '../engine/language.js';
import { tokenize } from '../engine/tokenize.js';
import { centralities } from './centralities.js';

/** How many sentences a brief has. */
export const BRIEF_LENGTHS = { short: 3, medium: 5, long: 7 } as const;
export type BriefLength = keyof typeof BRIEF_LENGTHS;

/** The length for an article of so many sentences: about a seventh, within the three lengths. */
export function usualLength(sentences: number): BriefLength {
  if (sentences < 25) return 'short';
  return sentences < 50 ? 'medium' : 'long';
}

/**
 * How much being different from what is already chosen counts against being central: 0 not at all, 1 alone. The usual
 * middle way of maximal marginal relevance (Carbonell and Goldstein, 1998).
 */
const DIVERSITY = 0.3;

/** Shorter sentences rarely carry anything alone. */
const FEWEST_WORDS = 5;

/** English: what begins like this is understood only behind the sentence before it. */
const LEANS_ON_OTHERS =
  /^["“]?(he|she|it|they|his|her|its|their|this|that|these|those|but|however|instead|then|so)\b/i;

/**
 * The sentences that carry an article, in its order: its first, and those central to it by LexRank with a prior for the beginning
 * (`centralities.ts`), chosen one by one by maximal marginal relevance so that none repeats another. Verbatim; fewer
 * than asked for where the article has no more. Pure.
 */
export function brief(article: Article, length?: BriefLength): Sentence[] {
  const language = languageOf(article.language);
  const all = article.paragraphs.flatMap(({ sentences }) => sentences);
  const terms = all.map(({ text }) =>
    tokenize(text, language)
      .filter(({ isStopWord }) => !isStopWord)
      .map(({ term }) => term),
  );
  const worth = all.flatMap((sentence, i) =>
    (terms[i]?.length ?? 0) >= FEWEST_WORDS &&
    !/[?？]["”»’')\]]*$/.test(sentence.text) &&
    !LEANS_ON_OTHERS.test(sentence.text)
      ? [i]
      : [],
  );
  const candidates = worth.length > 0 ? worth : all.map((_, i) => i);
  const { scores, similarity } = centralities(terms);
  const count = BRIEF_LENGTHS[length ?? usualLength(all.length)];
  const best = Math.max(...candidates.map((i) => scores[i] ?? 0)) || 1;
  // Authors begin with what counts: a brief does so too.
  const chosen: number[] = candidates.slice(0, 1);
  while (chosen.length < Math.min(count, candidates.length)) {
    const rest = candidates.filter((i) => !chosen.includes(i));
    const relevance = (i: number) =>
      (1 - DIVERSITY) * ((scores[i] ?? 0) / best) -
      DIVERSITY * Math.max(0, ...chosen.map((other) => similarity(i, other)));
    chosen.push(rest.reduce((top, i) => (relevance(i) > relevance(top) ? i : top)));
  }
  return chosen.sort((a, b) => a - b).flatMap((i) => all[i] ?? []);
}
