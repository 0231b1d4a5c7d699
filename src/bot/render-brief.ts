import type { Article, Sentence } from '../article/article.js';
import { MAX_MESSAGE_LENGTH } from './limits.js';
import { renderByline } from './render-byline.js';
import { renderExcerpt } from './render-excerpt.js';
import { plainReply, type Reply } from './reply.js';

/** Most room for the title. */
const TITLE_LENGTH = 200;

/** An article in brief: its own sentences, each behind the number of its paragraph. */
export function renderBrief(article: Article, sentences: readonly Sentence[]): Reply {
  const byline = renderByline(article);
  const head = [
    `**${renderExcerpt(article.title, [], TITLE_LENGTH)}**, in brief`,
    ...(byline ? [`-# ${byline}`] : []),
  ].join('\n');
  const room = Math.floor((MAX_MESSAGE_LENGTH - head.length) / Math.max(1, sentences.length));
  const lines = sentences.map(({ paragraph, text }) => {
    const label = `\n**¶ ${paragraph}** `;
    return label + renderExcerpt(text, [], room - label.length);
  });
  return plainReply(head + lines.join(''));
}
