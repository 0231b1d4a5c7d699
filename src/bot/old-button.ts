import { plainReply } from './reply.js';

/** What a member reads who presses a button that means nothing to this version of the bot. */
export const OLD_BUTTON = plainReply(
  'That button is from an older version of me. Ask again to get a fresh one.',
);
