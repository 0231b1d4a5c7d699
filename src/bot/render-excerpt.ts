import type { Range } from '../engine/outcome.js';
import { cutAround } from './cut-text.js';
import { escapeText } from './escape-text.js';

/**
 * A verbatim text with ranges of it in bold; where there is no room for all of it, the piece around the
 * focus, with an ellipsis at each end that was cut.
 * @param room in UTF-16 units, Markdown included, 2 or more; the result is never longer.
 * @param focus what must be seen: what is bold, unless told otherwise.
 */
export function renderExcerpt(
  text: string,
  bold: readonly Range[],
  room: number,
  focus: readonly Range[] = bold,
): string {
  let budget = room;
  for (;;) {
    const piece = cutAround(text, focus, budget);
    const marked = escapeText(
      piece.text,
      bold.map(({ start, end }) => ({ start: start - piece.start, end: end - piece.start })),
    );
    const shown = `${piece.cutBefore ? '…' : ''}${marked}${piece.cutAfter ? '…' : ''}`;
    if (shown.length <= room) return shown;
    // Escapes and bold made it longer: cut as much less of the text as they are more.
    budget = Math.min(budget - 1, Math.floor((budget * room) / shown.length));
  }
}
