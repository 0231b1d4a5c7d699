import type { APIMessage } from 'discord-api-types/v10';
import { z } from 'zod';
import { receivedMessage } from '../gateway/intents.js';
import { formRefusal, REFUSALS, type Refusal } from '../refusal.js';
import { type MessageForm, messageEditSchema, messageSchema } from '../schemas/message.js';
import { snowflake } from '../schemas/text.js';
import { buildMessage, editedMessage, isEmpty } from '../world/build-message.js';
import type { Channel } from '../world/channel.js';
import { hasNothing } from '../world/interaction-messages.js';
import type { StoredMessage } from '../world/message-store.js';
import { publishMessage } from '../world/publish-message.js';
import type { World } from '../world/world.js';
import { type BotRequest, NO_CONTENT, ok, type Route, unlessRefused, withForm } from './route.js';

/**
 * Channels and the messages in them, as far as the bot may see them.
 * @param intents the privileged intents that are switched on: without the message-content intent
 *   messages are blank here too
 */
export function channelRoutes(world: World, intents: number): Route[] {
  function asReceived(channel: Channel, { api }: StoredMessage): APIMessage {
    if (channel.kind !== 'guild') return api;
    const { guild_id: _guildId, ...received } = receivedMessage(
      { ...api, guild_id: world.guild.id },
      intents,
      world.bot.user.id,
    );
    return received;
  }

  function channelOf({ params }: BotRequest): Channel | Refusal {
    const channel = world.channel(params.channel ?? '');
    if (!channel) return REFUSALS.unknownChannel;
    return world.canSee(world.bot, channel) ? channel : REFUSALS.missingAccess;
  }

  function messageOf(request: BotRequest): StoredMessage | Refusal {
    const channel = channelOf(request);
    if (!('kind' in channel)) return channel;
    const message = world.messages.get(channel.id, request.params.message ?? '');
    // Ephemeral messages live behind their interaction's webhook only.
    return message && message.visibleTo === null ? message : REFUSALS.unknownMessage;
  }

  function send(channel: Channel, form: MessageForm, request: BotRequest) {
    if (isEmpty(form, request.files)) return REFUSALS.emptyMessage;
    if (channel.kind === 'dm' && world.person(channel.memberId)?.closedDms) return REFUSALS.closedDms;
    const sent = form.enforce_nonce ? sentWith(channel, form.nonce) : undefined;
    if (sent) return ok(sent.api);
    const reference = form.message_reference;
    const replyTo = reference ? world.messages.get(channel.id, reference.message_id) : undefined;
    if (reference && !replyTo && reference.fail_if_not_exists !== false)
      return formRefusal(['message_reference'], 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', 'Unknown message');
    const message = buildMessage(world, {
      author: world.bot,
      channelId: channel.id,
      form,
      files: request.files,
      replyTo,
    });
    publishMessage(world, 'created', message);
    return ok(message.api);
  }

  /** A nonce that must be unique makes a repeated request find the message of the first. */
  function sentWith(channel: Channel, nonce: MessageForm['nonce']): StoredMessage | undefined {
    if (nonce === undefined || nonce === null) return undefined;
    return world.messages
      .in(channel.id)
      .findLast(({ api }) => api.nonce === nonce && api.author.id === world.bot.user.id);
  }

  const messages = '/channels/:channel/messages';
  const message = `${messages}/:message`;
  return [
    {
      method: 'GET',
      path: '/channels/:channel',
      handle: (request) => unlessRefused(channelOf(request), (channel) => ok(world.apiChannelOf(channel))),
    },
    {
      method: 'POST',
      path: messages,
      handle: (request) =>
        unlessRefused(channelOf(request), (channel) =>
          withForm(messageSchema, request.body, (form) => send(channel, form, request)),
        ),
    },
    {
      method: 'GET',
      path: messages,
      handle: (request) =>
        unlessRefused(channelOf(request), (channel) => {
          const limit = Math.min(Math.max(Number(request.query.get('limit') ?? 50) || 50, 1), 100);
          const before = request.query.get('before');
          const after = request.query.get('after');
          const all = world.messages
            .in(channel.id)
            .filter(({ visibleTo }) => visibleTo === null)
            .filter(({ api }) => !before || BigInt(api.id) < BigInt(before))
            .filter(({ api }) => !after || BigInt(api.id) > BigInt(after));
          const page = after ? all.slice(0, limit) : all.slice(-limit);
          return ok(page.map((one) => asReceived(channel, one)).reverse());
        }),
    },
    {
      method: 'GET',
      path: message,
      handle: (request) =>
        unlessRefused(channelOf(request), (channel) =>
          unlessRefused(messageOf(request), (one) => ok(asReceived(channel, one))),
        ),
    },
    {
      method: 'PATCH',
      path: message,
      handle: (request) =>
        unlessRefused(messageOf(request), (old) => {
          if (old.api.author.id !== world.bot.user.id) return REFUSALS.notYourMessage;
          return withForm(messageEditSchema, request.body, (form) => {
            const edited = editedMessage(world, old, form, request.files);
            if (hasNothing(edited)) return REFUSALS.emptyMessage;
            publishMessage(world, 'edited', edited);
            return ok(edited.api);
          });
        }),
    },
    {
      method: 'DELETE',
      path: message,
      handle: (request) =>
        unlessRefused(messageOf(request), (old) => {
          if (old.api.author.id !== world.bot.user.id) return REFUSALS.missingPermissions;
          publishMessage(world, 'deleted', old);
          return NO_CONTENT;
        }),
    },
    {
      method: 'POST',
      path: '/channels/:channel/typing',
      handle: (request) =>
        unlessRefused(channelOf(request), (channel) => {
          world.events.emit('typing', { channelId: channel.id, userId: world.bot.user.id });
          return NO_CONTENT;
        }),
    },
    {
      method: 'POST',
      path: '/users/@me/channels',
      handle: ({ body }) =>
        withForm(z.object({ recipient_id: snowflake }), body, ({ recipient_id: id }) => {
          const person = world.person(id);
          if (!person) return REFUSALS.unknownUser;
          return person.user.bot ? REFUSALS.closedDms : ok(world.apiChannelOf(world.dmWith(id)));
        }),
    },
  ];
}
