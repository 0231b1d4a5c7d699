import { stringify } from 'yaml';
import type { Article } from '../article/article.js';
import { groupLessons } from '../article/group-lessons.js';
import type { KeptLesson } from '../store/kept-lesson.js';
import type { ReplyFile } from './reply.js';

/** Files one reply can carry. */
const MAX_FILES = 10;

/**
 * What a server has taught, for the front matter of the articles' files: one file an article, with what stands there
 * already, so that it can take its place. Lessons that are not in force are left out. At most ten files.
 */
export function lessonFiles(lessons: readonly KeptLesson[], articles: readonly Article[]): ReplyFile[] {
  return articles
    .flatMap((article) => {
      const own = lessons.filter(
        ({ articleId, articleVersion }) => articleId === article.id && articleVersion === article.version,
      );
      if (own.length === 0) return [];
      const taught = groupLessons([...article.lessons, ...own]);
      return [{ name: `${article.id.slice(0, 80)}.taught.yaml`, data: stringify({ taught }) }];
    })
    .slice(0, MAX_FILES);
}
