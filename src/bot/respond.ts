import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  RESTJSONErrorCodes,
  type RepliableInteraction,
} from 'discord.js';
import type { ComponentInteraction } from './command.js';
import { type Form, toModal } from './form.js';
import type { Reply } from './reply.js';
import { toPayload } from './reply-payload.js';
import type { Choice } from './suggest-articles.js';

/**
 * Sends a first response. Discord may fail after the response took effect; discord.js then tries again
 * and is told that the interaction was acknowledged before: the member has the reply, nothing is wrong.
 */
async function deliver(send: () => Promise<unknown>): Promise<void> {
  try {
    await send();
  } catch (error) {
    const done =
      error instanceof DiscordAPIError &&
      error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
    if (!done) throw error;
  }
}

/**
 * Answers an interaction: the only way a first response leaves the bot. Without link previews, without
 * pings.
 * @param visibility `private` shows it to the member only.
 * @throws DiscordAPIError as discord.js does, except for a response that had already taken effect.
 */
export async function respond(
  interaction: RepliableInteraction,
  reply: Reply,
  visibility: 'private' | 'shared',
): Promise<void> {
  const flags =
    visibility === 'private'
      ? ([MessageFlags.SuppressEmbeds, MessageFlags.Ephemeral] as const)
      : ([MessageFlags.SuppressEmbeds] as const);
  await deliver(() => interaction.reply({ ...toPayload(reply), flags: [...flags] }));
}

/** Answers a button by changing the message it stands under. @throws as `respond` does. */
export async function replace(interaction: ComponentInteraction, reply: Reply): Promise<void> {
  await deliver(() => interaction.update({ ...toPayload(reply), flags: [MessageFlags.SuppressEmbeds] }));
}

/** Answers with a form to fill in. @throws as `respond` does */
export async function openForm(
  interaction: ComponentInteraction | ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  form: Form,
): Promise<void> {
  await deliver(() => interaction.showModal(toModal(form)));
}

/** Answers an option that is being typed. @throws as `respond` does. */
export async function offer(interaction: AutocompleteInteraction, choices: readonly Choice[]): Promise<void> {
  await deliver(() => interaction.respond(choices));
}
