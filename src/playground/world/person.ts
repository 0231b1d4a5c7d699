import { type APIUser, PermissionFlagsBits } from 'discord-api-types/v10';
import { nextId } from '../next-id.js';

/** Someone on the loopback Discord: the bot, a member, or another bot. */
export interface Person {
  readonly user: APIUser;
  readonly isModerator: boolean;
  /** Does not accept direct messages from the bot. */
  readonly closedDms: boolean;
  readonly joinedAt: string;
}

/** How a member is made; everything is off unless said. */
export interface PersonOptions {
  moderator?: boolean | undefined;
  bot?: boolean | undefined;
  closedDms?: boolean | undefined;
  id?: string | undefined;
}

/** A new person. Members' user names are their names in Discord's lower-case form, bots' are as given. */
export function createPerson(name: string, options: PersonOptions = {}): Person {
  const lowerCase = name
    .toLowerCase()
    .replace(/[^a-z0-9_.]/g, '_')
    .padEnd(2, '_');
  const username = (options.bot ? name : lowerCase).slice(0, 32);
  return {
    user: {
      id: options.id ?? nextId(),
      username,
      global_name: options.bot ? null : name.slice(0, 32),
      discriminator: '0',
      avatar: null,
      bot: options.bot ?? false,
    },
    isModerator: options.moderator ?? false,
    closedDms: options.closedDms ?? false,
    joinedAt: new Date().toISOString(),
  };
}

/** What others read above a person's messages. */
export function displayName(user: APIUser): string {
  return user.global_name ?? user.username;
}

const {
  AddReactions,
  AttachFiles,
  BanMembers,
  EmbedLinks,
  KickMembers,
  ManageGuild,
  ManageMessages,
  ModerateMembers,
  ReadMessageHistory,
  SendMessages,
  UseApplicationCommands,
  ViewAuditLog,
  ViewChannel,
} = PermissionFlagsBits;

/** What everyone may do in the server. */
export const EVERYONE_PERMISSIONS =
  ViewChannel |
  SendMessages |
  ReadMessageHistory |
  AddReactions |
  AttachFiles |
  EmbedLinks |
  UseApplicationCommands;

/** What moderators may do besides. */
export const MODERATOR_PERMISSIONS =
  ManageMessages | ModerateMembers | KickMembers | BanMembers | ManageGuild | ViewAuditLog;

/** All that a person may do in the server. */
export function permissionsOf(person: Person): bigint {
  return person.isModerator ? EVERYONE_PERMISSIONS | MODERATOR_PERMISSIONS : EVERYONE_PERMISSIONS;
}
