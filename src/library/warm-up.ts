import { setImmediate as nextTurn } from 'node:timers/promises';
import { type EngineOptions, prepareArticle } from '../engine/engine.js';
import type { Engine } from '../engine/outcome.js';

/** Any question does: the answer is nobody's. */
const QUESTION = 'what happened and when';

/**
 * Has what is made at the first question made before it comes, bit by bit: most of it is learning the
 * shipped article’s lessons.
 */
export async function warmUp(engine: Engine, options: EngineOptions): Promise<void> {
  for (const article of engine.articles) await prepareArticle(article, options, nextTurn);
  engine.ask(QUESTION);
}
