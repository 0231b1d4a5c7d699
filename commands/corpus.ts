import {
  ChannelType,
  type ChatInputCommandInteraction,
  type SlashCommandAttachmentOption,
  SlashCommandBuilder,
  type SlashCommandStringOption,
  type SlashCommandSubcommandBuilder,
} from 'discord.js';
import type { Article } from '../src/article/article.js';
import { MAX_URL_LENGTH } from '../src/article/limits.js';
import { articleOption } from '../src/bot/article-option.js';
import type { SlashCommand } from '../src/bot/command.js';
import {
  askRemoval,
  leaveArticle,
  removeArticle,
  renderRemoval,
  restoreArticle,
} from '../src/bot/corpus-changes.js';
import { changeDefault, makeDefault } from '../src/bot/corpus-default.js';
import { cancelDraft, chooseLanguage, editDraft, keepDraft, takeDetails } from '../src/bot/corpus-drafts.js';
import { findArticle } from '../src/bot/find-article.js';
import { type Arrival, importDraft, openPasteForm, takePasted } from '../src/bot/import-draft.js';
import { MAX_CHOICES } from '../src/bot/limits.js';
import { moderatorsOnly } from '../src/bot/moderators-only.js';
import { permissionOf } from '../src/bot/permission-of.js';
import { readPage } from '../src/bot/read-page.js';
import { renderCorpusList } from '../src/bot/render-corpus-list.js';
import { renderCorpusLog, SHOWN_CHANGES } from '../src/bot/render-corpus-log.js';
import { renderKeptArticle } from '../src/bot/render-kept-article.js';
import { renderOutcome } from '../src/bot/render-outcome.js';
import { plainReply } from '../src/bot/reply.js';
import { offer, replace, respond } from '../src/bot/respond.js';
import type { Services } from '../src/bot/services.js';
import { suggestArticles } from '../src/bot/suggest-articles.js';

/** Stands for all articles where one is chosen: no article's id. */
const ALL = '*';

const ONE_OF_BOTH = plainReply('Give me a file or a link, not both. With neither, you can paste a text.');
const NOT_OWN = plainReply(
  'That article is shared by whoever runs me, so it cannot be changed here. `/corpus add` brings one of this server’s own.',
);

const fileOption = (option: SlashCommandAttachmentOption) =>
  option.setName('file').setDescription('A .md, .txt, .html, .pdf or .docx file');
const linkOption = (option: SlashCommandStringOption) =>
  option.setName('link').setDescription('The address of a page or a file').setMaxLength(MAX_URL_LENGTH);

/** The article that an option names; undefined where it is left out. */
function namedArticle(interaction: ChatInputCommandInteraction, { library }: Services) {
  const name = interaction.options.getString('article');
  const article = name === null ? undefined : findArticle(library.engine.articles, name);
  return { name: name ?? '', article };
}

function unknown(name: string, { library }: Services) {
  return renderOutcome({ kind: 'unknown-article', articleId: name }, library.engine).reply;
}

/** Brings what the options give, or opens a form to paste a text into. */
async function bring(
  interaction: ChatInputCommandInteraction,
  guildId: string,
  replaces: string | null,
  services: Services,
): Promise<void> {
  const { importer } = services;
  const file = interaction.options.getAttachment('file');
  const link = interaction.options.getString('link')?.trim() ?? '';
  if (file && link !== '') return respond(interaction, ONE_OF_BOTH, 'private');
  if (!file && link === '') return openPasteForm(interaction, replaces);
  const arrival: Arrival = file
    ? {
        name: file.name,
        replaces,
        bring: (options) => importer.downloadAttachment(file, options),
      }
    : { name: link, replaces, bring: (options) => importer.download(link, options) };
  await importDraft(interaction, arrival, guildId, services);
}

function corpusOf(guildId: string, { library, store }: Services) {
  return {
    articles: library.engine.articles,
    kept: store.articles.of(guildId),
    limits: store.articles.limits,
    settings: store.settings.of(guildId),
  };
}

