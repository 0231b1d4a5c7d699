import { SlashCommandBuilder } from 'discord.js';
import { articleOption, completeArticle } from '../src/bot/article-option.js';
import type { SlashCommand } from '../src/bot/command.js';
import { defaultArticleOf } from '../src/bot/default-article.js';
import { findArticle } from '../src/bot/find-article.js';
import { CONTEXTS, INTEGRATION_TYPES } from '../src/bot/install-everywhere.js';
import { placeOf } from '../src/bot/place-of.js';
import { renderArticleList } from '../src/bot/render-article-list.js';
import { renderBrief } from '../src/bot/render-brief.js';
import { renderOutcome } from '../src/bot/render-outcome.js';
import { respond } from '../src/bot/respond.js';
import { BRIEF_LENGTHS, type BriefLength, brief } from '../src/summary/brief.js';

const isLength = (name: string | null): name is BriefLength =>
  name !== null && Object.hasOwn(BRIEF_LENGTHS, name);

/** `/summary`: the sentences that carry an article. */
export default {
  kind: 'slash',
  data: new SlashCommandBuilder()
    .setName('summary')
    .setDescription('An article in brief: the sentences that carry it')
    .setIntegrationTypes(INTEGRATION_TYPES)
    .setContexts(CONTEXTS)
    .addStringOption(articleOption('The article; not needed where one is the default'))
    .addStringOption((option) =>
      option
        .setName('length')
        .setDescription('How many sentences; by the article’s length unless you say')
        .addChoices(
          Object.entries(BRIEF_LENGTHS).map(([name, count]) => ({
            name: `${name} (${count} sentences)`,
            value: name,
          })),
        ),
    ),
  autocomplete: completeArticle,
  async execute(interaction, { library: { engine }, store }) {
    const named = interaction.options.getString('article');
    const length = interaction.options.getString('length');
    const [only, ...more] = engine.articles;
    const article =
      named !== null
        ? findArticle(engine.articles, named)
        : more.length === 0
          ? only
          : defaultArticleOf(store.settings.of(interaction.guildId), engine.articles, placeOf(interaction));
    if (article) {
      const sentences = brief(article, isLength(length) ? length : undefined);
      return respond(interaction, renderBrief(article, sentences), 'shared');
    }
    if (named === null) return respond(interaction, renderArticleList(engine.articles, 0), 'private');
    const { reply } = renderOutcome({ kind: 'unknown-article', articleId: named }, engine);
    return respond(interaction, reply, 'private');
  },
} satisfies SlashCommand;
