import type { Article } from '../article/article.js';
import { metadataLines } from '../article/metadata.js';
import type { KeptArticle } from '../store/kept-article.js';
import { formatCustomId } from './custom-id.js';
import { renderExcerpt } from './render-excerpt.js';
import { plainReply, type Reply } from './reply.js';

const LINE_LENGTH = 150;
const SHOWN_HEADINGS = 8;
const HEADING_LENGTH = 60;

/** What is known of an article, for moderators. @param kept null for one that the operator shares */
export function renderKeptArticle(article: Article, kept: KeptArticle | null): Reply {
  const { paragraphs, redistributable } = article;
  const headings = [...new Set(paragraphs.flatMap(({ heading }) => heading ?? []))];
  const sentences = paragraphs.reduce((sum, paragraph) => sum + paragraph.sentences.length, 0);
  const text = [
    ...metadataLines(article).map((line) => renderExcerpt(line.text, [], LINE_LENGTH)),
    `Length: ${paragraphs.length} paragraphs, ${sentences} sentences`,
    ...(headings.length > 0
      ? [
          `Sections: ${headings
            .slice(0, SHOWN_HEADINGS)
            .map((heading) => renderExcerpt(heading, [], HEADING_LENGTH))
            .join(' · ')}${headings.length > SHOWN_HEADINGS ? ' · …' : ''}`,
        ]
      : []),
    redistributable
      ? 'Its whole text may be shown: `/article` does.'
      : 'Nobody has said that its whole text may be shown: `/article` shows its outline.',
    kept
      ? `-# This server’s own, added <t:${Math.floor(kept.addedAt / 1_000)}:f>`
      : '-# Shared by whoever runs me',
  ].join('\n');
  if (!kept) return plainReply(text);
  return { text, buttons: [{ label: 'Remove', id: formatCustomId('corpus-ask-removal', kept.id) }] };
}
