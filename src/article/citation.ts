import type { Article, Sentence } from './article.js';
import { formatDate } from './format-date.js';
import { textFragment } from './text-fragment.js';

/** Where a quote stands, down to the paragraph. */
export interface Citation {
  readonly publisher: string | null;
  readonly author: string | null;
  readonly title: string;
  /** To the very sentence where the article has an address and a sentence is quoted. */
  readonly url: string | null;
  /** From 1; 0 for the article's metadata. */
  readonly paragraph: number;
  /** How many paragraphs the article has. */
  readonly paragraphs: number;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly published: string | null;
}

/** Cites a sentence, or with null a paragraph as a whole (0: the metadata). */
export function citationOf(article: Article, paragraph: number, sentence: Sentence | null): Citation {
  const { publisher, author, title, url, published } = article;
  return {
    publisher,
    author,
    title,
    url: url !== null && sentence ? textFragment(url, sentence.text) : url,
    paragraph,
    paragraphs: article.paragraphs.length,
    published,
  };
}

/**
 * A citation as plain text, without its address: `Reuters, Jane Roe, “Title”, ¶ 9 of 9, 29 July 2025`.
 * What is not known is left out; an author who is also the publisher stands once.
 */
export function formatCitation(citation: Citation): string {
  const { publisher, author, title, paragraph, paragraphs, published } = citation;
  const place = paragraph === 0 ? 'about the article' : `¶ ${paragraph} of ${paragraphs}`;
  const names = [publisher, author === publisher ? null : author];
  const parts = [...names, `“${title}”`, place, published === null ? null : formatDate(published)];
  return parts.filter((part) => part !== null && part !== '').join(', ');
}
