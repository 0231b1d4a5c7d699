import { ApplicationCommandType, ContextMenuCommandBuilder } from 'discord.js';
import type { MessageCommand } from '../src/bot/command.js';
import { findPassages } from '../src/bot/find-passages.js';
import { CONTEXTS, INTEGRATION_TYPES } from '../src/bot/install-everywhere.js';
import { readQuestion } from '../src/bot/read-question.js';
import { contextButtons, MAX_OTHERS } from '../src/bot/render-outcome.js';
import { renderPassages } from '../src/bot/render-passages.js';
import { plainReply } from '../src/bot/reply.js';
import { respond } from '../src/bot/respond.js';

const NO_TEXT = plainReply('That message has no text that I could look for.');

/** *Find in article*: the passages that bear on a message. */
export default {
  kind: 'message',
  data: new ContextMenuCommandBuilder()
    .setName('Find in article')
    .setType(ApplicationCommandType.Message)
    .setIntegrationTypes(INTEGRATION_TYPES)
    .setContexts(CONTEXTS),
  async execute(interaction, { library }) {
    const text = readQuestion(interaction.targetMessage.content);
    if (text === '') return respond(interaction, NO_TEXT, 'private');
    const passages = await findPassages(library, text, MAX_OTHERS);
    const [best] = passages;
    if (!best) {
      const where = library.engine.articles.length > 1 ? 'the articles' : 'the article';
      return respond(interaction, plainReply(`Nothing in ${where} bears on that message.`), 'private');
    }
    const heading =
      passages.length > 1 ? 'These passages bear on that message.' : 'This bears on that message.';
    const reply = { text: renderPassages(heading, passages), buttons: contextButtons(best) };
    return respond(interaction, reply, 'private');
  },
} satisfies MessageCommand;
