import { SlashCommandBuilder } from 'discord.js';
import { articleOption, completeArticle } from '../src/bot/article-option.js';
import type { SlashCommand } from '../src/bot/command.js';
import { findArticle } from '../src/bot/find-article.js';
import { CONTEXTS, INTEGRATION_TYPES } from '../src/bot/install-everywhere.js';
import { CHANGED } from '../src/bot/passage-buttons.js';
import { findVersion } from '../src/bot/passage-reference.js';
import { readPage } from '../src/bot/read-page.js';
import { renderArticle } from '../src/bot/render-article.js';
import { renderArticleList } from '../src/bot/render-article-list.js';
import { renderOutcome } from '../src/bot/render-outcome.js';
import { replace, respond } from '../src/bot/respond.js';

/** `/article`: the list of articles, or one of them with its paragraphs numbered. */
export default {
  kind: 'slash',
  data: new SlashCommandBuilder()
    .setName('article')
    .setDescription('List the articles, or read one with its paragraphs numbered')
    .setIntegrationTypes(INTEGRATION_TYPES)
    .setContexts(CONTEXTS)
    .addStringOption(articleOption('The article to read')),
  autocomplete: completeArticle,
  components: {
    async list(interaction, [page], services) {
      await replace(interaction, renderArticleList(services.library.engine.articles, readPage(page)));
    },
    async page(interaction, [version = '', page], services) {
      const article = findVersion(services.library.engine.articles, version);
      if (article) await replace(interaction, renderArticle(article, readPage(page)));
      else await respond(interaction, CHANGED, 'private');
    },
  },
  async execute(interaction, { library: { engine } }) {
    const named = interaction.options.getString('article');
    if (named === null) return respond(interaction, renderArticleList(engine.articles, 0), 'private');
    const article = findArticle(engine.articles, named);
    if (article) return respond(interaction, renderArticle(article, 0), 'private');
    const { reply } = renderOutcome({ kind: 'unknown-article', articleId: named }, engine);
    return respond(interaction, reply, 'private');
  },
} satisfies SlashCommand;
