import {
  DiscordAPIError,
  type Interaction,
  MessageFlags,
  RESTJSONErrorCodes,
  type RepliableInteraction,
} from 'discord.js';
import type { Logger } from 'pino';
import { StoreError } from '../store/store-error.js';
import { APOLOGY } from './apology.js';
import { OUT_OF_REACH } from './out-of-reach.js';
import type { Reply } from './reply.js';
import { toPayload } from './reply-payload.js';
import { respond } from './respond.js';

/** Tells the member, by whichever way the interaction is still open. */
async function apologise(interaction: Interaction, reply: Reply): Promise<void> {
  if (interaction.isAutocomplete()) {
    if (!interaction.responded) await interaction.respond([]);
  } else if (!interaction.isRepliable()) {
    return;
  } else if (interaction.deferred && !interaction.replied && !isReplacing(interaction)) {
    await interaction.editReply(toPayload(reply));
  } else if (interaction.deferred || interaction.replied) {
    await interaction.followUp({ ...toPayload(reply), flags: [MessageFlags.Ephemeral] });
  } else {
    await respond(interaction, reply, 'private');
  }
}

/**
 * Is what was deferred a change of the message that a button stands under? It stays, so that one can try again.
 * discord.js says for a reply alone whether it is ephemeral.
 */
function isReplacing(interaction: RepliableInteraction): boolean {
  return interaction.ephemeral === null;
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
  const isOutOfReach = error instanceof StoreError;
  // The store itself says in the log when trouble begins and ends.
  if (isOutOfReach) log.debug({ handler, cause: error.message }, 'the database is out of reach');
  else log.error({ handler, err: error }, 'a handler failed');
  try {
    await apologise(interaction, isOutOfReach ? OUT_OF_REACH : APOLOGY);
  } catch (cause) {
    log.warn({ handler, err: cause }, 'could not tell the member that a handler failed');
  }
}
