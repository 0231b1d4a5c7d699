import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, DiscordAPIError, MessageFlags } from 'discord.js';
import { DateTime } from 'luxon';
import type { Schedule } from '../store/schedules.js';
import { StoreError } from '../store/store-error.js';
import { lastOccurrence, nextOccurrence } from '../summary/next-occurrence.js';
import { composeDigest } from './compose-digest.js';
import { type DigestView, formatDigestView } from './digest-view.js';
import { missingPermissions } from './missing-permissions.js';
import { plainReply, type Reply } from './reply.js';
import { toPayload } from './reply-payload.js';
import type { BotServices } from './services.js';

/** How often it is looked what is due, in milliseconds: nobody minds a digest some seconds late. */
const POLL_MS = 10_000;

/** When posting failed for a reason that passes, it is tried again after this long, until it is an hour late. */
const RETRY_MS = 5 * 60_000;
const GIVE_UP_MS = 60 * 60_000;

/** A schedule of a server that no process is in: overdue for so long, it is moved on unposted. */
const FORGOTTEN_MS = 24 * 60 * 60_000;

/** What a schedule's digest covers: the last 24 hours, or the last seven whole days. */
export function scheduledView({ every, timezone }: Schedule, at: number): DigestView {
  const end =
    every === 'day' ? at : DateTime.fromMillis(at, { zone: timezone }).startOf('day').toMillis() - 1;
  return {
    view: 'overview',
    page: 0,
    period: every === 'day' ? 'day' : 'week',
    at: end,
    version: '',
    timezone,
  };
}

export interface PosterOptions {
  /** Milliseconds since the epoch (default: the system's clock). */
  readonly now?: () => number;
  readonly pollMs?: number;
}

/** Posts the digests that are due. Of several processes on one database, one posts each. */
export class DigestPoster {
  readonly #closing = new AbortController();
  readonly #now: () => number;
  readonly #running: Promise<void>;

  constructor(
    private readonly client: Client<true>,
    private readonly services: BotServices,
    { now = Date.now, pollMs = POLL_MS }: PosterOptions = {},
  ) {
    this.#now = now;
    this.#running = services.store.isKept ? this.#run(pollMs) : Promise.resolve();
  }

  /** Lets a digest that is being posted be finished. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#running;
  }

  async #run(pollMs: number): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      try {
        for (const schedule of await this.services.store.schedules.due(this.#now())) {
          if (signal.aborted) break;
          await this.#take(schedule);
        }
      } catch (error) {
        // The store itself says in the log when trouble begins and ends.
        if (!(error instanceof StoreError))
          this.services.log.error({ err: error }, 'digests could not be posted');
        else if (error.isFinal) return;
      }
      await sleep(pollMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** Takes a due schedule on, unless another process was first, and posts its digest. */
  async #take(schedule: Schedule): Promise<void> {
    const { store } = this.services;
    const now = this.#now();
    const isOurs = this.client.guilds.cache.has(schedule.guildId);
    if (!isOurs && now - schedule.nextAt < FORGOTTEN_MS) return;
    const nextAt = nextOccurrence(schedule, now);
    if (!(await store.schedules.claim(schedule, now, nextAt)) || !isOurs) return;
    try {
      await this.#post(schedule);
    } catch (error) {
      if (error instanceof StoreError) this.services.log.debug({ cause: error.message }, 'no digest yet');
      else
        this.services.log.warn(
          { cause: String(error), channel: schedule.channelId },
          'a digest was not posted',
        );
      const isLate = now - lastOccurrence(schedule, now) > GIVE_UP_MS;
      if (!isLate)
        await store.schedules.claim({ ...schedule, nextAt }, now, Math.min(nextAt, now + RETRY_MS));
    }
  }

  async #post(schedule: Schedule): Promise<void> {
    const { guildId, channelId } = schedule;
    const view = scheduledView(schedule, lastOccurrence(schedule, this.#now()));
    const library = await this.services.libraries.of(guildId);
    const reply = await composeDigest(view, guildId, { ...this.services, library });
    // Nothing was asked: there is no chart, and nothing to say.
    if (!reply.files?.length) return;
    const channel = await this.client.channels.fetch(channelId).catch((error: unknown) => {
      if (error instanceof DiscordAPIError) return null;
      throw error;
    });
    const missing = missingPermissions(channel, ['ViewChannel', 'SendMessages', 'AttachFiles']);
    if (missing.length > 0 || !channel?.isSendable()) return this.#complain(schedule, missing);
    const buttons = [{ label: 'Look closer', id: formatDigestView(view, 'digest-open') }];
    await channel.send({
      ...toPayload({ ...reply, menus: [], buttons }),
      flags: [MessageFlags.SuppressEmbeds],
      // Should Discord fail after the message took effect, the next attempt does not post it twice.
      nonce: `digest-${view.at}`,
      enforceNonce: true,
    });
  }

  /** Tells who set the schedule up or, where they cannot be reached, the moderators' channel. */
  async #complain({ guildId, channelId, creatorId }: Schedule, missing: readonly string[]): Promise<void> {
    const lacking = missing.length > 0 ? `I lack ${missing.join(' and ')} there` : 'it is gone';
    this.services.log.warn({ channel: channelId, guild: guildId, missing }, 'a digest cannot be posted');
    const reply: Reply = plainReply(
      `I could not post the digest of members’ questions in <#${channelId}>: ${lacking}. Give me that, or end it with \`/digest unschedule\`. It is next tried when it is due again.`,
    );
    try {
      await this.client.users.send(creatorId, toPayload(reply));
    } catch {
      const { moderatorChannelId } = this.services.store.settings.of(guildId);
      const channel = moderatorChannelId ? await this.client.channels.fetch(moderatorChannelId) : null;
      if (channel?.isSendable()) await channel.send(toPayload(reply));
    }
  }
}
