/** A question that somebody has taught the answer of: the article's author in the front matter, or a moderator. */
export interface Lesson {
  readonly question: string;
  /** The paragraph that answers, from 1; null where the article does not say. */
  readonly paragraph: number | null;
  /** Which of its sentences, from 1; null where any may be the one. */
  readonly sentence: number | null;
}
