import type { Article } from '../article/article.js';

/** Upper and lower case, and runs of white space, make no difference between titles. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * The article a member named: by the value an autocomplete choice carries (its id, or its version where
 * the id is too long), else by its title, whole or its beginning if that is no other's.
 */
export function findArticle(articles: readonly Article[], name: string): Article | null {
  const exact = articles.find((article) => article.id === name || article.version === name);
  if (exact) return exact;
  const wanted = fold(name);
  if (wanted === '') return null;
  const same = articles.find((article) => fold(article.title) === wanted || fold(article.id) === wanted);
  if (same) return same;
  const beginning = articles.filter((article) => fold(article.title).startsWith(wanted));
  return beginning.length === 1 ? (beginning[0] ?? null) : null;
}
