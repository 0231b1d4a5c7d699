import type { Outcome } from '../engine/outcome.js';
import type { TeachOutcome } from '../store/lessons.js';
import { formatCustomId } from './custom-id.js';
import { MAX_MESSAGE_LENGTH } from './limits.js';
import type { ParagraphChoice } from './paragraph-choices.js';
import { renderExcerpt } from './render-excerpt.js';
import { renderQuotation } from './render-quotation.js';
import type { Reply } from './reply.js';

/** Most of a question that is repeated. */
const QUESTION_LENGTH = 300;

/** What was taught, and what comes of asking it now. */
export type Taught = Extract<TeachOutcome, { kind: 'taught' }> & {
  readonly question: string;
  readonly choice: ParagraphChoice;
  readonly answer: Outcome;
};

/** Tells a moderator what is answered from now on, with a button to take it back. */
export function renderTaught({ question, choice, answer, id, replaced }: Taught): Reply {
  const asked = `“${renderExcerpt(question, [], QUESTION_LENGTH)}”`;
  const replacing = replaced ? ' That takes the place of what was taught before.' : '';
  const buttons = [{ label: 'Undo', id: formatCustomId('unteach', id) }];
  if (choice.paragraph === null) {
    return {
      text: `Taught. To ${asked}, in these or other words, I say from now on that the article does not say.${replacing}`,
      buttons,
    };
  }
  if (answer.kind !== 'answered') {
    return {
      text: `Kept, but I still do not take ${asked} for a question that ¶ ${choice.paragraph.number} answers. Try it in other words.`,
      buttons,
    };
  }
  const head = `Taught. ${asked}, in these or other words, is answered from now on as below.${replacing}\n`;
  return { text: head + renderQuotation(answer.answer, MAX_MESSAGE_LENGTH - head.length), buttons };
}
