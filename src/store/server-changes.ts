import type { Transaction } from 'kysely';
import type { Schema } from './schema.js';

const REVISION = 'revision';

/**
 * Notes that a server's lessons or settings have changed, so that every process reads them anew. To be called
 * first in the transaction that changes them: it lets one such transaction through at a time, so that revisions
 * are seen in their order.
 */
export async function noteChange(transaction: Transaction<Schema>, guildId: string): Promise<void> {
  const { value } = await transaction
    .insertInto('counters')
    .values({ name: REVISION, value: 1 })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((set) => ({ value: set('counters.value', '+', 1) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  await transaction
    .insertInto('changes')
    .values({ guild_id: guildId, revision: value })
    .onConflict((conflict) => conflict.column('guild_id').doUpdateSet({ revision: value }))
    .execute();
}
