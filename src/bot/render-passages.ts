import { MAX_MESSAGE_LENGTH } from './limits.js';
import { type Quotation, renderQuotation } from './render-quotation.js';

/**
 * Several passages under a heading, each with its citation.
 * @param heading Discord Markdown, at most 300 characters.
 * @param passages at most four: more would leave too little room for each.
 */
export function renderPassages(heading: string, passages: readonly Quotation[]): string {
  const room = Math.floor((MAX_MESSAGE_LENGTH - heading.length) / passages.length) - '\n'.length;
  return [heading, ...passages.map((passage) => renderQuotation(passage, room))].join('\n');
}
