import type { Article } from '../article/article.js';
import { renderDate } from './render-date.js';
import { renderExcerpt } from './render-excerpt.js';

/** Most room for each name. */
const NAME_LENGTH = 40;

/** Publisher, author and date on one line of Discord Markdown, at most 110 characters; empty if unknown. */
export function renderByline(article: Article): string {
  const { publisher, author, published } = article;
  // A publisher that is its own author stands once, as in a citation.
  const names = [...new Set([publisher ?? '', author ?? ''])].filter((name) => name !== '');
  const parts = names.map((name) => renderExcerpt(name, [], NAME_LENGTH));
  return [...parts, ...(published ? [renderDate(published)] : [])].join(', ');
}
