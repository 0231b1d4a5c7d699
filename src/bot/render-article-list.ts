import type { Article } from '../article/article.js';
import { formatCustomId } from './custom-id.js';
import { renderByline } from './render-byline.js';
import { renderExcerpt } from './render-excerpt.js';
import { renderPager } from './render-pager.js';
import { plainReply, type Reply } from './reply.js';

/** Articles on one page: the longest entry fits a message this many times. */
const PAGE_SIZE = 8;

/** Most room for a title. */
const TITLE_LENGTH = 90;

function renderEntry(article: Article): string {
  const count = article.paragraphs.length === 1 ? '1 paragraph' : `${article.paragraphs.length} paragraphs`;
  const facts = [renderByline(article), count].filter((part) => part).join(', ');
  return `**${renderExcerpt(article.title, [], TITLE_LENGTH)}**\n-# ${facts}`;
}

/**
 * A page of the list of articles, with buttons to the pages beside it.
 * @param page from 0; what is out of range shows the nearest page.
 */
export function renderArticleList(articles: readonly Article[], page: number): Reply {
  if (articles.length === 0) return plainReply('I have no articles yet.');
  const pages = Math.ceil(articles.length / PAGE_SIZE);
  const shown = Math.max(0, Math.min(pages - 1, page));
  const entries = articles.slice(shown * PAGE_SIZE, (shown + 1) * PAGE_SIZE).map(renderEntry);
  const text = [
    articles.length === 1 ? 'I know one article:' : `I know ${articles.length} articles:`,
    ...entries,
    pages > 1
      ? `-# Page ${shown + 1} of ${pages}. Read one with \`/article\` and its title.`
      : '-# Read one with `/article` and its title.',
  ].join('\n');
  return { text, buttons: renderPager(shown, pages, (to) => formatCustomId('list', String(to))) };
}
