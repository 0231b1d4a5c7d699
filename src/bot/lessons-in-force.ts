import type { Article } from '../article/article.js';
import type { KeptLesson } from '../store/kept-lesson.js';

/** What was found for a list of lessons, and for which articles: the engine learns each list once. */
const found = new WeakMap<
  readonly KeptLesson[],
  { readonly articles: readonly Article[]; readonly inForce: readonly KeptLesson[] }
>();

/**
 * The lessons whose article is still the one they were taught of: in another version their paragraph may be
 * another one. The same list for the same lessons and articles.
 */
export function lessonsInForce(
  lessons: readonly KeptLesson[],
  articles: readonly Article[],
): readonly KeptLesson[] {
  const known = found.get(lessons);
  if (known?.articles === articles) return known.inForce;
  const versions = new Map(articles.map(({ id, version }) => [id, version]));
  const inForce = lessons.filter(
    ({ articleId, articleVersion }) => versions.get(articleId) === articleVersion,
  );
  found.set(lessons, { articles, inForce });
  return inForce;
}
