import type { Article, Sentence } from '../article/article.js';
import { languageOf } from './language.js';
import { spellOut } from './spell-out.js';
import { tokenize } from './tokenize.js';
import { unwrapQuestion } from './unwrap-question.js';

/** What a member asked before, and what was quoted. */
export interface Turn {
  readonly question: string;
  /** null where nothing was quoted. */
  readonly quoted: { readonly article: Article; readonly sentence: Sentence } | null;
}

/** What a question leans on. */
export interface FollowUp {
  /** The questions before it, as far back as one that stands for itself; oldest first. */
  readonly carried: string;
  /** What was quoted last. */
  readonly quoted: Turn['quoted'];
}

/** Earlier turns that are looked at: further back nobody remembers what "it" was. */
export const MOST_TURNS = 3;

/** A question with more content than this stands for itself, whatever else it says. */
const MOST_CONTENT = { afterConjunction: 5, withPronoun: 3 };

const english = languageOf('en');

const CONJUNCTION = /^\W*(and|or|but|also|what about|how about|what of)\b/i;
/** Points to something said before. "This week" and "is there a" do not. */
const POINTER =
  /\b(he|she|him|her|his|hers|they|them|their|theirs|its|it)\b|\b(that|this|these|those)(?=\W*$|\s+(one|guy|man|woman|person|place|was|is|did|does|happen|for|about|from|to|by|with|cost)\b)|(?<!\b(is|are|was|were|s)\s)\bthere\b|\b(which|other|another|last|first|second) ones?\b|\b(else|instead)\b/i;

/**
 * What a question leans on, or null where it stands for itself: then it is to be answered as if nothing had been
 * asked before. English.
 * @param turns the member's own, oldest first
 */
export function followUpOf(question: string, turns: readonly Turn[]): FollowUp | null {
  if (turns.length === 0 || !leansOnOthers(question)) return null;
  const recent = turns.slice(-MOST_TURNS);
  const start = Math.max(
    0,
    recent.findLastIndex((turn) => !leansOnOthers(turn.question)),
  );
  return {
    carried: recent
      .slice(start)
      .map((turn) => turn.question)
      .join(' '),
    quoted: recent.at(-1)?.quoted ?? null,
  };
}

/** The text by which the sentence encoder and lessons know a question: with what it leans on. */
export function inContext(question: string, turns: readonly Turn[]): string {
  const followUp = followUpOf(question, turns);
  return followUp ? `${followUp.carried} ${question}` : question;
}

function leansOnOthers(question: string): boolean {
  const text = unwrapQuestion(spellOut(question, 'en'), 'en');
  const content = tokenize(text, english).filter(({ isStopWord }) => !isStopWord);
  if (content.length === 0) return true;
  if (CONJUNCTION.test(text)) return content.length <= MOST_CONTENT.afterConjunction;
  const hasName = content.some(({ isCapital, start }) => isCapital && start > 0);
  return POINTER.test(text) && !hasName && content.length <= MOST_CONTENT.withPronoun;
}