/** `/corpus`: a server's own articles. */
export default {
  kind: 'slash',
  data: moderatorsOnly(
    new SlashCommandBuilder().setName('corpus').setDescription('The articles that members can ask here'),
    'Manage Server',
  )
    .addSubcommand((command: SlashCommandSubcommandBuilder) =>
      command
        .setName('add')
        .setDescription('Add an article: a file, a link or, with neither, a text to paste')
        .addAttachmentOption(fileOption)
        .addStringOption(linkOption),
    )
    .addSubcommand((command) =>
      command.setName('list').setDescription('All articles that members can ask here, and who brought them'),
    )
    .addSubcommand((command) =>
      command
        .setName('show')
        .setDescription('What I know of an article')
        .addStringOption((option) => articleOption('The article')(option).setRequired(true)),
    )
    .addSubcommand((command) =>
      command
        .setName('replace')
        .setDescription('Put another version in an article’s place')
        .addStringOption((option) =>
          articleOption('The article whose place it takes')(option).setRequired(true),
        )
        .addAttachmentOption(fileOption)
        .addStringOption(linkOption),
    )
    .addSubcommand((command) =>
      command
        .setName('remove')
        .setDescription('Remove an article; for ten minutes it can be brought back')
        .addStringOption((option) => articleOption('The article')(option).setRequired(true)),
    )
    .addSubcommand((command) =>
      command
        .setName('default')
        .setDescription('The article that is asked where nobody names one')
        .addStringOption(articleOption('The article; left out, all of them again'))
        .addChannelOption((option) =>
          option
            .setName('channel')
            .setDescription('For this channel alone')
            .addChannelTypes(ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum),
        ),
    )
    .addSubcommand((command) =>
      command.setName('log').setDescription('Who changed the articles, what and when'),
    ),
  components: {
    'draft-keep': keepDraft,
    'draft-edit': editDraft,
    'draft-cancel': cancelDraft,
    'draft-language': chooseLanguage,
    'corpus-default': makeDefault,
    'corpus-ask-removal': askRemoval,
    'corpus-remove': removeArticle,
    'corpus-restore': restoreArticle,
    'corpus-leave': leaveArticle,
    async 'corpus-list'(interaction, [page], services) {
      const { guildId, refusal } = permissionOf(interaction, 'Manage Server');
      if (refusal) return respond(interaction, refusal, 'private');
      await replace(interaction, renderCorpusList(corpusOf(guildId, services), readPage(page)));
    },
  },
  modals: { 'corpus-paste': takePasted, 'draft-details': takeDetails },
  async autocomplete(interaction, services) {
    const typed = interaction.options.getFocused();
    const { articles } = services.library.engine;
    const command = interaction.options.getSubcommand();
    const own = new Set(services.store.articles.of(interaction.guildId).map(({ id }) => id));
    const isOwnOnly = command === 'replace' || command === 'remove';
    const offered = isOwnOnly ? articles.filter(({ id }) => own.has(id)) : articles;
    const choices = suggestArticles(offered, typed);
    const all = command === 'default' && typed.trim() === '' ? [{ name: 'All articles', value: ALL }] : [];
    await offer(interaction, [...all, ...choices].slice(0, MAX_CHOICES));
  },
  async execute(interaction, services) {
    const { guildId, refusal } = permissionOf(interaction, 'Manage Server');
    if (refusal) return respond(interaction, refusal, 'private');
    const { store } = services;
    const command = interaction.options.getSubcommand();
    if (command === 'add') return bring(interaction, guildId, null, services);
    if (command === 'list') {
      return respond(interaction, renderCorpusList(corpusOf(guildId, services), 0), 'private');
    }
    if (command === 'log') {
      const changes = await store.articles.log(guildId, SHOWN_CHANGES + 1);
      return respond(interaction, renderCorpusLog(changes), 'private');
    }
    const { name, article } = namedArticle(interaction, services);
    if (command === 'default') {
      const wanted = name === ALL ? 'all' : article;
      if (wanted === null) return respond(interaction, unknown(name, services), 'private');
      const channel = interaction.options.getChannel('channel');
      return changeDefault(interaction, { guildId, channelId: channel?.id ?? null, wanted }, services);
    }
    if (!article) return respond(interaction, unknown(name, services), 'private');
    const kept = store.articles.of(guildId).find(({ id }) => id === article.id);
    if (command === 'show') {
      return respond(interaction, renderKeptArticle(article, kept ?? null), 'private');
    }
    if (!kept) return respond(interaction, NOT_OWN, 'private');
    if (command === 'replace') return bring(interaction, guildId, kept.id, services);
    return respond(interaction, renderRemoval(kept, countLessons(guildId, article, services)), 'private');
  },
} satisfies SlashCommand;

function countLessons(guildId: string, { id }: Article, { store }: Services): number {
  return store.lessons.of(guildId).filter(({ articleId }) => articleId === id).length;
}
