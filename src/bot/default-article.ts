import type { Article } from '../article/article.js';
import type { GuildSettings } from '../store/guild-settings.js';

/** Where something is asked. */
export interface AskedIn {
  readonly channelId: string | null;
  /** The channel of a thread. */
  readonly parentChannelId?: string | null | undefined;
}

/**
 * The article that is asked where none is named: the channel's or, of a thread, its parent's; else the server's.
 * @returns undefined for all of them; so too where the one that was set is no longer there
 */
export function defaultArticleOf(
  { defaultArticleId, channelArticleIds }: GuildSettings,
  articles: readonly Article[],
  { channelId, parentChannelId }: AskedIn,
): Article | undefined {
  const own = [channelId, parentChannelId]
    .map((id) => (id ? channelArticleIds[id] : undefined))
    .find((id) => id !== undefined);
  const wanted = own === undefined ? defaultArticleId : own;
  return wanted === null ? undefined : articles.find(({ id }) => id === wanted);
}
