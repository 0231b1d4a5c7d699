import type { Article } from '../article/article.js';
import { renderDate } from './render-date.js';
import { renderExcerpt } from './render-excerpt.js';

/** Most room for each name. */
const NAME_LENGTH = 40;

/** Publisher, author and date on one line of Discord Markdown, at most 110 characters; empty if unknown. */
export function renderByline(article: Article): string {
  return [
    article.publisher && renderExcerpt(article.publisher, [], NAME_LENGTH),
    article.author && renderExcerpt(article.author, [], NAME_LENGTH),
    article.published && renderDate(article.published),
  ]
    .filter((part) => part)
    .join(', ');
}
