import type { Selectable } from 'kysely';
import type { Connection } from './connection.js';
import type { Schema } from './schema.js';
import { storableText } from './storable-text.js';

/** How long a member's id is kept to bring them an answer, in milliseconds: a week. */
export const HANDOVER_MS = 7 * 24 * 60 * 60 * 1000;
const MAX_TEXT_LENGTH = 1_000;

/** A question that was handed to moderators. */
export interface Handover {
  readonly questionId: string;
  readonly guildId: string;
  /** Where it was asked. */
  readonly channelId: string | null;
  /** The article that was asked; null when all were. */
  readonly articleId: string | null;
  readonly question: string;
  readonly state: 'open' | 'answered' | 'taught' | 'dismissed';
  /** Milliseconds since the epoch. */
  readonly openedAt: number;
  /** Who is to hear back: Discord's id, and an interaction's token while that is good. null once settled. */
  readonly asker: { readonly userId: string; readonly token: string | null } | null;
}

/** Questions handed to moderators, each once. */
export class Handovers {
  constructor(
    private readonly connection: Connection,
    private readonly now: () => number,
  ) {}

  /** @returns false when that question was handed over before. @throws StoreError */
  async open(
    handover: Omit<Handover, 'state' | 'openedAt' | 'asker'> & {
      readonly asker: NonNullable<Handover['asker']>;
    },
  ): Promise<boolean> {
    const { numInsertedOrUpdatedRows } = await this.connection.write((db) =>
      db
        .insertInto('handovers')
        .values({
          question_id: handover.questionId,
          guild_id: handover.guildId,
          channel_id: handover.channelId,
          article_id: handover.articleId,
          question: storableText(handover.question, MAX_TEXT_LENGTH),
          state: 'open',
          opened_at: this.now(),
          asker_id: handover.asker.userId,
          token: handover.asker.token,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst(),
    );
    return (numInsertedOrUpdatedRows ?? 0n) > 0n;
  }

  /** Takes a handover back that did not reach the moderators. @throws StoreError */
  async withdraw(questionId: string): Promise<void> {
    await this.connection.write((db) =>
      db.deleteFrom('handovers').where('question_id', '=', questionId).where('state', '=', 'open').execute(),
    );
  }

  /** @returns null when there is none in that server. @throws StoreError */
  async find(guildId: string, questionId: string): Promise<Handover | null> {
    const row = await this.connection.read((db) =>
      db
        .selectFrom('handovers')
        .selectAll()
        .where('question_id', '=', questionId)
        .where('guild_id', '=', guildId)
        .executeTakeFirst(),
    );
    return row ? toHandover(row) : null;
  }

  /**
   * Settles an open handover, once: two moderators do not both answer. The asker is forgotten with it.
   * @returns the handover as it was, with the asker to tell; null when it is not open (any more).
   * @throws StoreError
   */
  async settle(
    guildId: string,
    questionId: string,
    state: Exclude<Handover['state'], 'open'>,
  ): Promise<Handover | null> {
    return this.connection.write((db) =>
      db.transaction().execute(async (transaction) => {
        const row = await transaction
          .selectFrom('handovers')
          .selectAll()
          .where('question_id', '=', questionId)
          .where('guild_id', '=', guildId)
          .where('state', '=', 'open')
          .executeTakeFirst();
        if (!row) return null;
        const { numUpdatedRows } = await transaction
          .updateTable('handovers')
          .set({ state, asker_id: null, token: null })
          .where('question_id', '=', questionId)
          .where('state', '=', 'open')
          .executeTakeFirst();
        return numUpdatedRows > 0n ? toHandover(row) : null;
      }),
    );
  }
}

function toHandover(row: Selectable<Schema['handovers']>): Handover {
  const states = ['answered', 'taught', 'dismissed'] as const;
  return {
    questionId: row.question_id,
    guildId: row.guild_id,
    channelId: row.channel_id,
    articleId: row.article_id,
    question: row.question,
    state: states.find((state) => state === row.state) ?? 'open',
    openedAt: row.opened_at,
    asker: row.asker_id === null ? null : { userId: row.asker_id, token: row.token },
  };
}
