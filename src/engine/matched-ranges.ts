import type { Cover } from './cover.js';
import type { IndexedSentence } from './indexed-sentence.js';
import type { Range } from './outcome.js';

/** Where the words that a cover found stand in the sentence's text; neighbours become one range. */
export function matchedRanges(sentence: IndexedSentence, cover: Cover): Range[] {
  const { tokens } = sentence;
  const places = [...new Set(cover.places.flat())].filter((place) => !tokens[place]?.isStopWord);
  const ranges: Range[] = [];
  for (const { start, end } of places.sort((a, b) => a - b).flatMap((place) => tokens[place] ?? [])) {
    const last = ranges.at(-1);
    const between = last ? sentence.sentence.text.slice(last.end, start) : 'none';
    if (last && between.trim() === '')
      ranges[ranges.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else ranges.push({ start, end });
  }
  return ranges;
}
