import type { Article, Paragraph } from '../article/article.js';
import { formatCustomId } from './custom-id.js';
import { cutAround } from './cut-text.js';
import { escapeText } from './escape-text.js';
import { linkTarget } from './link-target.js';
import { renderByline } from './render-byline.js';
import { renderExcerpt } from './render-excerpt.js';
import { renderPager } from './render-pager.js';
import type { Reply } from './reply.js';

/** Longest piece of a paragraph shown at once: even when every character needs a backslash it fits a page. */
const PIECE_LENGTH = 600;

/** Most of a page that is text of the article; the rest is for its title, byline and page number. */
const BODY_LENGTH = 1_500;

/** Most room for the title, and for a section's heading. */
const TITLE_LENGTH = 200;

const laidOut = new WeakMap<Article, readonly string[]>();

/** A paragraph in pieces that fit a page, the first one numbered and under its section's heading. */
function renderPieces(paragraph: Paragraph, heading: string | null): string[] {
  const pieces: string[] = [];
  let rest = paragraph.text;
  do {
    const piece = cutAround(rest, [], PIECE_LENGTH).text;
    rest = rest.slice(piece.length).trimStart();
    const label = pieces.length === 0 ? `¶ ${paragraph.number}` : `¶ ${paragraph.number}, continued`;
    pieces.push(`**${label}** ${escapeText(piece)}`);
  } while (rest.length > 0);
  if (!heading) return pieces;
  const [first = '', ...others] = pieces;
  return [`__${renderExcerpt(heading, [], TITLE_LENGTH)}__\n${first}`, ...others];
}

/** First sentences that stand for a text without headings. */
const MIN_OUTLINE = 3;

/** Stands under an outline. */
const OUTLINE = 'Nobody has said that the whole text may be shown, so this is its outline.';

/**
 * What of an article may be shown: all of it or, where nobody has said that it may be, the first sentence of each
 * section, and of the first paragraphs where there are few.
 */
function paragraphsToShow({ redistributable, paragraphs }: Article): readonly Paragraph[] {
  if (redistributable) return paragraphs;
  const begins = ({ heading }: Paragraph, i: number) => i === 0 || heading !== paragraphs[i - 1]?.heading;
  const sections = paragraphs.filter(begins);
  const outline = sections.length >= MIN_OUTLINE ? sections : paragraphs.slice(0, MIN_OUTLINE);
  return outline.map((paragraph) => ({ ...paragraph, text: paragraph.sentences[0]?.text ?? '' }));
}

/** Where the whole text can be read. */
function renderSource({ redistributable, url }: Article): string[] {
  if (redistributable) return [];
  const target = url && linkTarget(url);
  return [`-# ${OUTLINE}${target ? ` [Read it whole](<${target}>).` : ''}`];
}

/** The text of an article's pages, laid out once. */
function layOut(article: Article): readonly string[] {
  const known = laidOut.get(article);
  if (known) return known;
  const pages: string[] = [];
  let heading: string | null = null;
  for (const paragraph of paragraphsToShow(article)) {
    for (const piece of renderPieces(paragraph, paragraph.heading === heading ? null : paragraph.heading)) {
      const page = pages.at(-1);
      if (page !== undefined && page.length + '\n\n'.length + piece.length <= BODY_LENGTH) {
        pages[pages.length - 1] = `${page}\n\n${piece}`;
      } else {
        pages.push(piece);
      }
    }
    heading = paragraph.heading;
  }
  laidOut.set(article, pages);
  return pages;
}

/**
 * A page of an article, its paragraphs numbered, with buttons to the pages beside it; of its outline only, where
 * nobody has said that the whole text may be shown.
 * @param page from 0; what is out of range shows the nearest page.
 */
export function renderArticle(article: Article, page: number): Reply {
  const pages = layOut(article);
  const shown = Math.max(0, Math.min(pages.length - 1, page));
  const byline = renderByline(article);
  const text = [
    `**${renderExcerpt(article.title, [], TITLE_LENGTH)}**`,
    ...(byline ? [`-# ${byline}`] : []),
    '',
    pages[shown] ?? '',
    ...(pages.length > 1 ? ['', `-# Page ${shown + 1} of ${pages.length}`] : []),
    ...renderSource(article),
  ].join('\n');
  const buttons = renderPager(shown, pages.length, (to) =>
    formatCustomId('page', article.version, String(to)),
  );
  return { text, buttons };
}
