import type { APIMessage } from 'discord-api-types/v10';

/** Messages kept per channel; older ones are forgotten. */
const MAX_PER_CHANNEL = 1000;

/** A message with what the API does not say about it. Never changed in place: an edit is a new object. */
export interface StoredMessage {
  readonly api: APIMessage;
  /** The only member who sees it, for ephemeral messages; null when everyone in the channel does. */
  readonly visibleTo: string | null;
  /** The interaction it answers, as a first response or a follow-up. */
  readonly interactionId: string | null;
}

/** All messages, by channel, oldest first. */
export class MessageStore {
  readonly #channels = new Map<string, Map<string, StoredMessage>>();

  add(message: StoredMessage): void {
    const channel = this.#channels.get(message.api.channel_id) ?? new Map<string, StoredMessage>();
    this.#channels.set(message.api.channel_id, channel);
    channel.set(message.api.id, message);
    for (const oldest of channel.keys()) {
      if (channel.size <= MAX_PER_CHANNEL) break;
      channel.delete(oldest);
    }
  }

  replace(message: StoredMessage): void {
    this.#channels.get(message.api.channel_id)?.set(message.api.id, message);
  }

  remove(message: StoredMessage): void {
    this.#channels.get(message.api.channel_id)?.delete(message.api.id);
  }

  get(channelId: string, messageId: string): StoredMessage | undefined {
    return this.#channels.get(channelId)?.get(messageId);
  }

  /** Finds a message in whatever channel it stands. */
  find(messageId: string): StoredMessage | undefined {
    for (const channel of this.#channels.values()) {
      const message = channel.get(messageId);
      if (message) return message;
    }
    return undefined;
  }

  /** The messages of a channel, oldest first. */
  in(channelId: string): StoredMessage[] {
    return [...(this.#channels.get(channelId)?.values() ?? [])];
  }
}
