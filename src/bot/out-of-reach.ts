import { plainReply } from './reply.js';

/** What a member reads when the database cannot be reached: nothing of what they did has been kept. */
export const OUT_OF_REACH = plainReply(
  'I cannot get at my records right now, so nothing was saved. Please try again in a few minutes; asking works meanwhile.',
);
