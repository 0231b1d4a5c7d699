import { plainReply } from './reply.js';

/** What a member reads when a handler fails: the cause is the operator's to read in the log. */
export const APOLOGY = plainReply(
  'Something went wrong on my side, and I have noted it. Please try again in a moment.',
);
