const UNSPACED = new Set(['zh', 'ja', 'th']);

/**
 * Cuts text into words for libraries that leave languages without spaces to their caller.
 * @returns null where the language writes spaces, and the library's own way will do
 */
export function wordSegmenter(language: string): ((text: string) => string[]) | null {
  if (!UNSPACED.has(language)) return null;
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  return (text) =>
    [...segmenter.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? [segment] : []));
}
