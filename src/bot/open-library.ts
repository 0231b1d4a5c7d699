import { plainReply } from './reply.js';

/** How long what can be asked is waited for, in milliseconds: Discord waits three seconds for a first response. */
export const LIBRARY_PATIENCE_MS = 1_500;

/** What a member reads when a server's articles take long to be made ready, and what they did cannot wait. */
export const STILL_READING = plainReply('I am still reading this server’s articles. Try again in a moment.');

/** What a member reads when a server's own articles cannot be had. */
export const NO_ARTICLES_NOW = plainReply(
  'I cannot get at this server’s articles right now. Please try again in a few minutes.',
);
