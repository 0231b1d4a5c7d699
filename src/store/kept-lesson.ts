import type { Lesson } from '../article/lesson.js';

/** A lesson that a moderator has taught. It belongs to their server. */
export interface KeptLesson extends Lesson {
  readonly id: string;
  readonly guildId: string;
  readonly articleId: string;
  /** The article's version that paragraph and sentence are counted in. */
  readonly articleVersion: string;
  /** Milliseconds since the epoch. */
  readonly taughtAt: number;
}
