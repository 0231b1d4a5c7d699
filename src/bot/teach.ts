import type { ModalSubmitInteraction } from 'discord.js';
import { MAX_QUESTION_LENGTH } from '../engine/limits.js';
import type { Outcome } from '../engine/outcome.js';
import { MAX_LESSONS } from '../store/lessons.js';
import { isQuestionId } from '../store/question-id.js';
import type { ComponentHandler, FormOpener, ModalHandler } from './command.js';
import { formatCustomId } from './custom-id.js';
import { cutEnd } from './cut-text.js';
import { lessonsInForce } from './lessons-in-force.js';
import { OLD_BUTTON } from './old-button.js';
import { paragraphChoices, readParagraphChoice } from './paragraph-choices.js';
import { CHANGED } from './passage-buttons.js';
import { permissionOf } from './permission-of.js';
import { readQuestion } from './read-question.js';
import { renderSettled, renderTaughtAnswer } from './render-handover.js';
import { renderTaught } from './render-taught.js';
import { plainReply } from './reply.js';
import { toPayload } from './reply-payload.js';
import { openForm, replace, respond } from './respond.js';
import type { Services } from './services.js';
import { tellAsker } from './tell-asker.js';

const NO_ARTICLE = plainReply('There is no article that could answer.');
const NO_QUESTION = plainReply('There is no question in that.');
const FULL = plainReply(
  `This server has taught me ${MAX_LESSONS} answers, which is as many as I can keep. \`/teach remove\` makes room; \`/teach export\` moves them into the article’s file.`,
);
const NOT_KEPT = plainReply(
  'I no longer have that question: it may have been deleted. `/teach add` takes any.',
);

/** Says in a form's id that it was opened under the message that handed the question over. */
const HANDOVER = 'handover';

/** Fields of the form. */
const QUESTION = 'question';
const PARAGRAPH = 'paragraph';

/** What is to be taught the answer of. */
export interface Teachable {
  readonly question: string;
  readonly articleId?: string | undefined;
  /** Under which it is noted; undefined for one that is not. */
  readonly questionId?: string | undefined;
  /** Is it taught under the message that handed it over? */
  readonly from?: typeof HANDOVER | undefined;
}

/** Opens the form in which a moderator says which paragraph answers a question; tells others why not. */
export async function openTeachForm(
  interaction: FormOpener,
  { question, articleId, questionId, from }: Teachable,
  { library }: Services,
): Promise<void> {
  const { refusal } = permissionOf(interaction, 'Manage Messages');
  if (refusal) return respond(interaction, refusal, 'private');
  const text = cutEnd(readQuestion(question), MAX_QUESTION_LENGTH);
  if (text === '') return respond(interaction, NO_QUESTION, 'private');
  const entries = paragraphChoices(library.engine, text, articleId);
  if (entries.length === 0) return respond(interaction, NO_ARTICLE, 'private');
  await openForm(interaction, {
    id: formatCustomId('teach', ...(questionId === undefined ? [] : [questionId, ...(from ? [from] : [])])),
    title: 'Teach the answer',
    fields: [
      {
        kind: 'text',
        id: QUESTION,
        label: 'Question, as members may ask it',
        value: text,
        maxLength: MAX_QUESTION_LENGTH,
        isRequired: true,
      },
      {
        kind: 'choice',
        id: PARAGRAPH,
        label: 'What answers it',
        placeholder: 'The paragraph, or that the article does not say',
        entries,
      },
    ],
  });
}

/** The same for a question that is noted. */
export async function openTeachFormFor(
  interaction: FormOpener,
  questionId: string,
  services: Services,
  from?: Teachable['from'],
): Promise<void> {
  const { guildId, refusal } = permissionOf(interaction, 'Manage Messages');
  if (refusal) return respond(interaction, refusal, 'private');
  if (!isQuestionId(questionId)) return respond(interaction, OLD_BUTTON, 'private');
  const asked = await services.store.digests.find(guildId, questionId);
  if (!asked) return respond(interaction, NOT_KEPT, 'private');
  const { text: question, articleId } = asked;
  const teachable = { question, articleId: articleId ?? undefined, questionId, from };
  await openTeachForm(interaction, teachable, services);
}

/** A question chosen in a menu, to teach the answer of. */
export const pickQuestion: ComponentHandler = async (interaction, _args, services) => {
  const [questionId = ''] = interaction.isStringSelectMenu() ? interaction.values : [];
  await openTeachFormFor(interaction, questionId, services);
};

/** The form, filled in. */
export const takeLesson: ModalHandler = async (interaction, [questionId = '', from], services) => {
  const { library, store } = services;
  const { guildId, refusal } = permissionOf(interaction, 'Manage Messages');
  if (refusal) return respond(interaction, refusal, 'private');
  const { engine } = library;
  const question = readQuestion(interaction.fields.getTextInputValue(QUESTION));
  if (question === '') return respond(interaction, NO_QUESTION, 'private');
  const [value = ''] = interaction.fields.getStringSelectValues(PARAGRAPH);
  const choice = readParagraphChoice(engine.articles, value);
  if (!choice) return respond(interaction, CHANGED, 'private');
  const outcome = await store.lessons.teach({
    guildId,
    articleId: choice.article.id,
    articleVersion: choice.article.version,
    question,
    paragraph: choice.paragraph?.number ?? null,
    sentence: null,
    teacherId: interaction.user.id,
  });
  if (outcome.kind === 'full') return respond(interaction, FULL, 'private');
  const lessons = lessonsInForce(store.lessons.of(guildId), engine.articles);
  const answer = engine.ask(question, { articleId: choice.article.id, lessons });
  await respond(interaction, renderTaught({ question, choice, answer, ...outcome }), 'private');
  if (isQuestionId(questionId)) await settleTaught(interaction, questionId, { answer, from }, services);
};

/** Who handed the question over hears what it was taught. */
async function settleTaught(
  interaction: ModalSubmitInteraction,
  questionId: string,
  { answer, from }: { answer: Outcome; from: string | undefined },
  { store, log }: Services,
): Promise<void> {
  const handover = await store.handovers.settle(interaction.guildId ?? '', questionId, 'taught');
  if (!handover) return;
  const passage = answer.kind === 'answered' ? answer.answer : null;
  const told = renderTaughtAnswer(handover.question, passage);
  await tellAsker(interaction.client, handover, told, { log, now: Date.now() });
  if (from !== HANDOVER || !interaction.message) return;
  const settled = renderSettled(interaction.message.content, 'Taught', interaction.user.id);
  await interaction.message.edit(toPayload(settled));
}

/** *Undo*, under what was just taught. */
export const undoLesson: ComponentHandler = async (interaction, [lessonId = ''], { store }) => {
  const { guildId, refusal } = permissionOf(interaction, 'Manage Messages');
  if (refusal) return respond(interaction, refusal, 'private');
  const wasThere = await store.lessons.remove(guildId, lessonId);
  await replace(
    interaction,
    plainReply(wasThere ? 'Undone: I have forgotten that again.' : 'That was removed before.'),
  );
};
