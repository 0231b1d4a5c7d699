import type { CorpusChange } from '../store/articles.js';
import { renderExcerpt } from './render-excerpt.js';
import { plainReply, type Reply } from './reply.js';

/** As many lines as fit a message, each at its longest. */
export const SHOWN_CHANGES = 15;

const TITLE_LENGTH = 60;

/** What was done to a server's articles, newest first. */
export function renderCorpusLog(changes: readonly CorpusChange[]): Reply {
  if (changes.length === 0) return plainReply('Nothing has been done to this server’s articles yet.');
  const lines = changes.slice(0, SHOWN_CHANGES).map(({ at, memberId, act, title }) => {
    const who = memberId === '' ? 'somebody who wanted to be forgotten' : `<@${memberId}>`;
    return `<t:${Math.floor(at / 1_000)}:f> ${who} ${act} “${renderExcerpt(title, [], TITLE_LENGTH)}”`;
  });
  const heading =
    changes.length > SHOWN_CHANGES
      ? `**The last ${SHOWN_CHANGES} changes of this server’s articles**`
      : '**What was done to this server’s articles**';
  return plainReply([heading, ...lines].join('\n'));
}
