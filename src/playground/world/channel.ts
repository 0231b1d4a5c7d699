import {
  type APIChannel,
  type APIUser,
  ChannelType,
  OverwriteType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { type Guild, NO_FLAGS } from './guild.js';

/** Where people write. `private` is a direct message between two members, which the bot never sees. */
export type Channel =
  | { kind: 'guild'; id: string; name: string; position: number; moderatorsOnly: boolean }
  | { kind: 'dm'; id: string; memberId: string }
  | { kind: 'private'; id: string; memberIds: readonly [string, string] };

/** The channel as Discord describes it to the bot; `recipients` are all its people but the bot. */
export function apiChannel(channel: Channel, guild: Guild, recipients: APIUser[]): APIChannel {
  if (channel.kind !== 'guild')
    return {
      id: channel.id,
      type: ChannelType.DM,
      name: null,
      last_message_id: null,
      flags: NO_FLAGS,
      recipients,
    };
  return {
    id: channel.id,
    type: ChannelType.GuildText,
    name: channel.name,
    guild_id: guild.id,
    position: channel.position,
    parent_id: null,
    topic: null,
    nsfw: false,
    last_message_id: null,
    rate_limit_per_user: 0,
    flags: NO_FLAGS,
    permission_overwrites: channel.moderatorsOnly
      ? [
          {
            id: guild.id,
            type: OverwriteType.Role,
            allow: '0',
            deny: String(PermissionFlagsBits.ViewChannel),
          },
          ...[guild.moderatorRoleId, guild.botRoleId].map((id) => ({
            id,
            type: OverwriteType.Role,
            allow: String(PermissionFlagsBits.ViewChannel),
            deny: '0',
          })),
        ]
      : [],
  };
}
