import { plainReply, type Reply } from './reply.js';

/** What a member reads who has asked too much too quickly. @param seconds until they may ask again */
export function renderWait(seconds: number): Reply {
  const wait = seconds === 1 ? 'a second' : `${seconds} seconds`;
  return plainReply(`That was quick. Please wait ${wait}, then ask again.`);
}
