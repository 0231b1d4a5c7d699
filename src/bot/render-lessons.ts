import type { Article } from '../article/article.js';
import type { KeptLesson } from '../store/kept-lesson.js';
import { formatCustomId } from './custom-id.js';
import { cutEnd } from './cut-text.js';
import { flattenText } from './escape-text.js';
import { MAX_CHOICE_NAME_LENGTH } from './limits.js';
import { renderExcerpt } from './render-excerpt.js';
import { renderPager } from './render-pager.js';
import { plainReply, type Reply } from './reply.js';

/** Lessons on one page: the longest entry fits a message this many times. */
const PAGE_SIZE = 8;
const QUESTION_LENGTH = 120;
const TITLE_LENGTH = 60;

const NONE = plainReply(
  'Nobody has taught me anything in this server yet. `/teach add` does, and so does *Teach the answer* in the menu of a message (under *Apps*).',
);

/** What a lesson teaches, in a few words. */
function renderTeaching({ paragraph, articleId, articleVersion }: KeptLesson, articles: readonly Article[]) {
  const article = articles.find(({ id }) => id === articleId);
  const title = `“${renderExcerpt(article?.title ?? articleId, [], TITLE_LENGTH)}”`;
  const place = paragraph === null ? `not in ${title}` : `¶ ${paragraph} of ${title}`;
  if (!article) return `${place}, which is gone: not in force`;
  return article.version === articleVersion ? place : `${place} as it was before it changed: not in force`;
}

/**
 * A page of what a server has taught, newest first, with a menu to forget one.
 * @param page from 0; a page beyond the last is the last
 */
export function renderLessons(
  lessons: readonly KeptLesson[],
  articles: readonly Article[],
  page: number,
): Reply {
  if (lessons.length === 0) return NONE;
  const pages = Math.ceil(lessons.length / PAGE_SIZE);
  const shown = Math.min(page, pages - 1);
  const first = shown * PAGE_SIZE;
  const entries = lessons.toReversed().slice(first, first + PAGE_SIZE);
  const count = lessons.length === 1 ? 'One question' : `${lessons.length} questions`;
  return {
    text: [
      `**${count} taught in this server**${pages > 1 ? `, page ${shown + 1} of ${pages}` : ''}`,
      ...entries.map(
        (lesson, i) =>
          `${first + i + 1}. “${renderExcerpt(lesson.question, [], QUESTION_LENGTH)}”\n-# ${renderTeaching(lesson, articles)}`,
      ),
    ].join('\n'),
    menus: [
      {
        id: formatCustomId('forget-lesson', String(shown)),
        placeholder: 'Forget one of these',
        entries: entries.map(({ id, question }, i) => ({
          label: cutEnd(`${first + i + 1}. ${flattenText(question)}`, MAX_CHOICE_NAME_LENGTH),
          value: id,
        })),
      },
    ],
    buttons: renderPager(shown, pages, (to) => formatCustomId('lessons', String(to))),
  };
}
