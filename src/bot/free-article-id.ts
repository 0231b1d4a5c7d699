import { MAX_ID_LENGTH } from '../article/limits.js';

/** Room for what tells ids apart: `-500`. */
const MAX_STEM_LENGTH = MAX_ID_LENGTH - 6;

/**
 * An id for a new article: its title in small letters with hyphens, and a number behind it where that is taken.
 * @param taken ids that are in use
 */
export function freeArticleId(title: string, taken: ReadonlySet<string>): string {
  const stem = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, MAX_STEM_LENGTH)
    .replace(/^-+|-+$/g, '');
  const wanted = stem.replace(/[\uD800-\uDFFF]/gu, '') || 'article';
  for (let number = 1; ; number++) {
    const id = number === 1 ? wanted : `${wanted}-${number}`;
    if (!taken.has(id)) return id;
  }
}
