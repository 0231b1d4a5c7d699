import type { ChatInputCommandInteraction } from 'discord.js';
import type { Article } from '../article/article.js';
import type { ComponentHandler } from './command.js';
import { OLD_BUTTON } from './old-button.js';
import { permissionOf } from './permission-of.js';
import { renderDefaults } from './render-corpus-list.js';
import { plainReply } from './reply.js';
import { replace, respond } from './respond.js';
import type { Services } from './services.js';

/** Channels of one server that may have a default of their own: as many as a server may have channels. */
const MAX_CHANNELS = 500;

const TOO_MANY = plainReply(
  `${MAX_CHANNELS} channels have a default of their own, and that is the most. Take one back first.`,
);

/** What is to be asked where nobody names an article. */
export interface DefaultChange {
  readonly guildId: string;
  /** null: in the whole server. */
  readonly channelId: string | null;
  /** undefined: for the server all of them; a channel goes by the server's again. */
  readonly wanted: Article | 'all' | undefined;
}

/** Sets what is asked where nobody names an article, and shows what holds then. */
export async function changeDefault(
  interaction: ChatInputCommandInteraction,
  change: DefaultChange,
  services: Services,
): Promise<void> {
  const isSet = await setDefault(change, interaction.user.id, services);
  await respond(interaction, isSet ? renderSet(change.guildId, services) : TOO_MANY, 'private');
}

/** *Make it the default*, under an article that was just kept. */
export const makeDefault: ComponentHandler = async (interaction, [id = ''], services) => {
  const { guildId, refusal } = permissionOf(interaction, 'Manage Server');
  if (refusal) return respond(interaction, refusal, 'private');
  const wanted = services.library.engine.articles.find((article) => article.id === id);
  if (!wanted) return respond(interaction, OLD_BUTTON, 'private');
  await setDefault({ guildId, channelId: null, wanted }, interaction.user.id, services);
  await replace(interaction, renderSet(guildId, services));
};

function renderSet(guildId: string, { library, store }: Services) {
  const lines = renderDefaults(library.engine.articles, store.settings.of(guildId));
  return plainReply(lines.map((line) => line.replace(/^-# /, '')).join('\n'));
}

async function setDefault(
  { guildId, channelId, wanted }: DefaultChange,
  memberId: string,
  { store }: Services,
): Promise<boolean> {
  const id = wanted === undefined || wanted === 'all' ? null : wanted.id;
  if (channelId === null) {
    await store.settings.change(guildId, { defaultArticleId: id });
  } else {
    const { [channelId]: _, ...others } = store.settings.of(guildId).channelArticleIds;
    if (Object.keys(others).length >= MAX_CHANNELS) return false;
    const channelArticleIds = wanted === undefined ? others : { ...others, [channelId]: id };
    await store.settings.change(guildId, { channelArticleIds });
  }
  const title = wanted === undefined || wanted === 'all' ? 'All articles' : wanted.title;
  await store.articles.noteDefault(guildId, { id: id ?? '', title }, memberId);
  return true;
}
