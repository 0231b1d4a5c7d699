import type { ChatInputCommandInteraction } from 'discord.js';
import type { AskedIn } from './default-article.js';

/** Where a command was used, and of a thread the channel it belongs to. */
export function placeOf({ channel, channelId }: ChatInputCommandInteraction): AskedIn {
  return { channelId, parentChannelId: channel?.isThread() ? channel.parentId : null };
}
