import type { Language } from '../engine/language.js';
import { SpellingIndex, spellingOf, wordsOf } from '../engine/lessons/spelling.js';
import type { AskedText } from '../store/digests.js';

/**
 * How alike two questions are spelt to be taken for the same, as the cosine of their weighed runs of letters and
 * stems. Of pairs of the fitting questions about the shipped article that reach it, two in three have the same answer;
 * what is asked in quite other words stays apart unless it has the same answer.
 */
const SAME_SPELLING = 0.35;

/** A feature that all questions share still counts: of two questions alike, all features are common. */
const LEAST_RARITY = 1;

/** Wordings of what is taken for one question. */
export interface QuestionGroup {
  /** The wording that was asked most. */
  readonly text: string;
  /** The newest question of that wording. */
  readonly questionId: string;
  readonly asked: number;
  readonly answered: number;
  /** Wordings in it, those that differ in no more than case and punctuation counted once. */
  readonly wordings: number;
}

/**
 * Groups wordings of the same question, most frequent first: those with the same answer, and those spelt alike.
 * Greedy: each joins the first group whose most frequent wording it goes with. Pure.
 * @param texts most frequent first
 * @param answers by `folded`: what stands for the answer; a text without one is grouped by its spelling alone
 */
export function groupQuestions(
  texts: readonly AskedText[],
  language: Language,
  answers: ReadonlyMap<string, string>,
): QuestionGroup[] {
  const spellings = texts.map(({ text }) => spellingOf(text, wordsOf(text, language)));
  const index = new SpellingIndex(LEAST_RARITY);
  for (const spelling of spellings) index.add(spelling);
  for (const _ of index.weighInSteps());
  const groups: { leader: number; answer: string | undefined; members: AskedText[] }[] = [];
  for (const [i, text] of texts.entries()) {
    const likeness = index.likenessTo(spellings[i] ?? new Map());
    const answer = answers.get(text.folded);
    const group = groups.find(
      (known) =>
        (answer !== undefined && known.answer === answer) ||
        // Alike, but with another answer, they are different questions.
        ((answer === undefined || known.answer === undefined) &&
          (likeness[known.leader] ?? 0) >= SAME_SPELLING),
    );
    if (group) group.members.push(text);
    else groups.push({ leader: i, answer, members: [text] });
  }
  return groups
    .map(({ members }) => ({
      text: members[0]?.text ?? '',
      questionId: members[0]?.lastId ?? '',
      asked: members.reduce((sum, { asked }) => sum + asked, 0),
      answered: members.reduce((sum, { answered }) => sum + answered, 0),
      wordings: members.length,
    }))
    .sort((a, b) => b.asked - a.asked);
}
