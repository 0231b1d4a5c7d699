/** Where a text may be cut when it has to be; the cut comes behind the match. */
export const FULL_STOP = /(?:(?<=\p{Ll}{2})[.!?]["”’)]*\s(?=\p{Lu})|[。！？])/gu;
export const SEMICOLON = /(?:[;:]["”’)]*\s|[；：])/gu;
export const COMMA = /(?:,["”’)]*\s|[–—]\s|[，、])/gu;
const SPACE = /\s/gu;

/**
 * Cuts a text longer than `limit` (UTF-16 units, at least 2) into pieces no longer than it, each as late
 * as possible at the first of the boundaries that is there, else at white space, else anywhere but inside
 * a surrogate pair. A boundary that leaves less than a third of the limit is not taken. Returns the
 * offsets of the cuts.
 */
export function cutsOf(text: string, limit: number, boundaries: readonly RegExp[]): number[] {
  const cuts: number[] = [];
  let start = 0;
  while (text.length - start > limit) {
    start += cutOf(text.slice(start, start + limit + 1), limit, [...boundaries, SPACE]);
    cuts.push(start);
  }
  return cuts;
}

function cutOf(window: string, limit: number, boundaries: readonly RegExp[]): number {
  for (const boundary of boundaries) {
    const ends = [...window.matchAll(boundary)].map((match) => match.index + match[0].length);
    const last = ends.findLast((end) => end <= limit);
    if (last !== undefined && last > limit / 3) return last;
  }
  return /[\uD800-\uDBFF]/.test(window.charAt(limit - 1)) ? limit - 1 : limit;
}
