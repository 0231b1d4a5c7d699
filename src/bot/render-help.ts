import { plainReply } from './reply.js';

/** What the bot can do, in a few lines. */
export const HELP = plainReply(
  [
    '`/ask` answers a question with the article’s own sentence, and says where it stands.',
    '`/article` lists the articles, or shows one with its paragraphs numbered.',
    '`/summary` shows the sentences that carry an article.',
    '**Find in article**, in a message’s menu under *Apps*, shows the passages that bear on the message.',
    'In a direct message every text is a question; in a server, mention me with one.',
    'Who manages a server brings articles of its own with `/corpus add`.',
    'I only quote, I never write: where the article does not say, I tell you so.',
  ].join('\n'),
);
