import { ComponentType } from 'discord-api-types/v10';
import { displayName, permissionsOf } from '../world/person.js';
import type { World } from '../world/world.js';

/** Someone or something a menu offers, with what an interaction tells of it. */
export interface Entity {
  readonly id: string;
  /** `Ada`, `@Moderators`, `#general`. */
  readonly label: string;
  /** By kind: users with their membership, roles, channels. */
  readonly resolved: Readonly<Record<string, object>>;
}

/** What a menu of users, roles or channels offers; empty for every other component. */
export function offeredEntities(world: World, type: ComponentType): Entity[] {
  switch (type) {
    case ComponentType.UserSelect:
      return users(world);
    case ComponentType.RoleSelect:
      return roles(world);
    case ComponentType.MentionableSelect:
      return [...users(world), ...roles(world)];
    case ComponentType.ChannelSelect:
      return world.guildChannels.map((channel) => ({
        id: channel.id,
        label: `#${channel.name}`,
        resolved: { channels: { ...world.apiChannelOf(channel), permissions: '0' } },
      }));
    default:
      return [];
  }
}

function users(world: World): Entity[] {
  return world.people.map((person) => {
    const { user: _user, ...member } = world.memberOf(person);
    const members = { ...member, permissions: String(permissionsOf(person)) };
    return {
      id: person.user.id,
      label: displayName(person.user),
      resolved: { users: person.user, members },
    };
  });
}

function roles(world: World): Entity[] {
  return world.guildCreate.roles.map((role) => ({
    id: role.id,
    label: `@${role.name.replace(/^@/, '')}`,
    resolved: { roles: role },
  }));
}

/** The `resolved` of an interaction that names these. */
export function resolveEntities(entities: readonly Entity[]): Record<string, Record<string, object>> {
  const resolved: Record<string, Record<string, object>> = {};
  for (const entity of entities)
    for (const [kind, object] of Object.entries(entity.resolved))
      resolved[kind] = { ...resolved[kind], [entity.id]: object };
  return resolved;
}
