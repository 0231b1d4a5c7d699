import { type APIMessage, GatewayIntentBits } from 'discord-api-types/v10';
import type { StoredMessage } from './message-store.js';
import type { World } from './world.js';

type Change = 'created' | 'edited' | 'deleted';

const EVENT: Record<Change, string> = {
  created: 'MESSAGE_CREATE',
  edited: 'MESSAGE_UPDATE',
  deleted: 'MESSAGE_DELETE',
};

/**
 * Stores a message's new state (or removes it), tells every end, and tells the bot where Discord
 * would: not of ephemeral messages, and not of what goes on between members.
 */
export function publishMessage(world: World, kind: Change, message: StoredMessage): void {
  const { api } = message;
  if (kind === 'created') world.messages.add(message);
  else if (kind === 'edited') world.messages.replace(message);
  else world.messages.remove(message);
  world.events.emit('message', { kind, message });

  const channel = world.channel(api.channel_id);
  if (message.visibleTo !== null || !channel || channel.kind === 'private') return;
  const inGuild = channel.kind === 'guild';
  const where = { channel_id: api.channel_id, ...(inGuild ? { guild_id: world.guild.id } : {}) };
  world.events.emit('dispatch', {
    event: EVENT[kind],
    data: kind === 'deleted' ? { id: api.id, ...where } : gatewayMessage(world, api, where, inGuild ? 0 : 1),
    intents: inGuild ? GatewayIntentBits.GuildMessages : GatewayIntentBits.DirectMessages,
  });
}

/** A message as an event carries it: with its server, and its author's membership. */
function gatewayMessage(world: World, api: APIMessage, where: object, channelType: number): object {
  const person = world.person(api.author.id);
  if (!('guild_id' in where) || !person) return { ...api, ...where, channel_type: channelType };
  const { user: _user, ...member } = world.memberOf(person);
  return { ...api, ...where, channel_type: channelType, member };
}
