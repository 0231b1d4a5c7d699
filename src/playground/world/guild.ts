import { type APIGuildMember, type APIRole, Locale } from 'discord-api-types/v10';
import { nextId } from '../next-id.js';
import { EVERYONE_PERMISSIONS, MODERATOR_PERMISSIONS, type Person } from './person.js';

/** Discord's enumerations of flags have no name for none. */
export const NO_FLAGS: number = 0;

/** The one server of the loopback Discord. The everyone role has the server's own id, as always. */
export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly moderatorRoleId: string;
  readonly botRoleId: string;
}

/** A new server; its owner is nobody in particular. */
export function createGuild(name: string): Guild {
  return { id: nextId(), name, ownerId: nextId(), moderatorRoleId: nextId(), botRoleId: nextId() };
}

function role(id: string, name: string, position: number, permissions: bigint, botId?: string): APIRole {
  return {
    id,
    name,
    position,
    permissions: String(permissions),
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: botId !== undefined,
    mentionable: false,
    flags: NO_FLAGS,
    ...(botId === undefined ? {} : { tags: { bot_id: botId } }),
  };
}

/** The server's roles. */
export function apiRoles(guild: Guild, botId: string): APIRole[] {
  return [
    role(guild.id, '@everyone', 0, EVERYONE_PERMISSIONS),
    role(guild.botRoleId, 'Bot', 1, EVERYONE_PERMISSIONS, botId),
    role(guild.moderatorRoleId, 'Moderators', 2, EVERYONE_PERMISSIONS | MODERATOR_PERMISSIONS),
  ];
}

/** A person as a member of the server. */
export function apiMember(guild: Guild, person: Person, botId: string): APIGuildMember {
  const roles = person.isModerator ? [guild.moderatorRoleId] : [];
  return {
    user: person.user,
    nick: null,
    avatar: null,
    banner: null,
    roles: person.user.id === botId ? [guild.botRoleId] : roles,
    joined_at: person.joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: NO_FLAGS,
    pending: false,
    communication_disabled_until: null,
  };
}

/** The server's own fields, without channels, roles and members. */
export function apiGuild(guild: Guild) {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    owner_id: guild.ownerId,
    features: [],
    afk_channel_id: null,
    afk_timeout: 300,
    application_id: null,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    max_members: 250_000,
    mfa_level: 0,
    nsfw_level: 0,
    preferred_locale: Locale.EnglishUS,
    premium_tier: 0,
    premium_progress_bar_enabled: false,
    public_updates_channel_id: null,
    rules_channel_id: null,
    safety_alerts_channel_id: null,
    system_channel_flags: NO_FLAGS,
    system_channel_id: null,
    vanity_url_code: null,
    verification_level: 1,
    emojis: [],
    stickers: [],
  };
}
