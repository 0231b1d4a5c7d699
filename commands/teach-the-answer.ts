import { ApplicationCommandType, ComponentType, ContextMenuCommandBuilder, type Message } from 'discord.js';
import type { MessageCommand } from '../src/bot/command.js';
import { parseCustomId } from '../src/bot/custom-id.js';
import { moderatorsOnly } from '../src/bot/moderators-only.js';
import { permissionOf } from '../src/bot/permission-of.js';
import { plainReply } from '../src/bot/reply.js';
import { respond } from '../src/bot/respond.js';
import { openTeachForm, openTeachFormFor } from '../src/bot/teach.js';
import { isQuestionId } from '../src/store/question-id.js';

const UNKNOWN = plainReply(
  'I cannot tell which question that answers. Use this on the question itself, or `/teach add`.',
);

/** The question that a message of the bot's answers: buttons carry its id. */
function questionIdOf(message: Message): string | undefined {
  return message.components
    .flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []))
    .flatMap((component) => (component.customId === null ? [] : parseCustomId(component.customId).args))
    .find(isQuestionId);
}

/** *Teach the answer*: of a member's question, or of the question that the bot replied to. */
export default {
  kind: 'message',
  data: moderatorsOnly(
    new ContextMenuCommandBuilder().setName('Teach the answer').setType(ApplicationCommandType.Message),
    'Manage Messages',
  ),
  async execute(interaction, services) {
    const { refusal } = permissionOf(interaction, 'Manage Messages');
    if (refusal) return respond(interaction, refusal, 'private');
    const { targetMessage } = interaction;
    if (targetMessage.author.id !== interaction.client.user.id) {
      return openTeachForm(interaction, { question: targetMessage.content }, services);
    }
    const questionId = questionIdOf(targetMessage);
    if (questionId === undefined) return respond(interaction, UNKNOWN, 'private');
    await openTeachFormFor(interaction, questionId, services);
  },
} satisfies MessageCommand;
