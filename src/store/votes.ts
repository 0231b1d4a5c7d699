import type { Connection } from './connection.js';
import type { Pseudonyms } from './pseudonyms.js';
import { storableText } from './storable-text.js';

/** Longest comment kept, in characters; the form asks for no more. */
export const MAX_COMMENT_LENGTH = 500;

/** What a member says of an answer. */
export interface Vote {
  readonly questionId: string;
  readonly voterId: string;
  readonly helpful: boolean;
}

/** Whether answers helped: one vote a member and question, of which the last counts. */
export class Votes {
  constructor(
    private readonly connection: Connection,
    private readonly pseudonyms: Pseudonyms,
    private readonly now: () => number,
  ) {}

  /** Casts or changes a vote; a comment made with an earlier 👎 stays while it is still one. @throws StoreError */
  cast({ questionId, voterId, helpful }: Vote): Promise<void> {
    return this.#keep(questionId, voterId, helpful ? { helpful: 1, comment: null } : { helpful: 0 });
  }

  /** Says with a 👎 what was looked for. The vote is cast with it, if it was not. @throws StoreError */
  comment(questionId: string, voterId: string, comment: string): Promise<void> {
    return this.#keep(questionId, voterId, {
      helpful: 0,
      comment: storableText(comment, MAX_COMMENT_LENGTH),
    });
  }

  async #keep(
    questionId: string,
    voterId: string,
    said: { helpful: number; comment?: string | null },
  ): Promise<void> {
    const voter = await this.pseudonyms.name(voterId);
    const vote = { ...said, voted_at: this.now() };
    await this.connection.write((db) =>
      db
        .insertInto('votes')
        .values({ question_id: questionId, voter, ...vote })
        .onConflict((conflict) => conflict.columns(['question_id', 'voter']).doUpdateSet(vote))
        .execute(),
    );
  }
}
