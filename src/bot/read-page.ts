/** The page in a button's id, from 0; the first for anything that is not a page. */
export function readPage(text = ''): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : 0;
}
