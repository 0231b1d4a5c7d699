import type { Range } from '../engine/outcome.js';
import { type Cited, MIN_CITATION_LENGTH, renderCitation } from './render-citation.js';
import { renderExcerpt } from './render-excerpt.js';

/** A place in an article and what to show of it. */
export interface Quotation extends Cited {
  /** Verbatim. */
  readonly text: string;
  /** What of `text` to set in bold. */
  readonly matches: readonly Range[];
}

/** Most that a citation may take of a quotation's room; the rest is the sentence's. */
const CITATION_SHARE = 0.5;

/**
 * The sentence as a block quote, its citation in small print below.
 * @param room in UTF-16 units, 600 or more is sensible; the result is never longer.
 */
export function renderQuotation(quotation: Quotation, room: number): string {
  const citation = renderCitation(
    quotation,
    Math.max(MIN_CITATION_LENGTH, Math.floor(room * CITATION_SHARE)),
  );
  const quote = renderExcerpt(quotation.text, quotation.matches, room - citation.length - '> \n'.length);
  return `> ${quote}\n${citation}`;
}
