import type { Paragraph } from '../article/article.js';
import { MAX_MESSAGE_LENGTH } from './limits.js';
import type { Place } from './passage-reference.js';
import { renderCitation } from './render-citation.js';
import { renderExcerpt } from './render-excerpt.js';

/** Room for each neighbour, in UTF-16 units; the paragraph itself has what they and the citation leave. */
const NEIGHBOUR_LENGTH = 420;

/** Room for the citation: a link into the text is worth less here, where the text is shown. */
const CITATION_LENGTH = 400;

function numbered(paragraph: Paragraph, text: string): string {
  return `-# ¶ ${paragraph.number}\n> ${text}`;
}

/** The end of a paragraph: the part that leads to the next one. */
function renderEnd({ text }: Paragraph): string {
  return renderExcerpt(text, [], NEIGHBOUR_LENGTH, [{ start: text.length, end: text.length }]);
}

/** The paragraph a sentence stands in, the sentence in bold, between its neighbours, all numbered. */
export function renderContext(place: Place): string {
  const { article, paragraph, sentence } = place;
  const citation = renderCitation({ article, paragraph: paragraph.number, sentence }, CITATION_LENGTH);
  const before = article.paragraphs[paragraph.number - 2];
  const after = article.paragraphs[paragraph.number];
  const above = before ? [numbered(before, renderEnd(before))] : [];
  const below = after ? [numbered(after, renderExcerpt(after.text, [], NEIGHBOUR_LENGTH))] : [];
  const head = numbered(paragraph, '');
  const taken = [...above, head, ...below, citation].join('\n').length;
  const text = renderExcerpt(paragraph.text, [sentence], MAX_MESSAGE_LENGTH - taken);
  return [...above, `${head}${text}`, ...below, citation].join('\n');
}
