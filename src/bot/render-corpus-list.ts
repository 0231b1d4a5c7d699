import type { Article } from '../article/article.js';
import type { ArticleLimits } from '../store/article-limits.js';
import type { GuildSettings } from '../store/guild-settings.js';
import type { KeptArticle } from '../store/kept-article.js';
import { formatCustomId } from './custom-id.js';
import { renderExcerpt } from './render-excerpt.js';
import { renderPager } from './render-pager.js';
import type { Reply } from './reply.js';

/** Articles on one page: the longest entry fits a message this many times. */
const PAGE_SIZE = 8;
const TITLE_LENGTH = 90;
/** Channels with a default of their own that are named. */
const SHOWN_CHANNELS = 5;

interface Corpus {
  /** All that can be asked in the server. */
  readonly articles: readonly Article[];
  /** The server's own. */
  readonly kept: readonly KeptArticle[];
  readonly limits: ArticleLimits;
  readonly settings: GuildSettings;
}

/**
 * A page of what can be asked in a server: its own articles, newest first, then the operator's.
 * @param page from 0; what is out of range shows the nearest page
 */
export function renderCorpusList({ articles, kept, limits, settings }: Corpus, page: number): Reply {
  const own = kept.toSorted((a, b) => b.addedAt - a.addedAt);
  const isOwn = new Set(own.map(({ id }) => id));
  const shared = articles.filter(({ id }) => !isOwn.has(id));
  const entries = [
    ...own.map(
      ({ title, bytes, addedAt }) =>
        `**${excerpt(title)}**\n-# ${sizeOf(bytes)}, added <t:${Math.floor(addedAt / 1_000)}:R>`,
    ),
    ...shared.map(({ title }) => `**${excerpt(title)}**\n-# shared by whoever runs me`),
  ];
  const pages = Math.max(1, Math.ceil(entries.length / PAGE_SIZE));
  const shown = Math.max(0, Math.min(pages - 1, page));
  const bytes = own.reduce((sum, one) => sum + one.bytes, 0);
  const text = [
    own.length === 0
      ? 'This server has no articles of its own. `/corpus add` brings one: a file, a link, or a text to paste.'
      : `This server has ${own.length} of at most ${limits.articles} articles of its own, ${sizeOf(bytes)} of ${sizeOf(limits.bytes)}.`,
    ...entries.slice(shown * PAGE_SIZE, (shown + 1) * PAGE_SIZE),
    ...renderDefaults(articles, settings),
    ...(pages > 1 ? [`-# Page ${shown + 1} of ${pages}`] : []),
  ].join('\n');
  return { text, buttons: renderPager(shown, pages, (to) => formatCustomId('corpus-list', String(to))) };
}

/** What is asked where nobody names an article, in lines; one for the server, one for each channel of its own. */
export function renderDefaults(
  articles: readonly Article[],
  { defaultArticleId, channelArticleIds }: GuildSettings,
): string[] {
  const nameOf = (id: string | null) => {
    const article = articles.find((one) => one.id === id);
    return article ? `“${excerpt(article.title)}”` : 'all of them';
  };
  const isThere = (id: string | null) => articles.some((one) => one.id === id);
  const channels = Object.entries(channelArticleIds);
  const more = channels.length - SHOWN_CHANNELS;
  return [
    `-# Where nobody names an article, ${nameOf(defaultArticleId)} ${isThere(defaultArticleId) ? 'is' : 'are'} asked.`,
    ...channels.slice(0, SHOWN_CHANNELS).map(([channel, id]) => `-# In <#${channel}>: ${nameOf(id)}.`),
    ...(more > 0 ? [`-# … and ${more} more channels with a default of their own.`] : []),
  ];
}

function excerpt(title: string): string {
  return renderExcerpt(title, [], TITLE_LENGTH);
}

/** Bytes in kB or MB. */
function sizeOf(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.ceil(bytes / 1_000)} kB`
    : `${Number((bytes / 1_000_000).toFixed(1))} MB`;
}
