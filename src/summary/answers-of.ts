import { setImmediate } from 'node:timers/promises';
import type { TaughtLesson } from '../engine/lessons/taught.js';
import type { Engine } from '../engine/outcome.js';
import type { AskedText } from '../store/digests.js';

/** So many texts are asked anew, a millisecond or two each: rarer ones are grouped by their spelling. */
const MAX_ASKED = 100;

/**
 * What answers each text today, by `folded`: by it wordings are told to be one question. Texts that are not answered
 * are left out. Lets other work go on in between.
 */
export async function answersOf(
  texts: readonly AskedText[],
  engine: Engine,
  options: { readonly lessons: readonly TaughtLesson[]; readonly articleId?: string | undefined },
): Promise<Map<string, string>> {
  const answers = new Map<string, string>();
  for (const { folded, text, answered } of texts.slice(0, MAX_ASKED)) {
    if (answered === 0) continue;
    const outcome = engine.ask(text, { ...options, top: 1 });
    if (outcome.kind === 'answered') {
      const { article, paragraph, sentence, text: quoted } = outcome.answer;
      answers.set(folded, `${article.id} ${paragraph} ${sentence?.index ?? quoted}`);
    }
    await setImmediate();
  }
  return answers;
}
