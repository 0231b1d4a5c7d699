import { isQuestionId } from '../store/question-id.js';
import { MAX_COMMENT_LENGTH } from '../store/votes.js';
import type { ComponentHandler, ModalHandler } from './command.js';
import { formatCustomId } from './custom-id.js';
import { OLD_BUTTON } from './old-button.js';
import { plainReply, type ReplyButton } from './reply.js';
import { openForm, respond } from './respond.js';

const HELPED = plainReply('👍 Noted: it helped. Press 👎 if you change your mind.');
const DID_NOT_HELP = plainReply('👎 Noted, thank you. Press 👍 if you change your mind.');

/** The field of the form. */
const COMMENT = 'comment';

/** 👍 and 👎 for the answer to a question. */
export function voteButtons(questionId: string): ReplyButton[] {
  return [
    { label: '👍', id: formatCustomId('helpful', questionId) },
    { label: '👎', id: formatCustomId('unhelpful', questionId) },
  ];
}

/** 👍: kept before it is confirmed. */
export const voteHelpful: ComponentHandler = async (interaction, [questionId = ''], { store }) => {
  if (!isQuestionId(questionId)) return respond(interaction, OLD_BUTTON, 'private');
  await store.votes.cast({ questionId, voterId: interaction.user.id, helpful: true });
  await respond(interaction, HELPED, 'private');
};

/** 👎: kept before the form opens, so that it counts though the form be closed. */
export const voteUnhelpful: ComponentHandler = async (interaction, [questionId = ''], { store }) => {
  if (!isQuestionId(questionId)) return respond(interaction, OLD_BUTTON, 'private');
  await store.votes.cast({ questionId, voterId: interaction.user.id, helpful: false });
  await openForm(interaction, {
    id: formatCustomId('comment', questionId),
    title: 'It did not help: noted',
    fields: [
      {
        kind: 'text',
        id: COMMENT,
        label: 'What were you looking for?',
        placeholder: 'In a few words, if you like. The server’s moderators can read it.',
        maxLength: MAX_COMMENT_LENGTH,
        isRequired: false,
      },
    ],
  });
};

/** What was looked for. */
export const takeComment: ModalHandler = async (interaction, [questionId = ''], { store }) => {
  if (!isQuestionId(questionId)) return respond(interaction, OLD_BUTTON, 'private');
  const comment = interaction.fields.getTextInputValue(COMMENT).trim();
  if (comment !== '') await store.votes.comment(questionId, interaction.user.id, comment);
  await respond(interaction, DID_NOT_HELP, 'private');
};
