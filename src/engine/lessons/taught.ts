import type { Article } from '../../article/article.js';
import type { Lesson } from '../../article/lesson.js';
import type { ArticleIndex } from '../article-index.js';
import type { Scope } from '../scope.js';
import { LESSONS } from '../weights.js';
import { LessonBook, type Recall, type Teaching } from './lesson-book.js';

/** A lesson of a server's moderators. */
export interface TaughtLesson extends Lesson {
  readonly articleId: string;
}

/** What lessons say of a question that is much like the one taught. */
export interface Taught {
  readonly article: Article;
  readonly teaching: Teaching;
  /** 0.5 to about 1, which is the very question. Of those at 0.5 and more, 52 of 56 were right when left out. */
  readonly strength: number;
}

/** Learnt once for each list: a changed list is another one. */
const books = new WeakMap<readonly TaughtLesson[], Map<Article, LessonBook>>();

/**
 * What moderators have taught of a question, in these or other words; null where they have not. Of several articles
 * the one whose lesson is nearest is heard.
 */
export function taughtByModerators(
  question: string,
  lessons: readonly TaughtLesson[],
  scopes: readonly Scope[],
): Taught | null {
  return nearest(
    scopes.flatMap((scope) =>
      learn(lessons, scope).map(([article, book]) => ({ article, ...book.recall([question]).most })),
    ),
  );
}

/** The same of what the articles' own lessons say. */
export function taughtByAuthors(recalls: Iterable<readonly [ArticleIndex, Recall]>): Taught | null {
  return nearest([...recalls].map(([{ article }, { most }]) => ({ article, ...most })));
}

function nearest(found: readonly Taught[]): Taught | null {
  const [best] = found.toSorted((a, b) => b.strength - a.strength);
  return best && best.strength >= LESSONS.same ? best : null;
}

function learn(
  lessons: readonly TaughtLesson[],
  { articles, language, vectors }: Scope,
): [Article, LessonBook][] {
  const known = books.get(lessons) ?? new Map<Article, LessonBook>();
  books.set(lessons, known);
  return articles.flatMap((article): [Article, LessonBook][] => {
    const own = lessons.filter(({ articleId }) => articleId === article.id);
    if (own.length === 0) return [];
    const book = known.get(article) ?? new LessonBook(own, language, vectors, LESSONS.ridge.moderator);
    known.set(article, book);
    return [[article, book]];
  });
}
