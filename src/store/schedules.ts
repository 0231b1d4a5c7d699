import type { Selectable } from 'kysely';
import type { Connection } from './connection.js';
import type { Schema } from './schema.js';

/** When a digest is posted: once a channel. */
export interface Schedule {
  readonly guildId: string;
  readonly channelId: string;
  readonly every: 'day' | 'week';
  /** 1 Monday to 7 Sunday; null for every day. */
  readonly weekday: number | null;
  /** 0 to 1439, in the time zone. */
  readonly minuteOfDay: number;
  /** IANA name. */
  readonly timezone: string;
  /** Discord's id of the moderator who set it up, so that they can be told when it cannot be posted. */
  readonly creatorId: string;
  /** Milliseconds since the epoch. */
  readonly nextAt: number;
  /** When it was last claimed; null: never yet. */
  readonly lastAt: number | null;
}

/** Schedules of one server. */
export const MAX_SCHEDULES = 20;

/** The digests that post themselves. */
export class Schedules {
  constructor(private readonly connection: Connection) {}

  /** Sets a channel's schedule, in place of the one it had. @returns false when the server has too many. @throws StoreError */
  set(schedule: Omit<Schedule, 'lastAt'>): Promise<boolean> {
    const row = {
      guild_id: schedule.guildId,
      channel_id: schedule.channelId,
      every: schedule.every,
      weekday: schedule.weekday,
      minute_of_day: schedule.minuteOfDay,
      timezone: schedule.timezone,
      created_by: schedule.creatorId,
      next_at: schedule.nextAt,
      last_at: null,
    };
    return this.connection.write((db) =>
      db.transaction().execute(async (transaction) => {
        const others = await transaction
          .selectFrom('schedules')
          .select('channel_id')
          .where('guild_id', '=', schedule.guildId)
          .where('channel_id', '!=', schedule.channelId)
          .execute();
        if (others.length >= MAX_SCHEDULES) return false;
        await transaction
          .insertInto('schedules')
          .values(row)
          .onConflict((conflict) => conflict.columns(['guild_id', 'channel_id']).doUpdateSet(row))
          .execute();
        return true;
      }),
    );
  }

  /** Removes a channel's schedule, or all of the server's. @returns how many there were. @throws StoreError */
  async remove(guildId: string, channelId?: string): Promise<number> {
    const { numDeletedRows } = await this.connection.write((db) =>
      db
        .deleteFrom('schedules')
        .where('guild_id', '=', guildId)
        .$if(channelId !== undefined, (query) => query.where('channel_id', '=', channelId ?? ''))
        .executeTakeFirst(),
    );
    return Number(numDeletedRows);
  }

  /** A server's schedules, the next one first. @throws StoreError */
  async list(guildId: string): Promise<Schedule[]> {
    const rows = await this.connection.read((db) =>
      db.selectFrom('schedules').selectAll().where('guild_id', '=', guildId).orderBy('next_at').execute(),
    );
    return rows.map(toSchedule);
  }

  /** What is to be posted by now, in every server, longest due first. @throws StoreError */
  async due(now: number): Promise<Schedule[]> {
    const rows = await this.connection.read((db) =>
      db
        .selectFrom('schedules')
        .selectAll()
        .where('next_at', '<=', now)
        .orderBy('next_at')
        .limit(100)
        .execute(),
    );
    return rows.map(toSchedule);
  }

  /**
   * Takes a due schedule upon this process, and sets when it is due again.
   * @returns false when another process was first, or a moderator changed it meanwhile. @throws StoreError
   */
  async claim(schedule: Schedule, now: number, nextAt: number): Promise<boolean> {
    const { numUpdatedRows } = await this.connection.write((db) =>
      db
        .updateTable('schedules')
        .set({ next_at: nextAt, last_at: now })
        .where('guild_id', '=', schedule.guildId)
        .where('channel_id', '=', schedule.channelId)
        .where('next_at', '=', schedule.nextAt)
        .executeTakeFirst(),
    );
    return numUpdatedRows > 0n;
  }
}

function toSchedule(row: Selectable<Schema['schedules']>): Schedule {
  return {
    guildId: row.guild_id,
    channelId: row.channel_id,
    every: row.every === 'week' ? 'week' : 'day',
    weekday: row.weekday,
    minuteOfDay: row.minute_of_day,
    timezone: row.timezone,
    creatorId: row.created_by,
    nextAt: row.next_at,
    lastAt: row.last_at,
  };
}
