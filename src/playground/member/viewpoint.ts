import { awaitEvent, DEFAULT_WAIT_MS } from '../await-event.js';
import type { Channel } from '../world/channel.js';
import type { StoredMessage } from '../world/message-store.js';
import { displayName, type Person } from '../world/person.js';
import type { World } from '../world/world.js';
import type { WorldEvents } from '../world/world-events.js';
import { MemberError } from './member-error.js';
import { type SeenMessage, seeMessage } from './seen-message.js';

/** Where a member looks from: which channels and messages there are for them. */
export class Viewpoint {
  constructor(
    readonly world: World,
    readonly person: Person,
  ) {}

  /**
   * A channel by `#name`, name or id; `dm` is the bot's direct messages.
   * @throws MemberError when the member sees none of that name
   */
  channel(name = 'general'): Channel {
    if (name === 'dm') return this.world.dmWith(this.person.user.id);
    const wanted = name.replace(/^#/, '');
    const channel =
      this.world.channel(wanted) ?? this.world.guildChannels.find((candidate) => candidate.name === wanted);
    if (!channel || !this.world.canSee(this.person, channel))
      throw new MemberError('unknown-channel', `${this.#name} sees no channel ${name}.`);
    return channel;
  }

  /** @throws MemberError when the member sees no such message, because it is another's ephemeral one, say */
  message({ id }: { readonly id: string }): StoredMessage {
    const message = this.world.messages.find(id);
    const channel = message && this.world.channel(message.api.channel_id);
    if (!message || !channel || !this.sees(message) || !this.world.canSee(this.person, channel))
      throw new MemberError('unknown-message', `${this.#name} sees no message ${id}.`);
    return message;
  }

  /** Whether a message in a channel they see is for their eyes. */
  sees(message: StoredMessage): boolean {
    return message.visibleTo === null || message.visibleTo === this.person.user.id;
  }

  /** The messages of a channel, oldest first. */
  messages(channel: Channel): SeenMessage[] {
    return this.world.messages
      .in(channel.id)
      .filter((message) => this.sees(message))
      .map(seeMessage);
  }

  /** The bot's first message in a channel after a given one, or from now on. */
  async nextMessage(
    channel: Channel,
    after: { readonly id: string } | undefined,
    timeoutMs = DEFAULT_WAIT_MS,
  ): Promise<SeenMessage> {
    const isWanted = (message: StoredMessage) =>
      message.api.channel_id === channel.id &&
      message.api.author.id === this.world.bot.user.id &&
      this.sees(message);
    const there =
      after &&
      this.world.messages
        .in(channel.id)
        .find((message) => BigInt(message.api.id) > BigInt(after.id) && isWanted(message));
    if (there) return seeMessage(there);
    const { events } = this.world;
    return awaitEvent<WorldEvents['message'][0], SeenMessage>(
      {
        on: (listener) => events.on('message', listener),
        off: (listener) => events.off('message', listener),
      },
      ({ kind, message }) => (kind === 'created' && isWanted(message) ? seeMessage(message) : undefined),
      `a message of the bot in ${channel.kind === 'guild' ? `#${channel.name}` : 'direct messages'}`,
      timeoutMs,
    );
  }

  get #name(): string {
    return displayName(this.person.user);
  }
}
