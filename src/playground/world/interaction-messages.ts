import { MessageFlags } from 'discord-api-types/v10';
import { REFUSALS, type Refusal } from '../refusal.js';
import type { MessageEditForm, MessageForm } from '../schemas/message.js';
import { buildResponse } from './answer-interaction.js';
import type { UploadedFile } from './attachment-store.js';
import { editedMessage, isEmpty } from './build-message.js';
import { type Interaction, TOKEN_LIFE_MS } from './interaction.js';
import type { StoredMessage } from './message-store.js';
import { publishMessage } from './publish-message.js';
import type { World } from './world.js';

/** The interaction whose token a webhook request carries, if it may still be used. */
export function usableInteraction(world: World, token: string): Interaction | Refusal {
  const interaction = world.interactionByToken(token);
  if (!interaction?.acknowledgement) return REFUSALS.unknownWebhook;
  return interaction.age > TOKEN_LIFE_MS ? REFUSALS.expiredWebhookToken : interaction;
}

/** The message an interaction's `@original`, or the id of a follow-up, means. */
export function interactionMessage(
  world: World,
  interaction: Interaction,
  id: string,
): StoredMessage | Refusal {
  const messageId = id === '@original' ? interaction.originalId : id;
  const isOurs = messageId === interaction.originalId || interaction.followUpIds.includes(messageId ?? '');
  const message = messageId && isOurs ? world.messages.get(interaction.channelId, messageId) : undefined;
  return message ?? REFUSALS.unknownMessage;
}

/** Sends a follow-up; while the bot "is thinking…" it becomes the first response instead, as in Discord. */
export function followUp(
  world: World,
  interaction: Interaction,
  form: MessageForm,
  files: readonly UploadedFile[],
): StoredMessage | Refusal {
  if (isEmpty(form, files)) return REFUSALS.emptyMessage;
  const original = interaction.originalId
    ? world.messages.get(interaction.channelId, interaction.originalId)
    : undefined;
  if (original && isLoading(original))
    return editInteractionMessage(world, interaction, original, form, files);
  const message = buildResponse(world, interaction, form, files, 0, original);
  interaction.followUpIds.push(message.api.id);
  publishMessage(world, 'created', message);
  return message;
}

/** Deletes the original response or a follow-up. */
export function deleteInteractionMessage(world: World, message: StoredMessage): void {
  publishMessage(world, 'deleted', message);
}

/** Edits the original response or a follow-up. */
export function editInteractionMessage(
  world: World,
  interaction: Interaction,
  old: StoredMessage,
  form: MessageEditForm,
  files: readonly UploadedFile[],
): StoredMessage | Refusal {
  const message = editedMessage(world, old, form, files);
  if (hasNothing(message)) return REFUSALS.emptyMessage;
  if (message.api.id === interaction.originalId) interaction.states.push(message);
  publishMessage(world, 'edited', message);
  return message;
}

/** Whether the message is only "… is thinking". */
export function isLoading(message: StoredMessage): boolean {
  return ((message.api.flags ?? 0) & MessageFlags.Loading) !== 0;
}

/** Whether an edit has left nothing of a message. */
export function hasNothing({ api }: StoredMessage): boolean {
  const isV2 = ((api.flags ?? 0) & MessageFlags.IsComponentsV2) !== 0;
  return (
    api.content === '' &&
    api.embeds.length === 0 &&
    api.attachments.length === 0 &&
    !(isV2 && (api.components ?? []).length > 0)
  );
}
