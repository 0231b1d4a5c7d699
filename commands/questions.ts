import { SlashCommandBuilder } from 'discord.js';
import { articleOption, completeArticle } from '../src/bot/article-option.js';
import type { ComponentHandler, SlashCommand } from '../src/bot/command.js';
import { composeDigest, digestSource } from '../src/bot/compose-digest.js';
import { digestFiles } from '../src/bot/digest-files.js';
import { readDigestView } from '../src/bot/digest-view.js';
import { findArticle } from '../src/bot/find-article.js';
import { moderatorsOnly } from '../src/bot/moderators-only.js';
import { OLD_BUTTON } from '../src/bot/old-button.js';
import { permissionOf } from '../src/bot/permission-of.js';
import { renderOutcome } from '../src/bot/render-outcome.js';
import { plainReply } from '../src/bot/reply.js';
import { defer, deferReplacing, finish, respond } from '../src/bot/respond.js';
import { PERIODS, type PeriodName } from '../src/summary/period.js';

/** Rows that are exported, newest first: some megabytes. */
const MAX_EXPORTED = 50_000;

const isPeriod = (name: string | null): name is PeriodName => name !== null && Object.hasOwn(PERIODS, name);

const showView: ComponentHandler = async (interaction, args, services) => {
  const { guildId, refusal } = permissionOf(interaction, 'Manage Messages');
  if (refusal) return respond(interaction, refusal, 'private');
  const state = readDigestView(args);
  if (!state) return respond(interaction, OLD_BUTTON, 'private');
  await deferReplacing(interaction);
  await finish(interaction, await composeDigest(state, guildId, services));
};

/** `/questions`: what members asked, for moderators. */
export default {
  kind: 'slash',
  data: moderatorsOnly(
    new SlashCommandBuilder()
      .setName('questions')
      .setDescription('What members asked, what was answered and what was not'),
    'Manage Messages',
  )
    .addStringOption((option) =>
      option
        .setName('period')
        .setDescription('How far back; the last 7 days unless you say')
        .addChoices(Object.entries(PERIODS).map(([value, { label }]) => ({ name: label, value }))),
    )
    .addStringOption(articleOption('Questions about this article only')),
  autocomplete: completeArticle,
  components: {
    digest: showView,
    'digest-page': showView,
    /** Under a digest that was posted by itself: opens it for the moderator alone, where they can page. */
    async 'digest-open'(interaction, args, services) {
      const { guildId, refusal } = permissionOf(interaction, 'Manage Messages');
      if (refusal) return respond(interaction, refusal, 'private');
      const state = readDigestView(args);
      if (!state) return respond(interaction, OLD_BUTTON, 'private');
      await defer(interaction, 'private');
      await finish(interaction, await composeDigest(state, guildId, services));
    },
    async 'digest-export'(interaction, args, services) {
      const { guildId, refusal } = permissionOf(interaction, 'Manage Messages');
      if (refusal) return respond(interaction, refusal, 'private');
      const state = readDigestView(args);
      if (!state) return respond(interaction, OLD_BUTTON, 'private');
      await defer(interaction, 'private');
      const { period, articleId } = digestSource(state, guildId, services);
      const scope = { guildId, articleId, from: period.from, to: period.to };
      const questions = await services.store.digests.questions(scope, MAX_EXPORTED);
      const more = questions.length === MAX_EXPORTED ? `, the newest ${MAX_EXPORTED}` : '';
      await finish(
        interaction,
        questions.length === 0
          ? plainReply('There is nothing to export: nothing was asked.')
          : {
              text: `The questions of ${PERIODS[state.period].label}${more}. Who asked is not in it.`,
              buttons: [],
              files: digestFiles(questions),
            },
      );
    },
  },
  async execute(interaction, services) {
    const { guildId, refusal } = permissionOf(interaction, 'Manage Messages');
    if (refusal) return respond(interaction, refusal, 'private');
    const { engine } = services.library;
    const named = interaction.options.getString('article');
    const article = named === null ? null : findArticle(engine.articles, named);
    if (named !== null && !article) {
      const { reply } = renderOutcome({ kind: 'unknown-article', articleId: named }, engine);
      return respond(interaction, reply, 'private');
    }
    const chosen = interaction.options.getString('period');
    // A million questions take their time, and the chart some of it.
    await defer(interaction, 'private');
    await services.store.questions.flush();
    const state = {
      view: 'overview',
      page: 0,
      period: isPeriod(chosen) ? chosen : 'week',
      at: Date.now(),
      version: article?.version ?? '',
      timezone: 'UTC',
    } as const;
    await finish(interaction, await composeDigest(state, guildId, services));
  },
} satisfies SlashCommand;
