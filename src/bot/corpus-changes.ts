import type { KeptArticle } from '../store/kept-article.js';
import type { ComponentHandler } from './command.js';
import { formatCustomId } from './custom-id.js';
import { permissionOf } from './permission-of.js';
import { renderExcerpt } from './render-excerpt.js';
import { plainReply, type Reply } from './reply.js';
import { replace, respond } from './respond.js';

const TITLE_LENGTH = 200;

const GONE = plainReply('That article is gone already. `/corpus list` shows what is there.');
const LEFT = plainReply('Nothing is removed.');
const TOO_LATE = plainReply(
  'It is too late to undo that: ten minutes are over, or there is an article of the same name again.',
);

/** Asks whether an article is to be removed. */
export function renderRemoval({ id, title }: KeptArticle, lessons: number): Reply {
  const taught =
    lessons === 0
      ? ''
      : ` What was taught about it (${lessons}) is not in force then, and is when it comes back.`;
  return {
    text: `Remove **${renderExcerpt(title, [], TITLE_LENGTH)}**? Members can no longer ask about it.${taught}`,
    buttons: [
      { label: 'Remove', id: formatCustomId('corpus-remove', id), isFinal: true },
      { label: 'Leave it', id: formatCustomId('corpus-leave') },
    ],
  };
}

/** *Remove*, under what is known of an article. */
export const askRemoval: ComponentHandler = async (interaction, [id = ''], { store }) => {
  const { guildId, refusal } = permissionOf(interaction, 'Manage Server');
  if (refusal) return respond(interaction, refusal, 'private');
  const article = store.articles.of(guildId).find((one) => one.id === id);
  const lessons = store.lessons.of(guildId).filter(({ articleId }) => articleId === id);
  await replace(interaction, article ? renderRemoval(article, lessons.length) : GONE);
};

/** *Remove*, confirmed. */
export const removeArticle: ComponentHandler = async (interaction, [id = ''], { store }) => {
  const { guildId, refusal } = permissionOf(interaction, 'Manage Server');
  if (refusal) return respond(interaction, refusal, 'private');
  const article = store.articles.of(guildId).find((one) => one.id === id);
  const isRemoved = await store.articles.remove(guildId, id, interaction.user.id);
  if (!isRemoved) return replace(interaction, GONE);
  await replace(interaction, {
    text: `Removed: **${renderExcerpt(article?.title ?? id, [], TITLE_LENGTH)}**. For ten minutes you can undo that.`,
    buttons: [{ label: 'Undo', id: formatCustomId('corpus-restore', id) }],
  });
};

/** *Undo*, under a removal. */
export const restoreArticle: ComponentHandler = async (interaction, [id = ''], { store }) => {
  const { guildId, refusal } = permissionOf(interaction, 'Manage Server');
  if (refusal) return respond(interaction, refusal, 'private');
  if (!(await store.articles.restore(guildId, id, interaction.user.id)))
    return replace(interaction, TOO_LATE);
  const article = store.articles.of(guildId).find((one) => one.id === id);
  const title = renderExcerpt(article?.title ?? id, [], TITLE_LENGTH);
  await replace(interaction, plainReply(`Undone: **${title}** is back, as it was.`));
};

/** *Leave it*. */
export const leaveArticle: ComponentHandler = async (interaction) => replace(interaction, LEFT);
