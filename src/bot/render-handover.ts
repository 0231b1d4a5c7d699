import type { Passage } from '../engine/outcome.js';
import { settleButtons } from './handover-buttons.js';
import { renderExcerpt } from './render-excerpt.js';
import { renderQuotation } from './render-quotation.js';
import { plainReply, type Reply } from './reply.js';

/** Room for each part: together they leave enough of a message for what is added when it is settled. */
const QUESTION_LENGTH = 700;
const PASSAGE_LENGTH = 900;
const SHORT_LENGTH = 200;

/** Most that a moderator can answer, in UTF-16 units: escaped, it may take twice the room. */
export const MAX_ANSWER_LENGTH = 750;

/** What moderators read of a question that a member has handed to them. */
export function renderHandover(
  { questionId, question, channelId }: { questionId: string; question: string; channelId: string | null },
  closest: Passage | null,
): Reply {
  const where = channelId === null ? '' : ` in <#${channelId}>`;
  return {
    text: [
      `**A member asks**${where}, and I found no answer:`,
      `> ${renderExcerpt(question, [], QUESTION_LENGTH)}`,
      ...(closest
        ? ['The closest passage, which may not answer it:', renderQuotation(closest, PASSAGE_LENGTH)]
        : []),
    ].join('\n'),
    buttons: settleButtons(questionId),
  };
}

/** The same when it is settled: what came of it stands below, and nothing is left to press. */
export function renderSettled(
  text: string,
  what: 'Answered' | 'Taught' | 'Dismissed',
  moderatorId: string,
): Reply {
  return plainReply(`${text}\n-# ${what} by <@${moderatorId}>.`);
}

const shorten = (question: string): string => `“${renderExcerpt(question, [], SHORT_LENGTH)}”`;

/** A moderator's own words, for who asked. */
export function renderModeratorAnswer(question: string, words: string): Reply {
  const lines = words
    .trim()
    .split(/\n+/)
    .map((line) => `> ${renderExcerpt(line, [], 2 * MAX_ANSWER_LENGTH)}`);
  return plainReply(
    [
      `You asked: ${shorten(question)}`,
      '**A moderator answers:**',
      ...lines,
      '-# Their own words, not the article’s.',
    ].join('\n'),
  );
}

/** What was taught in answer, for who asked. */
export function renderTaughtAnswer(question: string, answer: Passage | null): Reply {
  const head = `You asked: ${shorten(question)}\n`;
  if (!answer) return plainReply(`${head}A moderator has looked: the article does not say.`);
  return plainReply(`${head}**A moderator has pointed to this:**\n${renderQuotation(answer, 1_400)}`);
}

/** For who asked in vain. */
export function renderDismissed(question: string): Reply {
  return plainReply(`You asked: ${shorten(question)}\nThe moderators have seen it and leave it unanswered.`);
}
