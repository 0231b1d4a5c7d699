import {
  InteractionResponseType as Answer,
  type APIMessage,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import { formRefusal, REFUSALS, type Refusal } from '../refusal.js';
import type { InteractionResponseForm } from '../schemas/interaction-response.js';
import type { MessageForm } from '../schemas/message.js';
import type { UploadedFile } from './attachment-store.js';
import { buildMessage, editedMessage, isEmpty } from './build-message.js';
import type { Acknowledgement, Interaction } from './interaction.js';
import type { StoredMessage } from './message-store.js';
import { publishMessage } from './publish-message.js';
import type { World } from './world.js';

/** Which answers an interaction may get. */
function isAllowed(interaction: Interaction, type: InteractionResponseForm['type']): boolean {
  const isAutocomplete = interaction.type === InteractionType.ApplicationCommandAutocomplete;
  if (type === Answer.ApplicationCommandAutocompleteResult) return isAutocomplete;
  if (isAutocomplete || type === Answer.Pong) return false;
  if (type === Answer.UpdateMessage || type === Answer.DeferredMessageUpdate)
    return interaction.sourceMessageId !== null;
  if (type === Answer.Modal) return interaction.type !== InteractionType.ModalSubmit;
  return true;
}

/**
 * Carries out the bot's first answer to an interaction: once, in time, and of a kind that suits it.
 * @returns the message it made or changed, null when there is none, or Discord's refusal.
 */
export function answerInteraction(
  world: World,
  interaction: Interaction,
  form: InteractionResponseForm,
  files: readonly UploadedFile[],
): StoredMessage | null | Refusal {
  if (interaction.acknowledgement) return REFUSALS.alreadyAcknowledged;
  if (interaction.expired) return REFUSALS.unknownInteraction;
  if (!isAllowed(interaction, form.type))
    return formRefusal(
      ['type'],
      'INTERACTION_RESPONSE_TYPE_INVALID',
      'The specified response type is not valid for this interaction',
    );
  const afterMs = interaction.age;
  switch (form.type) {
    case Answer.ChannelMessageWithSource: {
      if (isEmpty(form.data, files)) return REFUSALS.emptyMessage;
      const message = buildResponse(world, interaction, form.data, files);
      return settle(world, interaction, { kind: 'message', afterMs }, message, 'created');
    }
    case Answer.DeferredChannelMessageWithSource: {
      const message = buildResponse(
        world,
        interaction,
        { flags: form.data?.flags },
        [],
        MessageFlags.Loading,
      );
      return settle(world, interaction, { kind: 'deferred', afterMs }, message, 'created');
    }
    case Answer.UpdateMessage: {
      const source = sourceOf(world, interaction);
      if (!source) return REFUSALS.unknownMessage;
      const message = editedMessage(world, source, form.data ?? {}, files);
      return settle(world, interaction, { kind: 'update', afterMs }, message, 'edited');
    }
    case Answer.DeferredMessageUpdate:
      return settle(world, interaction, { kind: 'deferred-update', afterMs }, sourceOf(world, interaction));
    case Answer.ApplicationCommandAutocompleteResult:
      return settle(world, interaction, { kind: 'choices', afterMs, choices: form.data.choices });
    case Answer.Modal:
      return settle(world, interaction, { kind: 'modal', afterMs, modal: form.data });
    case Answer.Pong:
      return settle(world, interaction, { kind: 'pong', afterMs });
  }
}

/** A message of the bot that answers an interaction, as first response or follow-up; not yet published. */
export function buildResponse(
  world: World,
  interaction: Interaction,
  form: MessageForm,
  files: readonly UploadedFile[],
  flags = 0,
  replyTo?: StoredMessage,
): StoredMessage {
  const isEphemeral = ((form.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  return buildMessage(world, {
    author: world.bot,
    channelId: interaction.channelId,
    form,
    files,
    flags: flags | (isEphemeral ? MessageFlags.Ephemeral : 0),
    visibleTo: isEphemeral ? interaction.memberId : null,
    interactionId: interaction.id,
    replyTo,
    extra: describe(world, interaction),
  });
}

/** What a message tells of the interaction it answers. */
function describe(world: World, interaction: Interaction): Partial<APIMessage> {
  const user = world.person(interaction.memberId)?.user;
  const common = { application_id: world.applicationId, webhook_id: world.applicationId };
  if (!user) return common;
  return {
    ...common,
    ...(interaction.type === InteractionType.ApplicationCommand
      ? { type: MessageType.ChatInputCommand }
      : {}),
    // The three kinds of metadata differ in fields the bot has no use for; these are common to all.
    interaction_metadata: {
      id: interaction.id,
      type: interaction.type,
      user,
      authorizing_integration_owners: {},
    } as NonNullable<APIMessage['interaction_metadata']>,
  };
}

function sourceOf(world: World, interaction: Interaction): StoredMessage | undefined {
  return interaction.sourceMessageId === null
    ? undefined
    : world.messages.get(interaction.channelId, interaction.sourceMessageId);
}

/** The interaction is told of its answer before anyone else is, so that who hears of it finds it there. */
function settle(
  world: World,
  interaction: Interaction,
  acknowledgement: Acknowledgement,
  message?: StoredMessage,
  change?: 'created' | 'edited',
): StoredMessage | null {
  interaction.acknowledgement = acknowledgement;
  interaction.originalId = message?.api.id ?? null;
  if (message && change && acknowledgement.kind !== 'deferred') interaction.states.push(message);
  if (message && change) publishMessage(world, change, message);
  world.events.emit('interaction', { kind: 'acknowledged', interaction });
  return message ?? null;
}
