import { InteractionContextType, type InteractionType, Locale } from 'discord-api-types/v10';
import { MAX_FILE_BYTES } from './attachment-store.js';
import type { Channel } from './channel.js';
import { Interaction } from './interaction.js';
import type { StoredMessage } from './message-store.js';
import { EVERYONE_PERMISSIONS, type Person, permissionsOf } from './person.js';
import type { World } from './world.js';

/** What a member does that becomes an interaction. */
export interface NewInteraction {
  readonly type: InteractionType;
  readonly data: object;
  readonly member: Person;
  readonly channel: Channel;
  readonly source: StoredMessage | null;
  readonly label: string;
  readonly commandName: string | null;
  /** Whether the command was reached because the member, not the server, has installed the bot. */
  readonly isUserInstall: boolean;
  /** Milliseconds the bot has for its first answer. */
  readonly deadlineMs: number;
}

const CONTEXT = {
  guild: InteractionContextType.Guild,
  dm: InteractionContextType.BotDM,
  private: InteractionContextType.PrivateChannel,
} as const;

/** Sends an interaction to the bot; unless it is acknowledged in time it expires. */
export function sendInteraction(world: World, sent: NewInteraction): Interaction {
  const { member, channel } = sent;
  const interaction = new Interaction(
    sent.type,
    sent.label,
    member.user.id,
    channel.id,
    sent.source?.api.id ?? null,
    sent.commandName,
  );
  world.remember(interaction);
  world.events.emit('interaction', { kind: 'sent', interaction });
  world.events.emit('dispatch', { event: 'INTERACTION_CREATE', intents: 0, data: payload() });
  setTimeout(() => {
    if (interaction.acknowledgement) return;
    interaction.expired = true;
    world.events.emit('interaction', { kind: 'expired', interaction });
  }, sent.deadlineMs).unref();
  return interaction;

  function payload(): object {
    const owners = sent.isUserInstall
      ? { 1: member.user.id }
      : { 0: channel.kind === 'guild' ? world.guild.id : '0' };
    return {
      id: interaction.id,
      application_id: world.applicationId,
      type: sent.type,
      token: interaction.token,
      version: 1,
      data: sent.data,
      channel_id: channel.id,
      channel: {
        ...world.apiChannelOf(channel),
        ...(channel.kind === 'guild' ? { permissions: String(permissionsOf(member)) } : {}),
      },
      ...(channel.kind === 'guild'
        ? {
            guild_id: world.guild.id,
            guild: { id: world.guild.id, locale: Locale.EnglishUS, features: [] },
            guild_locale: Locale.EnglishUS,
            member: { ...world.memberOf(member), permissions: String(permissionsOf(member)) },
          }
        : { user: member.user }),
      ...(sent.source ? { message: sent.source.api } : {}),
      app_permissions: String(EVERYONE_PERMISSIONS),
      locale: Locale.EnglishUS,
      entitlements: [],
      authorizing_integration_owners: owners,
      context: CONTEXT[channel.kind],
      attachment_size_limit: MAX_FILE_BYTES,
    };
  }
}
