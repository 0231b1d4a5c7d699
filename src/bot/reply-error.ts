import { DiscordAPIError, type Interaction, MessageFlags, RESTJSONErrorCodes } from 'discord.js';
import type { Logger } from 'pino';
import { APOLOGY } from './apology.js';
import { toPayload } from './reply-payload.js';
import { respond } from './respond.js';

/** Tells the member, by whichever way the interaction is still open. */
async function apologise(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) {
    if (!interaction.responded) await interaction.respond([]);
  } else if (!interaction.isRepliable()) {
    return;
  } else if (interaction.deferred && !interaction.replied) {
    await interaction.editReply(toPayload(APOLOGY));
  } else if (interaction.replied) {
    await interaction.followUp({ ...toPayload(APOLOGY), flags: [MessageFlags.Ephemeral] });
  } else {
    await respond(interaction, APOLOGY, 'private');
  }
}

function isTooLate(error: unknown): boolean {
  return error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownInteraction;
}

/**
 * The one end of every failed handler: the member reads a short private sentence, the operator one log
 * line with the cause. Never throws.
 * @param handler what failed, as the operator knows it: `/ask`, `button context`.
 */
export async function replyError(
  interaction: Interaction,
  handler: string,
  error: unknown,
  log: Logger,
): Promise<void> {
  if (isTooLate(error)) {
    log.warn({ handler }, 'answered too late: Discord had given the interaction up');
    return;
  }
  log.error({ handler, err: error }, 'a handler failed');
  try {
    await apologise(interaction);
  } catch (cause) {
    log.warn({ handler, err: cause }, 'could not tell the member that a handler failed');
  }
}
