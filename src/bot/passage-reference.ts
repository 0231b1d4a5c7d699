import type { Article, Paragraph, Sentence } from '../article/article.js';

/** A sentence found again in the library. */
export interface Place {
  readonly article: Article;
  readonly paragraph: Paragraph;
  readonly sentence: Sentence;
}

/** Four of these, three separators and a handler's name fit into a custom id. */
const MAX_REFERENCE_LENGTH = 22;

const REFERENCE = /^([\w-]{10})\.(\d{1,9})\.(\d{1,9})$/;

/**
 * Writes `version.paragraph.sentence`. The version stands for the article *and* its text, so that a
 * reference never leads to another sentence than the one it was made for.
 * @returns null for the article's metadata, and for a place too far into a text to be written so short.
 */
export function formatReference(place: {
  readonly article: Article;
  readonly sentence: Sentence | null;
}): string | null {
  if (!place.sentence) return null;
  const reference = `${place.article.version}.${place.sentence.paragraph}.${place.sentence.index}`;
  return reference.length <= MAX_REFERENCE_LENGTH ? reference : null;
}

/** Finds the article that still has this version. @returns null when it has changed or gone. */
export function findVersion(articles: readonly Article[], version: string): Article | null {
  return articles.find((article) => article.version === version) ?? null;
}

/** Finds the sentence a reference was made for. @returns null when the article has changed or gone. */
export function findPlace(articles: readonly Article[], reference: string): Place | null {
  const [, version = '', number, index] = REFERENCE.exec(reference) ?? [];
  const article = findVersion(articles, version);
  const paragraph = article?.paragraphs[Number(number) - 1];
  const sentence = paragraph?.sentences[Number(index)];
  return article && paragraph && sentence ? { article, paragraph, sentence } : null;
}
