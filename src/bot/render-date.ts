import { formatDate } from '../article/format-date.js';
import { renderExcerpt } from './render-excerpt.js';

/** An article's date in words, as Discord Markdown of at most 20 characters. */
export function renderDate(published: string): string {
  return renderExcerpt(formatDate(published), [], 20);
}
