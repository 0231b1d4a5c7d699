import { type Client, InteractionWebhook, MessageFlags } from 'discord.js';
import type { Logger } from 'pino';
import type { Handover } from '../store/handovers.js';
import type { Reply } from './reply.js';
import { toPayload } from './reply-payload.js';

/** An interaction's token is good for 15 minutes; one is left for the clocks to differ. */
const TOKEN_MS = 14 * 60 * 1_000;

/**
 * Tells who asked what came of their question, privately: in the channel where only they see it while the
 * interaction's token is good, by direct message after that. Never throws.
 * @returns false when they cannot be reached
 */
export async function tellAsker(
  client: Client<true>,
  { asker, openedAt }: Pick<Handover, 'asker' | 'openedAt'>,
  reply: Reply,
  { log, now }: { readonly log: Logger; readonly now: number },
): Promise<boolean> {
  if (!asker) return false;
  if (asker.token !== null && now - openedAt < TOKEN_MS) {
    try {
      const webhook = new InteractionWebhook(client, client.application.id, asker.token);
      await webhook.send({
        ...toPayload(reply),
        flags: [MessageFlags.SuppressEmbeds, MessageFlags.Ephemeral],
      });
      return true;
    } catch (error) {
      log.debug({ cause: String(error) }, 'an interaction’s token is no longer good');
    }
  }
  try {
    await client.users.send(asker.userId, { ...toPayload(reply), flags: [MessageFlags.SuppressEmbeds] });
    return true;
  } catch (error) {
    log.info({ cause: String(error) }, 'a member cannot be told what came of their question');
    return false;
  }
}
