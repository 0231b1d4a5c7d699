/** A cluster longer than this (a letter under hundreds of accents) counts as its code points. */
export const LONGEST_GRAPHEME = 32;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The characters of a text as a reader sees them. */
export function splitGraphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment).flatMap((segment) =>
    segment.length > LONGEST_GRAPHEME ? [...segment] : [segment],
  );
}

/** Moves an offset out of the middle of a character, to the given side of it. */
export function snapToGrapheme(text: string, offset: number, side: 'start' | 'end'): number {
  if (offset <= 0) return 0;
  if (offset >= text.length) return text.length;
  const cluster = segmenter.segment(text).containing(offset);
  if (!cluster || cluster.index === offset) return offset;
  if (cluster.segment.length > LONGEST_GRAPHEME) {
    const splitsPair = /[\uD800-\uDBFF][\uDC00-\uDFFF]/.test(text.slice(offset - 1, offset + 1));
    if (!splitsPair) return offset;
    return side === 'start' ? offset - 1 : offset + 1;
  }
  return side === 'start' ? cluster.index : cluster.index + cluster.segment.length;
}
