/** A question whose answer a moderator has taught. It belongs to their server. */
export interface Lesson {
  readonly id: string;
  readonly guildId: string;
  readonly articleId: string;
  /** The article's version that the paragraph's number is of. */
  readonly articleVersion: string;
  readonly question: string;
  /** From 1; null: the article does not say. */
  readonly paragraph: number | null;
  /** Milliseconds since the epoch. */
  readonly taughtAt: number;
}
