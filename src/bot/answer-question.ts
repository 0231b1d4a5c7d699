import { type RenderedOutcome, renderOutcome } from './render-outcome.js';
import type { Services } from './services.js';

/**
 * Asks the library and words the outcome: the same for a slash command, a mention and a direct message.
 * @param articleId asks this article only
 */
export async function answerQuestion(
  services: Services,
  question: string,
  articleId?: string,
): Promise<RenderedOutcome> {
  const { engine, encoder } = services.library;
  const encoding = await encoder?.read(question);
  return renderOutcome(engine.ask(question, { articleId, encoding }), engine, articleId);
}
