import type { Connection } from './connection.js';
import type { GuildMemories } from './guild-memories.js';
import type { GuildSettings } from './guild-settings.js';
import { noteChange } from './server-changes.js';

/** What servers have set. */
export class Settings {
  constructor(
    private readonly connection: Connection,
    private readonly memory: Pick<GuildMemories, 'of' | 'refresh'>,
  ) {}

  /** A server's settings, at once, from memory; the defaults for a direct message. */
  of(guildId: string | null): GuildSettings {
    return this.memory.of(guildId).settings;
  }

  /** Durable, and in force in this process, when it resolves; in others within a second. @throws StoreError */
  async change(guildId: string, changes: Partial<GuildSettings>): Promise<void> {
    const rows = Object.entries(changes).map(([name, value]) => ({
      guild_id: guildId,
      name,
      value: JSON.stringify(value),
    }));
    if (rows.length === 0) return;
    await this.connection.write((db) =>
      db.transaction().execute(async (transaction) => {
        await noteChange(transaction, guildId);
        await transaction
          .insertInto('settings')
          .values(rows)
          .onConflict((conflict) =>
            conflict
              .columns(['guild_id', 'name'])
              .doUpdateSet((set) => ({ value: set.ref('excluded.value') })),
          )
          .execute();
      }),
    );
    await this.memory.refresh();
  }
}
