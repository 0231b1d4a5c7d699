import { type RenderedOutcome, renderOutcome } from './render-outcome.js';
import type { Services } from './services.js';

/**
 * Asks the library and words the outcome: the same for a slash command, a mention and a direct message.
 * @param articleId asks this article only
 */
export function answerQuestion(services: Services, question: string, articleId?: string): RenderedOutcome {
  const { engine } = services.library;
  return renderOutcome(engine.ask(question, { articleId }), engine, articleId);
}
