import { type Interaction, PermissionFlagsBits } from 'discord.js';
import { plainReply, type Reply } from './reply.js';

/** What the bot's moderator commands ask for. Discord lets a server change who may see a command, not this. */
export const PERMISSIONS = {
  'Manage Messages': PermissionFlagsBits.ManageMessages,
  'Manage Server': PermissionFlagsBits.ManageGuild,
} as const;

/** A permission by the name that Discord shows. */
export type Needed = keyof typeof PERMISSIONS;

const IN_SERVERS_ONLY = plainReply(
  'That works in a server only: use it there, in the server whose members you look after.',
);

/** The server in which somebody may do what they are at, or what to say to who may not. */
export type Permission =
  | { readonly guildId: string; readonly refusal: null }
  | { readonly guildId: null; readonly refusal: Reply };

/** Whether somebody may do what they are at: in a server, and allowed to there. */
export function permissionOf(interaction: Interaction, needed: Needed): Permission {
  if (interaction.guildId === null) return { guildId: null, refusal: IN_SERVERS_ONLY };
  if (interaction.memberPermissions?.has(PERMISSIONS[needed])) {
    return { guildId: interaction.guildId, refusal: null };
  }
  const refusal = plainReply(`That is for those who have the permission *${needed}* in this server.`);
  return { guildId: null, refusal };
}
