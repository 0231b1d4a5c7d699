import type { ModalSubmitInteraction } from 'discord.js';
import type { Article } from '../article/article.js';
import { MAX_NAME_LENGTH, MAX_TITLE_LENGTH, MAX_URL_LENGTH } from '../article/limits.js';
import { METADATA_FIELDS } from '../article/metadata-fields.js';
import { writeArticle } from '../article/write-article.js';
import { readArticles } from '../library/read-articles.js';
import type { ArticleLimits } from '../store/article-limits.js';
import type { Draft } from '../store/articles.js';
import { isQuestionId } from '../store/question-id.js';
import type { ComponentHandler, ModalHandler } from './command.js';
import { formatCustomId } from './custom-id.js';
import { freeArticleId } from './free-article-id.js';
import { permissionOf } from './permission-of.js';
import { previewDraft } from './preview-draft.js';
import { renderExcerpt } from './render-excerpt.js';
import { plainReply, type Reply } from './reply.js';
import { deferReplacing, finish, openForm, replace, respond } from './respond.js';
import type { Services } from './services.js';

const GONE = plainReply('That draft is gone: drafts wait for an hour. Add the article again.');
const CANCELLED = plainReply('Cancelled: nothing is kept of it.');

/** Most of a title or a file's name that is repeated in a sentence of the bot's own. */
const TITLE_LENGTH = 200;

/** What a moderator can mend of a draft: the field's label, and the most it may hold. */
const DETAILS = {
  title: { label: 'Title', maxLength: MAX_TITLE_LENGTH },
  author: { label: 'Author', maxLength: MAX_NAME_LENGTH },
  publisher: { label: 'Publisher', maxLength: MAX_NAME_LENGTH },
  published: { label: 'Published', maxLength: 10, placeholder: 'Such as 2025-07-29, or 2025-07, or 2025' },
  url: { label: 'Link', maxLength: MAX_URL_LENGTH, placeholder: 'Where the article can be read' },
} as const;
type Detail = keyof typeof DETAILS;

/** *Keep*: from now on members can ask the article. */
export const keepDraft: ComponentHandler = async (interaction, [draftId = ''], services) => {
  const { guildId, refusal } = permissionOf(interaction, 'Manage Server');
  if (refusal) return respond(interaction, refusal, 'private');
  await deferReplacing(interaction);
  const found = await findDraft(guildId, draftId, services);
  if (!found) return finish(interaction, GONE);
  const { draft, article } = found;
  const { store, library, libraries } = services;
  const shared = library.engine.articles.map(({ id }) => id);
  const chooseId = (own: ReadonlySet<string>) => freeArticleId(article.title, new Set([...shared, ...own]));
  const outcome = await store.articles.keep(
    guildId,
    {
      id: draft.replaces ?? chooseId,
      version: article.version,
      title: article.title,
      source: draft.source,
    },
    interaction.user.id,
  );
  if (outcome.kind === 'full') {
    const preview = previewDraft(draft, article, [], guildId, services);
    const text = renderFull(outcome.limit, store.articles.limits);
    return finish(interaction, { ...preview, text: `${text}\n\n-# The draft waits for an hour.` });
  }
  await store.articles.dropDraft(guildId, draftId);
  // Who has read that it is kept asks at once.
  const { engine } = await libraries.of(guildId);
  await finish(interaction, renderKept(outcome.id, article, engine.articles.length));
};

/** *Edit details*: a form with what was understood. */
export const editDraft: ComponentHandler = async (interaction, [draftId = ''], services) => {
  const { guildId, refusal } = permissionOf(interaction, 'Manage Server');
  if (refusal) return respond(interaction, refusal, 'private');
  const found = await findDraft(guildId, draftId, services);
  if (!found) return replace(interaction, GONE);
  await openForm(interaction, {
    id: formatCustomId('draft-details', draftId),
    title: 'Edit details',
    fields: entriesOf(DETAILS).map(([id, field]) => ({
      kind: 'text',
      id,
      value: found.article[id] ?? '',
      isRequired: id === 'title',
      isShort: true,
      ...field,
    })),
  });
};

