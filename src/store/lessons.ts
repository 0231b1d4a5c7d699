import type { Connection } from './connection.js';
import { foldQuestion } from './fold-question.js';
import type { GuildMemories } from './guild-memories.js';
import type { KeptLesson } from './kept-lesson.js';
import type { Pseudonyms } from './pseudonyms.js';
import { createQuestionId } from './question-id.js';
import { noteChange } from './server-changes.js';
import { storableText } from './storable-text.js';

/** Lessons of one server: each is compared with every question asked there. */
export const MAX_LESSONS = 500;
/** Longest question that can be taught, in characters. */
const MAX_LESSON_LENGTH = 1_000;

/** What a moderator teaches. */
export type NewLesson = Omit<KeptLesson, 'id' | 'taughtAt'> & { readonly teacherId: string };

export type TeachOutcome =
  /** `replaced`: the same question had been taught another answer. */
  | { readonly kind: 'taught'; readonly id: string; readonly replaced: boolean }
  /** The server has `MAX_LESSONS` already. */
  | { readonly kind: 'full' };

/** What moderators have taught. */
export class Lessons {
  constructor(
    private readonly connection: Connection,
    private readonly pseudonyms: Pseudonyms,
    private readonly memory: Pick<GuildMemories, 'of' | 'refresh'>,
    private readonly now: () => number,
  ) {}

  /**
   * A server's lessons, oldest first: the same array until they change. At once, from memory; empty for a
   * direct message, and before the database has been reached.
   */
  of(guildId: string | null): readonly KeptLesson[] {
    return this.memory.of(guildId).lessons;
  }

  /** Durable, and in force in this process, when it resolves; in others within a second. @throws StoreError */
  async teach(lesson: NewLesson): Promise<TeachOutcome> {
    const taughtBy = await this.pseudonyms.name(lesson.teacherId);
    const at = this.now();
    const question = storableText(lesson.question, MAX_LESSON_LENGTH);
    const values = {
      article_version: lesson.articleVersion,
      question,
      paragraph: lesson.paragraph,
      sentence: lesson.sentence,
      taught_by: taughtBy,
      taught_at: at,
    };
    const key = { guild_id: lesson.guildId, article_id: lesson.articleId, folded: foldQuestion(question) };
    const outcome = await this.connection.write((db) =>
      db.transaction().execute(async (transaction): Promise<TeachOutcome> => {
        await noteChange(transaction, lesson.guildId);
        const known = await transaction
          .selectFrom('lessons')
          .select(['id', 'article_id', 'folded'])
          .where('guild_id', '=', key.guild_id)
          .execute();
        const same = known.find((row) => row.article_id === key.article_id && row.folded === key.folded);
        if (same) {
          await transaction.updateTable('lessons').set(values).where('id', '=', same.id).execute();
          return { kind: 'taught', id: same.id, replaced: true };
        }
        if (known.length >= MAX_LESSONS) return { kind: 'full' };
        const id = createQuestionId(at);
        await transaction
          .insertInto('lessons')
          .values({ id, ...key, ...values })
          .execute();
        return { kind: 'taught', id, replaced: false };
      }),
    );
    await this.memory.refresh();
    return outcome;
  }

  /** As `teach`. @returns false when the server has no such lesson. @throws StoreError */
  async remove(guildId: string, id: string): Promise<boolean> {
    const removed = await this.connection.write((db) =>
      db.transaction().execute(async (transaction) => {
        await noteChange(transaction, guildId);
        const { numDeletedRows } = await transaction
          .deleteFrom('lessons')
          .where('guild_id', '=', guildId)
          .where('id', '=', id)
          .executeTakeFirst();
        return numDeletedRows > 0n;
      }),
    );
    await this.memory.refresh();
    return removed;
  }
}
