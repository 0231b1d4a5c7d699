import type { Client } from 'discord.js';
import type { Passage } from '../engine/outcome.js';
import { isQuestionId } from '../store/question-id.js';
import type { ComponentHandler, ModalHandler } from './command.js';
import { formatCustomId } from './custom-id.js';
import { lessonsInForce } from './lessons-in-force.js';
import { OLD_BUTTON } from './old-button.js';
import { permissionOf } from './permission-of.js';
import {
  MAX_ANSWER_LENGTH,
  renderDismissed,
  renderHandover,
  renderModeratorAnswer,
  renderSettled,
} from './render-handover.js';
import { plainReply, type Reply } from './reply.js';
import { toPayload } from './reply-payload.js';
import { defer, deferReplacing, finish, openForm, respond } from './respond.js';
import type { Services } from './services.js';
import { openTeachFormFor } from './teach.js';
import { tellAsker } from './tell-asker.js';

const NOT_YOURS = plainReply('Only who asked can hand the question over. Ask it yourself, and you can.');
const HANDED_OVER = plainReply(
  'The moderators have your question. You hear back from me privately: here, or by direct message.',
);
const BEFORE = plainReply('The moderators have had that question before: it is handed over once.');
const NO_MODERATORS = plainReply('The moderators of this server no longer take questions through me.');
const GONE = plainReply('I no longer have that question. Ask it once more, then press again.');
const UNREACHED = plainReply(
  'I could not get your question to the moderators: I may not write where they read. Ask them yourself, please; I have told whoever runs me.',
);
const SETTLED = plainReply('That question was settled before, or who asked has taken it back.');
const UNREACHABLE =
  'Noted, but I cannot reach who asked: they take no direct messages from me. What you wrote was';

/** The field of the form. */
const ANSWER = 'answer';

/** The passage nearest to a question that is not answered. */
function closestTo(
  question: string,
  { articleId }: { articleId: string | null },
  guildId: string,
  services: Services,
): Passage | null {
  const { engine } = services.library;
  const lessons = lessonsInForce(services.store.lessons.of(guildId), engine.articles);
  const outcome = engine.ask(question, { articleId: articleId ?? undefined, lessons });
  return outcome.kind === 'not-said' ? outcome.closest : outcome.kind === 'answered' ? outcome.answer : null;
}

/** Posts to the moderators' channel. @returns false when the bot may not write there, or it is gone */
async function post(
  client: Client<true>,
  channelId: string,
  reply: Reply,
  { log }: Services,
): Promise<boolean> {
  try {
    const channel = await client.channels.fetch(channelId);
    if (!channel?.isSendable()) return false;
    await channel.send(toPayload(reply));
    return true;
  } catch (error) {
    log.warn({ channel: channelId, cause: String(error) }, 'cannot write in the moderators’ channel');
    return false;
  }
}

/** *Ask a moderator*: hands the question over, once. */
export const handOver: ComponentHandler = async (interaction, [questionId = '', askerId = ''], services) => {
  const { store } = services;
  const { guildId } = interaction;
  if (guildId === null || !isQuestionId(questionId)) return respond(interaction, OLD_BUTTON, 'private');
  if (interaction.user.id !== askerId) return respond(interaction, NOT_YOURS, 'private');
  const { moderatorChannelId } = store.settings.of(guildId);
  if (moderatorChannelId === null) return respond(interaction, NO_MODERATORS, 'private');
  // Posting and writing may take longer than Discord waits.
  await defer(interaction, 'private');
  await store.questions.flush();
  const asked = await store.digests.find(guildId, questionId);
  if (!asked) return finish(interaction, GONE);
  const { articleId, channelId, text: question } = asked;
  const asker = { userId: askerId, token: interaction.token };
  const isFirst = await store.handovers.open({ questionId, guildId, channelId, articleId, question, asker });
  if (!isFirst) return finish(interaction, BEFORE);
  const reply = renderHandover(
    { questionId, question, channelId },
    closestTo(question, asked, guildId, services),
  );
  if (await post(interaction.client, moderatorChannelId, reply, services))
    return finish(interaction, HANDED_OVER);
  await store.handovers.withdraw(questionId);
  await finish(interaction, UNREACHED);
};

/** *Teach*, under a question that was handed over. */
export const teachHandover: ComponentHandler = async (interaction, [questionId = ''], services) => {
  await openTeachFormFor(interaction, questionId, services, 'handover');
};

/** *Answer*: a form for the moderator's own words. */
export const answerHandover: ComponentHandler = async (interaction, [questionId = ''], services) => {
  const { guildId, refusal } = permissionOf(interaction, 'Manage Messages');
  if (refusal) return respond(interaction, refusal, 'private');
  const handover = await services.store.handovers.find(guildId, questionId);
  if (handover?.state !== 'open') return respond(interaction, SETTLED, 'private');
  await openForm(interaction, {
    id: formatCustomId('handover-answer', questionId),
    title: 'Answer in your own words',
    fields: [
      {
        kind: 'text',
        id: ANSWER,
        label: 'Your answer',
        placeholder: 'Sent to who asked, privately, as a moderator’s words',
        maxLength: MAX_ANSWER_LENGTH,
        isRequired: true,
      },
    ],
  });
};

/** The moderator's words, brought to who asked. */
export const takeAnswer: ModalHandler = async (interaction, [questionId = ''], services) => {
  const { guildId, refusal } = permissionOf(interaction, 'Manage Messages');
  if (refusal) return respond(interaction, refusal, 'private');
  const words = interaction.fields.getTextInputValue(ANSWER).trim();
  if (words === '') return respond(interaction, plainReply('There is nothing in that answer.'), 'private');
  const handover = await services.store.handovers.settle(guildId, questionId, 'answered');
  if (!handover) return respond(interaction, SETTLED, 'private');
  const source = interaction.isFromMessage() ? interaction : null;
  await (source ? deferReplacing(source) : defer(interaction, 'private'));
  const reply = renderModeratorAnswer(handover.question, words);
  // Who asked comes first: what a moderator has read to be answered has been.
  const isTold = await tellAsker(interaction.client, handover, reply, clockOf(services));
  await finish(
    interaction,
    source ? renderSettled(source.message.content, 'Answered', interaction.user.id) : plainReply('Answered.'),
  );
  if (isTold) return;
  const text = `${UNREACHABLE}:\n${reply.text}`;
  await interaction.followUp({ ...toPayload(plainReply(text)), flags: ['Ephemeral', 'SuppressEmbeds'] });
};

/** *Dismiss*: who asked is told that there will be no answer. */
export const dismissHandover: ComponentHandler = async (interaction, [questionId = ''], services) => {
  const { guildId, refusal } = permissionOf(interaction, 'Manage Messages');
  if (refusal) return respond(interaction, refusal, 'private');
  const handover = await services.store.handovers.settle(guildId, questionId, 'dismissed');
  if (!handover) return respond(interaction, SETTLED, 'private');
  await deferReplacing(interaction);
  await tellAsker(interaction.client, handover, renderDismissed(handover.question), clockOf(services));
  await finish(interaction, renderSettled(interaction.message.content, 'Dismissed', interaction.user.id));
};

function clockOf({ log }: Services) {
  return { log, now: Date.now() };
}
