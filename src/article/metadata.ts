import type { Article } from './article.js';
import { joinNames } from './join-names.js';

/** A line of an article's metadata, as it is quoted for paragraph 0. */
export interface MetadataLine {
  readonly field: 'title' | 'author' | 'editors' | 'publisher' | 'place' | 'published' | 'url' | 'language';
  /** Such as `Author: Jane Roe` or `Published: 2025-06-12`. */
  readonly text: string;
}

/** What an article says about itself, a line a field, always in the same order; what it does not say is left out. */
export function metadataLines(article: Article): readonly MetadataLine[] {
  const values: readonly (readonly [MetadataLine['field'], string, string | null])[] = [
    ['title', 'Title', article.title],
    ['author', 'Author', article.author],
    ['editors', article.editors.length > 1 ? 'Editors' : 'Editor', joinNames(article.editors)],
    ['publisher', 'Publisher', article.publisher],
    ['place', 'Place', article.place],
    ['published', 'Published', article.published],
    ['url', 'Address', article.url],
    ['language', 'Language', article.language],
  ];
  return values.flatMap(([field, label, value]) => (value ? [{ field, text: `${label}: ${value}` }] : []));
}
