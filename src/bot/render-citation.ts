import type { Article, Sentence } from '../article/article.js';
import { citationOf } from '../article/citation.js';
import { linkTarget } from './link-target.js';
import { renderDate } from './render-date.js';
import { renderExcerpt } from './render-excerpt.js';

/** What is cited: a sentence, or the article's metadata. */
export interface Cited {
  readonly article: Article;
  /** 0 for the article's metadata. */
  readonly paragraph: number;
  readonly sentence: Sentence | null;
}

/** The least room a citation may be given: its shortest form fits, whatever the article. */
export const MIN_CITATION_LENGTH = 260;

/** Most room for the title and for each name; the next pair is tried when one does not fit. */
const DETAILS = [
  { title: 250, name: 100 },
  { title: 90, name: 50 },
] as const;

/** A masked link ends at the first `]` that has no partner, escaped or not: titles get round brackets. */
function roundBrackets(title: string): string {
  return title.replaceAll('[', '(').replaceAll(']', ')');
}

/** The small line's parts that never change: where in the article, and its date. */
function pinpoint({ article, paragraph }: Cited): string {
  const place =
    paragraph === 0 ? 'about the article itself' : `¶ ${paragraph} of ${article.paragraphs.length}`;
  return article.published ? `${place}, ${renderDate(article.published)}` : place;
}

/**
 * The small line under a quotation: publisher, author, title, paragraph, date. The title is linked to
 * the very sentence, or to the page where there is no room for that.
 * @param room at least `MIN_CITATION_LENGTH`; the line is never longer.
 */
export function renderCitation(cited: Cited, room: number): string {
  const { article } = cited;
  const { publisher, author, title, url } = citationOf(article, cited.paragraph, cited.sentence);
  // A publisher that is its own author stands once.
  const names = [...new Set([publisher ?? '', author ?? ''])].filter((name) => name !== '');
  const line = (link: string | null, detail: (typeof DETAILS)[number]): string => {
    const shown = renderExcerpt(link ? roundBrackets(title) : title, [], detail.title);
    const parts = [
      ...names.map((name) => renderExcerpt(name, [], detail.name)),
      link ? `[“${shown}”](<${link}>)` : `“${shown}”`,
      pinpoint(cited),
    ];
    return `-# ${parts.join(', ')}`;
  };
  const links = [url, article.url].map((address) => address && linkTarget(address));
  const lines = DETAILS.flatMap((detail) => [...links, null].map((link) => line(link, detail)));
  return lines.find((text) => text.length <= room) ?? `-# ${pinpoint(cited)}`;
}
