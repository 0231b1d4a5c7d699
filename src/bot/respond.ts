import {
  type AutocompleteInteraction,
  DiscordAPIError,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  RESTJSONErrorCodes,
  type RepliableInteraction,
} from 'discord.js';
import type { ComponentInteraction, FormOpener } from './command.js';
import { type Form, toModal } from './form.js';
import type { Reply } from './reply.js';
import { toPayload } from './reply-payload.js';
import type { Choice } from './suggest-articles.js';

/** For a message that takes another's place: without the files it had. A new object, for discord.js adds to the list. */
const replacing = () => ({ flags: [MessageFlags.SuppressEmbeds] as const, attachments: [] });

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
 * pings. What was deferred is brought.
 * @param visibility `private` shows it to the member only; what was deferred has its own.
 * @throws DiscordAPIError as discord.js does, except for a response that had already taken effect.
 */
export async function respond(
  interaction: RepliableInteraction,
  reply: Reply,
  visibility: 'private' | 'shared',
): Promise<void> {
  if (interaction.deferred) return finish(interaction, reply);
  const flags =
    visibility === 'private'
      ? ([MessageFlags.SuppressEmbeds, MessageFlags.Ephemeral] as const)
      : ([MessageFlags.SuppressEmbeds] as const);
  await deliver(() => interaction.reply({ ...toPayload(reply), flags: [...flags] }));
}

/**
 * Says that an answer is on its way, which `finish` brings: for what may take longer than the three seconds that
 * Discord waits. @throws as `respond` does
 */
export async function defer(
  interaction: RepliableInteraction,
  visibility: 'private' | 'shared',
): Promise<void> {
  const flags = visibility === 'private' ? ([MessageFlags.Ephemeral] as const) : ([] as const);
  await deliver(() => interaction.deferReply({ flags: [...flags] }));
}

/** Says that the message a button stands under, or that a form was opened from, is about to change, which `finish` does. @throws as `respond` does */
export async function deferReplacing(
  interaction: ComponentInteraction | ModalMessageModalSubmitInteraction,
): Promise<void> {
  await deliver(() => interaction.deferUpdate());
}

/** The answer to what was deferred. @throws as discord.js does */
export async function finish(interaction: RepliableInteraction, reply: Reply): Promise<void> {
  await interaction.editReply({ ...toPayload(reply), ...replacing() });
}

/** Answers a button, or a form that one opened, by changing the message it stands under. @throws as `respond` does. */
export async function replace(
  interaction: ComponentInteraction | ModalMessageModalSubmitInteraction,
  reply: Reply,
): Promise<void> {
  await deliver(() => interaction.update({ ...toPayload(reply), ...replacing() }));
}

/** Answers with a form to fill in. @throws as `respond` does */
export async function openForm(interaction: FormOpener, form: Form): Promise<void> {
  await deliver(() => interaction.showModal(toModal(form)));
}

/** Answers an option that is being typed. @throws as `respond` does. */
export async function offer(interaction: AutocompleteInteraction, choices: readonly Choice[]): Promise<void> {
  await deliver(() => interaction.respond(choices));
}
