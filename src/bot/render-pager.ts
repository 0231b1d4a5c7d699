import type { ReplyButton } from './reply.js';

/**
 * Buttons to the pages before and after; none when there is only one page.
 * @param page from 0
 * @param idOf writes the custom id that leads to a page
 */
export function renderPager(page: number, pages: number, idOf: (page: number) => string): ReplyButton[] {
  if (pages <= 1) return [];
  return [
    { label: '◀ Previous', id: idOf(page - 1), disabled: page === 0 },
    { label: 'Next ▶', id: idOf(page + 1), disabled: page === pages - 1 },
  ];
}
