import type { Connection } from './connection.js';
import type { Pseudonyms } from './pseudonyms.js';
import type { QuestionLog } from './question-log.js';

/** Everything that is kept of one member. Instants are in ISO 8601. */
export interface MemberRecords {
  readonly questions: readonly Readonly<Record<string, string | number | boolean | null>>[];
  readonly votes: readonly Readonly<Record<string, string | number | boolean | null>>[];
  readonly lessons: readonly Readonly<Record<string, string | number | boolean | null>>[];
  /** Questions that wait for a moderator's answer. */
  readonly handovers: readonly Readonly<Record<string, string | number | boolean | null>>[];
  readonly schedules: readonly Readonly<Record<string, string | number | boolean | null>>[];
  /** What they did to servers' articles. */
  readonly articles: readonly Readonly<Record<string, string | number | boolean | null>>[];
}

/** How many rows were deleted. */
export interface Forgotten {
  readonly questions: number;
  readonly votes: number;
  /** Questions that waited for a moderator's answer. */
  readonly handovers: number;
  /** Lessons, schedules and changes of articles stay, for they are the server's; they no longer say whose they were. */
  readonly unsigned: number;
}

/** Stands where a member's name was. */
const NOBODY = '';

/** What is kept of a member, for themselves alone. Every method throws StoreError. */
export class Members {
  constructor(
    private readonly connection: Connection,
    private readonly pseudonyms: Pseudonyms,
    private readonly questions: Pick<QuestionLog, 'flush'>,
  ) {}

  /** Everything kept of a member, what has just been asked included. */
  async export(userId: string): Promise<MemberRecords> {
    const name = await this.pseudonyms.name(userId);
    await this.connection.write(() => this.questions.flush());
    return this.connection.digest(async (db) => {
      const questions = await db
        .selectFrom('questions')
        .select(['id', 'asked_at', 'guild_id', 'channel_id', 'article_id', 'question', 'language'])
        .select(['answered', 'paragraph', 'confidence', 'source'])
        .where('asker', '=', name)
        .orderBy('asked_at')
        .execute();
      const votes = await db
        .selectFrom('votes')
        .select(['question_id', 'voted_at', 'helpful', 'comment'])
        .where('voter', '=', name)
        .orderBy('voted_at')
        .execute();
      const lessons = await db
        .selectFrom('lessons')
        .select([
          'guild_id',
          'taught_at',
          'article_id',
          'article_version',
          'question',
          'paragraph',
          'sentence',
        ])
        .where('taught_by', '=', name)
        .orderBy('taught_at')
        .execute();
      const handovers = await db
        .selectFrom('handovers')
        .select(['question_id', 'guild_id', 'channel_id', 'opened_at', 'question'])
        .where('asker_id', '=', userId)
        .orderBy('opened_at')
        .execute();
      const schedules = await db
        .selectFrom('schedules')
        .select(['guild_id', 'channel_id', 'every', 'weekday', 'minute_of_day', 'timezone'])
        .where('created_by', '=', userId)
        .execute();
      const changes = await db
        .selectFrom('corpus_log')
        .select(['guild_id', 'changed_at', 'act', 'article_id', 'title'])
        .where('member_id', '=', userId)
        .orderBy('changed_at')
        .execute();
      return {
        questions: questions.map(({ asked_at, answered, ...row }) => ({
          ...row,
          asked_at: iso(asked_at),
          answered: answered === 1,
        })),
        votes: votes.map(({ voted_at, helpful, ...row }) => ({
          ...row,
          voted_at: iso(voted_at),
          helpful: helpful === 1,
        })),
        lessons: lessons.map(({ taught_at, ...row }) => ({ ...row, taught_at: iso(taught_at) })),
        handovers: handovers.map(({ opened_at, ...row }) => ({ ...row, opened_at: iso(opened_at) })),
        schedules,
        articles: changes.map(({ changed_at, ...row }) => ({ ...row, changed_at: iso(changed_at) })),
      };
    });
  }

  /** Deletes what is kept of a member, what has just been asked included. Durable when it resolves. */
  async forget(userId: string): Promise<Forgotten> {
    const name = await this.pseudonyms.name(userId);
    await this.connection.write(() => this.questions.flush());
    return this.connection.write((db) =>
      db.transaction().execute(async (transaction) => {
        // What others said about these answers means nothing without the question.
        await transaction
          .deleteFrom('votes')
          .where('question_id', 'in', (query) =>
            query.selectFrom('questions').select('id').where('asker', '=', name),
          )
          .where('voter', '!=', name)
          .execute();
        const votes = await transaction.deleteFrom('votes').where('voter', '=', name).executeTakeFirst();
        const questions = await transaction
          .deleteFrom('questions')
          .where('asker', '=', name)
          .executeTakeFirst();
        const handovers = await transaction
          .deleteFrom('handovers')
          .where('asker_id', '=', userId)
          .executeTakeFirst();
        const lessons = await transaction
          .updateTable('lessons')
          .set({ taught_by: NOBODY })
          .where('taught_by', '=', name)
          .executeTakeFirst();
        const schedules = await transaction
          .updateTable('schedules')
          .set({ created_by: NOBODY })
          .where('created_by', '=', userId)
          .executeTakeFirst();
        const changes = await transaction
          .updateTable('corpus_log')
          .set({ member_id: NOBODY })
          .where('member_id', '=', userId)
          .executeTakeFirst();
        return {
          questions: Number(questions.numDeletedRows),
          votes: Number(votes.numDeletedRows),
          handovers: Number(handovers.numDeletedRows),
          unsigned: Number(lessons.numUpdatedRows + schedules.numUpdatedRows + changes.numUpdatedRows),
        };
      }),
    );
  }
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
