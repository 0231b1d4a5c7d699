import { createHmac, randomBytes } from 'node:crypto';
import type { Connection } from './connection.js';

const KEY_NAME = 'asker-key';
const KEY_BYTES = 32;

/**
 * Members by a name that leads nowhere without the key: HMAC-SHA-256 of their id, cut to 128 bits. The key is
 * made once and kept in the database, so that every process gives a member the same name.
 */
export class Pseudonyms {
  #key: Buffer | null = null;

  constructor(private readonly connection: Connection) {}

  /** @returns a function that names members. @throws StoreError when the key cannot be read */
  async namer(): Promise<(userId: string) => string> {
    this.#key ??= await this.#readKey();
    const key = this.#key;
    return (userId) =>
      createHmac('sha256', key).update(userId).digest().subarray(0, 16).toString('base64url');
  }

  /** @throws as `namer` does */
  async name(userId: string): Promise<string> {
    return (await this.namer())(userId);
  }

  async #readKey(): Promise<Buffer> {
    const value = await this.connection.write(async (db) => {
      await db
        .insertInto('secrets')
        .values({ name: KEY_NAME, value: randomBytes(KEY_BYTES).toString('base64') })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const row = await db
        .selectFrom('secrets')
        .select('value')
        .where('name', '=', KEY_NAME)
        .executeTakeFirstOrThrow();
      return row.value;
    });
    return Buffer.from(value, 'base64');
  }
}