/** The details, as the moderator has put them. */
export const takeDetails: ModalHandler = async (interaction, [draftId = ''], services) => {
  const { guildId, refusal } = permissionOf(interaction, 'Manage Server');
  if (refusal) return respond(interaction, refusal, 'private');
  const details: Record<Detail, string | null> = {
    title: null,
    author: null,
    publisher: null,
    published: null,
    url: null,
  };
  for (const [id, { label }] of entriesOf(DETAILS)) {
    const typed = interaction.fields.getTextInputValue(id).trim();
    if (typed === '' && id !== 'title') continue;
    const read = METADATA_FIELDS[id].safeParse(typed);
    if (!read.success || read.data === '') {
      const why = read.error?.issues[0]?.message ?? 'must not be empty';
      return respond(interaction, plainReply(`Nothing is changed: **${label}** ${why}.`), 'private');
    }
    details[id] = read.data;
  }
  const { title, ...others } = details;
  await changeDraft(interaction, draftId, guildId, services, { ...others, ...(title ? { title } : {}) });
};

/** The language, where another one was detected. */
export const chooseLanguage: ComponentHandler = async (interaction, [draftId = ''], services) => {
  const { guildId, refusal } = permissionOf(interaction, 'Manage Server');
  if (refusal) return respond(interaction, refusal, 'private');
  const [value] = interaction.isStringSelectMenu() ? interaction.values : [];
  const language = METADATA_FIELDS.language.safeParse(value);
  if (language.success)
    await changeDraft(interaction, draftId, guildId, services, { language: language.data });
};

/** *Cancel*. */
export const cancelDraft: ComponentHandler = async (interaction, [draftId = ''], services) => {
  const { guildId, refusal } = permissionOf(interaction, 'Manage Server');
  if (refusal) return respond(interaction, refusal, 'private');
  await services.store.articles.dropDraft(guildId, draftId);
  await replace(interaction, CANCELLED);
};

interface FoundDraft {
  readonly draft: Draft;
  readonly article: Article;
}

async function findDraft(
  guildId: string,
  draftId: string,
  { store }: Pick<Services, 'store'>,
): Promise<FoundDraft | null> {
  if (!isQuestionId(draftId)) return null;
  const draft = await store.articles.findDraft(guildId, draftId);
  const article = draft && (await readSource(draft.source));
  return draft && article ? { draft, article } : null;
}

async function readSource(source: string): Promise<Article | null> {
  const [read] = await readArticles([{ name: 'draft.md', bytes: new TextEncoder().encode(source) }]);
  return read?.article ?? null;
}

async function changeDraft(
  interaction: Parameters<ComponentHandler>[0] | ModalSubmitInteraction,
  draftId: string,
  guildId: string,
  services: Services,
  changes: Partial<Pick<Article, Detail | 'language'>>,
): Promise<void> {
  if (interaction.isModalSubmit() && !interaction.isFromMessage()) return;
  await deferReplacing(interaction);
  const found = await findDraft(guildId, draftId, services);
  const source = found && writeArticle({ ...found.article, ...changes }, found.article.paragraphs);
  // Another language has other sentences.
  const article = source && (await readSource(source));
  if (!article || !(await services.store.articles.changeDraft(guildId, draftId, source))) {
    return finish(interaction, GONE);
  }
  await finish(interaction, previewDraft(found.draft, article, [], guildId, services));
}

function renderKept(id: string, article: Article, articles: number): Reply {
  const title = renderExcerpt(article.title, [], TITLE_LENGTH);
  return {
    text: [
      `Kept: **${title}**. Ask about it now: \`/ask\`, or mention me with a question.`,
      ...(articles > 1
        ? [
            `-# Where nobody names an article, all ${articles} are asked; *Make it the default* has this one asked alone.`,
          ]
        : []),
    ].join('\n'),
    buttons: articles > 1 ? [{ label: 'Make it the default', id: formatCustomId('corpus-default', id) }] : [],
  };
}

function renderFull(limit: keyof ArticleLimits, { articles, bytes }: ArticleLimits): string {
  return limit === 'articles'
    ? `Not kept: this server has ${articles === 1 ? 'an article' : `${articles} articles`} of its own, and that is the most. \`/corpus remove\` makes room.`
    : `Not kept: with it this server’s articles would be larger than ${bytes / 1_000_000} MB, which is the most. \`/corpus remove\` makes room.`;
}

function entriesOf<K extends string, V>(record: Readonly<Record<K, V>>): [K, V][] {
  return Object.entries(record) as [K, V][];
}
