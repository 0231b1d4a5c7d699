import { MAX_ID_LENGTH } from '../article/limits.js';

const FALLBACK = 'article';
/** Longer names end with a whole word, where there is one. */
const LONG = new RegExp(
  `^(?=.{${MAX_ID_LENGTH + 1}})(.{1,${MAX_ID_LENGTH}}(?=[ -])|.{1,${MAX_ID_LENGTH}}).*$`,
  'u',
);

/** A title as the name of a file without its ending: `harbour-crane-falls`. */
export function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
}

/** A name that an article's file can have, as near to the given name or title as its rules allow. */
export function articleFileName(name: string, ending: 'md' | 'txt'): string {
  const last = name.split(/[\\/]/u).at(-1) ?? '';
  const id = last
    .replace(/\.[a-z\d]{1,8}$/iu, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N} ._,+()'’–-]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[^\p{L}\p{N}_]+/u, '')
    .replace(LONG, '$1')
    .replace(/[^\p{L}\p{M}\p{N}_)]+$/u, '');
  return `${id === '' ? FALLBACK : id}.${ending}`;
}
