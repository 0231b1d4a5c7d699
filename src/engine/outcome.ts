import type { Article, Sentence } from '../article/article.js';
import type { Turn } from './follow-up.js';
import type { TaughtLesson } from './lessons/taught.js';
import type { QuestionEncoding } from './meaning/question-encoding.js';

/** A half-open range of UTF-16 offsets into a passage's text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A signal's share in a passage's score, for `ask --explain` and for fitting. */
export interface Signal {
  readonly name: string;
  /** The signal's own value, before its weight. */
  readonly value: number;
  /** Its weight times its value: what it adds to the score. */
  readonly share: number;
}

/** A place in an article that may answer a question. */
export interface Passage {
  readonly article: Article;
  /** 1 and up; 0 for the article's metadata (author, publisher, …). */
  readonly paragraph: number;
  /** null for the article's metadata. */
  readonly sentence: Sentence | null;
  /** Verbatim: the sentence's text, or a line of metadata such as `Author: David Shepardson`. */
  readonly text: string;
  /** What of `text` the question was about: sorted, not overlapping. */
  readonly matches: readonly Range[];
  /** 0 to 1: the share of answers given with this confidence that are right. */
  readonly confidence: number;
  readonly signals: readonly Signal[];
}

/** Why the engine does not answer: each asks for another word to the user. */
export type NotSaidReason =
  /** Nothing the question is about occurs in the article. */
  | 'nothing-matches'
  /** Something matches, but the article never mentions what the question turns on (`missing`). */
  | 'key-word-missing'
  /** Passages match, none well enough. */
  | 'not-sure';

/** Why a text cannot be asked at all. */
export type UnaskableReason =
  /** Nothing but white space. */
  | 'empty'
  /** Longer than `MAX_QUESTION_LENGTH`. */
  | 'too-long'
  /** No word in it: emoji, punctuation. */
  | 'no-words';

/** What comes of asking a question. Every expected outcome is a value; the engine throws only on bugs. */
export type Outcome =
  | {
      readonly kind: 'answered';
      readonly answer: Passage;
      /** Has a moderator taught that this answers? */
      readonly taught: boolean;
      /** The next best, best first. */
      readonly others: readonly Passage[];
      /** What another article answers in other words, where several were asked and that is about as sure. */
      readonly otherArticle?: Passage;
    }
  | {
      readonly kind: 'not-said';
      readonly reason: NotSaidReason;
      /** Has a moderator taught that the article does not say? */
      readonly taught: boolean;
      /** Words of the question that occur nowhere in the article, as the member typed them. */
      readonly missing: readonly string[];
      /** The best guess, which must never be shown as an answer; null when there is none. */
      readonly closest: Passage | null;
      readonly others: readonly Passage[];
    }
  /**
   * Greetings, thanks and the like: the bot says what it does instead of quoting. `closest` is there for
   * measuring only.
   */
  | {
      readonly kind: 'small-talk';
      readonly closest: Passage | null;
      readonly others: readonly Passage[];
    }
  | { readonly kind: 'unaskable'; readonly reason: UnaskableReason }
  | { readonly kind: 'unknown-article'; readonly articleId: string };

export interface AskOptions {
  /** Ask this article only. */
  readonly articleId?: string | undefined;
  /** How many passages to return in all, the best included (default 5). */
  readonly top?: number | undefined;
  /** What the sentence encoder makes of the question (`inContext`); left out, it is ranked without. */
  readonly encoding?: QuestionEncoding | undefined;
  /** What the member asked just before, oldest first; a question that stands for itself is answered without. */
  readonly turns?: readonly Turn[] | undefined;
  /** What the server's moderators have taught. They are learnt once: a changed list must be another one. */
  readonly lessons?: readonly TaughtLesson[] | undefined;
}

/** A corpus made ready to be asked. Immutable: a changed corpus is a new engine. */
export interface Engine {
  readonly articles: readonly Article[];
  /** Ranks every sentence and decides whether to answer. Pure, synchronous, deterministic. */
  ask(question: string, options?: AskOptions): Outcome;
}
