import { type Channel, type PermissionResolvable, PermissionsBitField } from 'discord.js';

/** By the names that Discord shows. */
const NAMES = {
  ViewChannel: 'View Channel',
  SendMessages: 'Send Messages',
  AttachFiles: 'Attach Files',
} as const;

/** What the bot may be asked to do in a channel. */
export type ChannelAct = keyof typeof NAMES;

/**
 * What the bot lacks to do something in a server's channel, by the names that Discord shows; none where it is
 * allowed to, and all where it does not see the channel.
 */
export function missingPermissions(channel: Channel | null, acts: readonly ChannelAct[]): string[] {
  const me = channel?.client.user;
  const allowed =
    channel && me && 'permissionsFor' in channel && !channel.isDMBased()
      ? channel.permissionsFor(me)
      : new PermissionsBitField();
  return acts.filter((act: PermissionResolvable) => !allowed?.has(act)).map((act) => NAMES[act]);
}
