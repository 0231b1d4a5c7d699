import type { Article, Sentence } from '../article/article.js';
import { flattenText } from './escape-text.js';
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

/** Characters that end a masked link early, though an address may hold them. */
const UNSAFE_IN_LINK = /[\s()<>[\]\\"'`|\p{Cc}]/gu;

/** An address as the target of a masked link. @returns null unless it is http(s). */
function linkTarget(url: string): string | null {
  if (!/^https?:\/\//i.test(url)) return null;
  return flattenText(url).replace(UNSAFE_IN_LINK, (character) =>
    Array.from(Buffer.from(character), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(
      '',
    ),
  );
}

/** A masked link ends at the first `]` that has no partner, escaped or not: titles get round brackets. */
function roundBrackets(title: string): string {
  return title.replaceAll('[', '(').replaceAll(']', ')');
}

/** Where in the article: `¶ 9 of 9`. */
function pinpoint({ article, paragraph }: Cited): string {
  return paragraph === 0 ? 'about the article itself' : `¶ ${paragraph} of ${article.paragraphs.length}`;
}

/**
 * The small line under a quotation: publisher, author, title, paragraph, date. The title is linked to
 * the very sentence, or to the page where there is no room for that.
 * @param room at least `MIN_CITATION_LENGTH`; the line is never longer.
 */
export function renderCitation(cited: Cited, room: number): string {
  const { article } = cited;
  const links = [article.url].map((url) => url && linkTarget(url));
  const line = (link: string | null, detail: (typeof DETAILS)[number]): string => {
    const title = renderExcerpt(link ? roundBrackets(article.title) : article.title, [], detail.title);
    const parts = [
      article.publisher && renderExcerpt(article.publisher, [], detail.name),
      article.author && renderExcerpt(article.author, [], detail.name),
      link ? `[${title}](<${link}>)` : title,
      pinpoint(cited),
      article.published && renderDate(article.published),
    ];
    return `-# ${parts.filter((part) => part).join(', ')}`;
  };
  for (const detail of DETAILS) {
    for (const link of [...links, null]) {
      const text = line(link, detail);
      if (text.length <= room) return text;
    }
  }
  return `-# ${pinpoint(cited)}`;
}
