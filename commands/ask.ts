import { SlashCommandBuilder } from 'discord.js';
import { answerQuestion } from '../src/bot/answer-question.js';
import { articleOption, completeArticle } from '../src/bot/article-option.js';
import type { SlashCommand } from '../src/bot/command.js';
import { findArticle } from '../src/bot/find-article.js';
import { answerHandover, dismissHandover, handOver, takeAnswer, teachHandover } from '../src/bot/handover.js';
import { CONTEXTS, INTEGRATION_TYPES } from '../src/bot/install-everywhere.js';
import { showClosest, showContext, showOthers } from '../src/bot/passage-buttons.js';
import { placeOf } from '../src/bot/place-of.js';
import { respond } from '../src/bot/respond.js';
import { takeComment, voteHelpful, voteUnhelpful } from '../src/bot/vote-buttons.js';
import { MAX_QUESTION_LENGTH } from '../src/engine/limits.js';

/** `/ask`: a question, answered with a sentence of the article. */
export default {
  kind: 'slash',
  data: new SlashCommandBuilder()
    .setName('ask')
    .setDescription("Ask a question; the reply is the article's own sentence")
    .setIntegrationTypes(INTEGRATION_TYPES)
    .setContexts(CONTEXTS)
    .addStringOption((option) =>
      option
        .setName('question')
        .setDescription('In a sentence or two, for example: who wrote the article?')
        .setRequired(true)
        .setMaxLength(MAX_QUESTION_LENGTH),
    )
    .addStringOption(articleOption('Ask this article only'))
    .addBooleanOption((option) => option.setName('private').setDescription('Show the reply to me only')),
  components: {
    context: showContext,
    others: showOthers,
    closest: showClosest,
    helpful: voteHelpful,
    unhelpful: voteUnhelpful,
    'ask-moderator': handOver,
    'handover-teach': teachHandover,
    'handover-answer': answerHandover,
    'handover-dismiss': dismissHandover,
  },
  modals: { comment: takeComment, 'handover-answer': takeAnswer },
  autocomplete: completeArticle,
  deferral: (interaction) => (interaction.options.getBoolean('private') ? 'private' : 'shared'),
  async execute(interaction, services) {
    const question = interaction.options.getString('question', true);
    const named = interaction.options.getString('article');
    const isPrivate = interaction.options.getBoolean('private') ?? false;
    const { articles } = services.library.engine;
    const articleId = named === null ? undefined : (findArticle(articles, named)?.id ?? named);
    const { reply, onlyForAsker } = await answerQuestion(services, {
      question,
      articleId,
      source: 'slash',
      guildId: interaction.guildId,
      ...placeOf(interaction),
      askerId: interaction.user.id,
    });
    await respond(interaction, reply, isPrivate || onlyForAsker ? 'private' : 'shared');
  },
} satisfies SlashCommand;
