import { inContext } from '../engine/follow-up.js';
import type { Engine, Outcome } from '../engine/outcome.js';
import type { AskedQuestion } from '../store/asked-question.js';
import { createQuestionId } from '../store/question-id.js';
import type { Conversations } from './conversations.js';
import { defaultArticleOf } from './default-article.js';
import { lessonsInForce } from './lessons-in-force.js';
import { type RenderedOutcome, renderOutcome } from './render-outcome.js';
import type { Services } from './services.js';

/** A question, and where it comes from. */
export interface Asking extends Pick<AskedQuestion, 'source' | 'guildId' | 'channelId' | 'askerId'> {
  readonly question: string;
  /** Ask this article only; left out, the default of the place, and where there is none, all. */
  readonly articleId?: string | undefined;
  /** The channel of a thread. */
  readonly parentChannelId?: string | null | undefined;
}

/** Where a question is noted, what came of it; null for what is no question to an article. */
function toAsked(asking: Asking, outcome: Outcome, engine: Engine, at: number): AskedQuestion | null {
  if (outcome.kind !== 'answered' && outcome.kind !== 'not-said') return null;
  const { question, articleId, parentChannelId: _, ...from } = asking;
  const answer = outcome.kind === 'answered' ? outcome.answer : null;
  const best = answer ?? (outcome.kind === 'not-said' ? outcome.closest : null);
  const [only, ...more] = engine.articles;
  return {
    ...from,
    id: createQuestionId(at),
    at,
    text: question,
    articleId: answer?.article.id ?? articleId ?? (more.length === 0 ? (only?.id ?? null) : null),
    language: best?.article.language ?? null,
    answered: answer !== null,
    paragraph: answer?.paragraph ?? null,
    confidence: best?.confidence ?? null,
  };
}

function rememberTurn(conversations: Conversations, asking: Asking, outcome: Outcome): void {
  if (outcome.kind !== 'answered' && outcome.kind !== 'not-said') return;
  const answer = outcome.kind === 'answered' ? outcome.answer : null;
  const quoted = answer?.sentence ? { article: answer.article, sentence: answer.sentence } : null;
  conversations.remember(asking, { question: asking.question, quoted });
}

/**
 * Asks the library, words the outcome and notes the question, without waiting for it to be written: the same
 * for a slash command, a mention and a direct message. A follow-up leans on what the member asked there just before.
 * Small talk, and what cannot be asked, is not noted.
 */
export async function answerQuestion(
  services: Pick<Services, 'library' | 'store' | 'conversations'>,
  asked: Asking,
): Promise<RenderedOutcome> {
  const { library, store, conversations } = services;
  const { engine } = library;
  const settings = store.settings.of(asked.guildId);
  const articleId = asked.articleId ?? defaultArticleOf(settings, engine.articles, asked)?.id;
  const asking = { ...asked, articleId };
  const { question } = asking;
  const turns = conversations.turnsOf(asking);
  const encoding = await library.encoder?.read(inContext(question, turns), library.engine.articles);
  const lessons = lessonsInForce(store.lessons.of(asking.guildId), engine.articles);
  const outcome = engine.ask(question, { articleId, encoding, lessons, turns });
  rememberTurn(conversations, asking, outcome);
  const noting = store.isKept ? toAsked(asking, outcome, engine, Date.now()) : null;
  if (!noting) return renderOutcome(outcome, engine, articleId);
  store.questions.add(noting);
  const canHandOver = settings.moderatorChannelId !== null;
  const noted = { questionId: noting.id, handsOverFor: canHandOver ? asking.askerId : null };
  return renderOutcome(outcome, engine, articleId, noted);
}
