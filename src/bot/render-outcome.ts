import type { Engine, Outcome, Passage } from '../engine/outcome.js';
import { formatCustomId } from './custom-id.js';
import { handoverButton } from './handover-buttons.js';
import { MAX_MESSAGE_LENGTH } from './limits.js';
import { formatReference } from './passage-reference.js';
import { renderExcerpt } from './render-excerpt.js';
import { renderQuotation } from './render-quotation.js';
import { plainReply, type Reply, type ReplyButton } from './reply.js';
import { voteButtons } from './vote-buttons.js';

/** How many other passages one button can lead to: as many references as its id has room for. */
export const MAX_OTHERS = 4;

/** Missing words that are named, and the most shown of each. */
const MAX_MISSING = 3;
const MAX_MISSING_LENGTH = 40;

/** Most of a title or an id that is repeated in a sentence of the bot's own. */
const MAX_TITLE_LENGTH = 200;

/** Stands between the quotes of two articles. */
const OTHER_ARTICLE = '\nAnother article says:\n';

/** Stands under a quote that a moderator has pointed to. */
const TAUGHT = '\n-# Taught by a moderator.';

const SMALL_TALK =
  'Hello! Ask me about an article and I reply with the sentence that answers. ' +
  'Try “Who wrote the article?”, or `/help`.';

const UNASKABLE = {
  empty: 'There is no question in that. Ask one in a few words, for example “Who wrote the article?”.',
  'too-long': 'That is too long for one question. Ask it in a sentence or two.',
  'no-words': 'I see no words in that. Ask a question in words, for example “Who wrote the article?”.',
} as const;

/** A button that shows the paragraphs around a passage; none for the article's metadata. */
export function contextButtons(
  passage: Pick<Passage, 'article' | 'sentence'>,
  label = 'Context',
): ReplyButton[] {
  const reference = formatReference(passage);
  return reference ? [{ label, id: formatCustomId('context', reference) }] : [];
}

function othersButtons(others: readonly Passage[]): ReplyButton[] {
  const references = others.map(formatReference).filter((reference) => reference !== null);
  if (references.length === 0) return [];
  return [{ label: 'Other passages', id: formatCustomId('others', ...references.slice(0, MAX_OTHERS)) }];
}

function closestButtons(closest: Passage | null, questionId: string | undefined): ReplyButton[] {
  const reference = closest && formatReference(closest);
  if (!reference) return [];
  // By the question's id a moderator can teach what answers it.
  const args = questionId === undefined ? [reference] : [reference, questionId];
  return [{ label: 'Closest passage', id: formatCustomId('closest', ...args) }];
}

/** Who is silent: the article asked, the only one there is, or all of them. */
function describeSilence(engine: Engine, articleId: string | undefined): { silent: string; many: boolean } {
  if (engine.articles.length <= 1) return { silent: 'The article does not say.', many: false };
  const asked = engine.articles.find((article) => article.id === articleId);
  if (!asked) return { silent: 'None of the articles says.', many: true };
  return { silent: `“${renderExcerpt(asked.title, [], MAX_TITLE_LENGTH)}” does not say.`, many: false };
}

function renderNotSaid(
  outcome: Extract<Outcome, { kind: 'not-said' }>,
  engine: Engine,
  articleId: string | undefined,
  noted: Noted | undefined,
): Reply {
  const { silent, many } = describeSilence(engine, articleId);
  if (outcome.taught) return { text: `${silent} A moderator has looked.`, buttons: [] };
  const words = outcome.missing
    .slice(0, MAX_MISSING)
    .map((word) => `“${renderExcerpt(word, [], MAX_MISSING_LENGTH)}”`);
  const reason =
    outcome.reason === 'key-word-missing' && words.length > 0
      ? `${many ? 'They never mention' : 'It never mentions'} ${words.join(' or ')}.`
      : outcome.reason === 'nothing-matches'
        ? `Nothing in ${many ? 'them' : 'it'} seems to be about that.`
        : `No sentence in ${many ? 'them' : 'it'} answers that well enough to quote.`;
  return {
    text: `${silent} ${reason}`,
    buttons: [
      ...closestButtons(outcome.closest, noted?.questionId),
      ...(noted?.handsOverFor ? [handoverButton(noted.questionId, noted.handsOverFor)] : []),
    ],
  };
}

/** The quote; the quotes of two articles, where both answer. */
function renderAnswer({ answer, otherArticle, taught }: Extract<Outcome, { kind: 'answered' }>): string {
  if (taught) return `${renderQuotation(answer, MAX_MESSAGE_LENGTH - TAUGHT.length)}${TAUGHT}`;
  if (!otherArticle) return renderQuotation(answer, MAX_MESSAGE_LENGTH);
  const room = Math.floor((MAX_MESSAGE_LENGTH - OTHER_ARTICLE.length) / 2);
  return `${renderQuotation(answer, room)}${OTHER_ARTICLE}${renderQuotation(otherArticle, room)}`;
}

/** That a question is noted, so that it can be voted on and taught. */
export interface Noted {
  readonly questionId: string;
  /** Who asked, where there are moderators whom they can ask instead. */
  readonly handsOverFor: string | null;
}

/** A reply, and whether it concerns only the member who asked. */
export interface RenderedOutcome {
  readonly reply: Reply;
  /** True for what is about the question rather than the article: how to ask, or what is not there. */
  readonly onlyForAsker: boolean;
}

/**
 * What the bot says to a question. Never longer than Discord allows, whatever the article; what it
 * quotes is verbatim; a guess is never shown, only offered behind a button.
 * @param articleId the article the question was about, when it was about one.
 * @param noted left out where questions are not kept.
 */
export function renderOutcome(
  outcome: Outcome,
  engine: Engine,
  articleId?: string,
  noted?: Noted,
): RenderedOutcome {
  switch (outcome.kind) {
    case 'answered':
      return {
        reply: {
          text: renderAnswer(outcome),
          buttons: [
            ...contextButtons(outcome.answer),
            ...(outcome.otherArticle ? contextButtons(outcome.otherArticle, 'Context of the other') : []),
            ...othersButtons(outcome.others),
            ...(noted ? voteButtons(noted.questionId) : []),
          ],
        },
        onlyForAsker: false,
      };
    case 'not-said':
      return { reply: renderNotSaid(outcome, engine, articleId, noted), onlyForAsker: false };
    case 'small-talk':
      return { reply: plainReply(SMALL_TALK), onlyForAsker: true };
    case 'unaskable':
      return { reply: plainReply(UNASKABLE[outcome.reason]), onlyForAsker: true };
    case 'unknown-article': {
      const name = renderExcerpt(outcome.articleId, [], MAX_TITLE_LENGTH);
      return {
        reply: plainReply(`I have no article called “${name}”. \`/article\` lists the ones I know.`),
        onlyForAsker: true,
      };
    }
  }
}
