import { type NewInteraction, sendInteraction } from '../world/send-interaction.js';
import type { World } from '../world/world.js';
import type { WorldEvents } from '../world/world-events.js';
import { MemberError } from './member-error.js';
import { Reply } from './reply.js';

/**
 * Sends an interaction and waits for the bot's first answer.
 * @throws MemberError `no-response` (as a rejection) when there is none in time
 */
export function awaitReply(world: World, sent: NewInteraction): Promise<Reply> {
  const interaction = sendInteraction(world, sent);
  return new Promise((resolve, reject) => {
    function listener({ kind, interaction: changed }: WorldEvents['interaction'][0]): void {
      if (changed !== interaction || kind === 'sent') return;
      world.events.off('interaction', listener);
      if (interaction.acknowledgement) resolve(new Reply(world, interaction, interaction.acknowledgement));
      else
        reject(
          new MemberError(
            'no-response',
            `The application did not respond: ${sent.label} was not acknowledged within ${sent.deadlineMs / 1000} s.`,
          ),
        );
    }
    world.events.on('interaction', listener);
  });
}
