import type { Article } from '../article/article.js';
import type { UnhelpfulComment } from '../store/digests.js';
import type { Figures, QuotedPassages } from '../summary/digest.js';
import type { QuestionGroup } from '../summary/group-questions.js';
import { PERIODS } from '../summary/period.js';
import { cutEnd } from './cut-text.js';
import { DIGEST_VIEWS, type DigestView, type DigestViewName, formatDigestView } from './digest-view.js';
import { flattenText } from './escape-text.js';
import { MAX_CHOICE_NAME_LENGTH } from './limits.js';
import { renderExcerpt } from './render-excerpt.js';
import { renderPager } from './render-pager.js';
import type { Reply, ReplyButton, ReplyMenu } from './reply.js';

/** Questions on a page of a list: the longest entry fits a message this many times. */
const PAGE_SIZE = 10;
const QUESTION_LENGTH = 110;
const COMMENT_LENGTH = 70;
/** Questions under the figures. */
const TOP = 3;
const TITLE_LENGTH = 60;
/** Paragraphs listed by how often they were quoted, and articles whose paragraphs never were. */
const MAX_QUOTED = 10;
const MAX_NEVER = 4;
const NEVER_LENGTH = 90;

const NOTHING = 'Nothing was asked.';

/** What is shown of a digest: the view, and what was read for it. */
export type DigestContent =
  | {
      readonly view: 'overview';
      readonly figures: Figures;
      readonly asked: readonly QuestionGroup[];
      readonly unanswered: readonly QuestionGroup[];
    }
  | { readonly view: 'asked' | 'unanswered'; readonly groups: readonly QuestionGroup[] }
  | { readonly view: 'passages'; readonly passages: QuotedPassages }
  | { readonly view: 'comments'; readonly comments: readonly UnhelpfulComment[] };

/** A digest's texts know the articles by their titles. */
interface Titles {
  readonly articles: readonly Article[];
  readonly article: Article | null;
}

const percent = (part: number, whole: number): number => Math.round((100 * part) / whole);
const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);
const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** How a figure changed, in small print. */
function change(now: number, before: number): string {
  if (now === before) return 'as before';
  return now > before ? `▲ ${now - before}` : `▼ ${before - now}`;
}

function titleOf(articleId: string, { articles }: Titles): string {
  const title = articles.find(({ id }) => id === articleId)?.title ?? articleId;
  return `“${renderExcerpt(title, [], TITLE_LENGTH)}”`;
}

function renderGroup({ text, asked, answered, wordings }: QuestionGroup, place: number): string {
  const facts = [
    `asked ${times(asked)}`,
    ...(wordings > 1 ? [`in ${wordings} wordings`] : []),
    ...(answered > 0 && answered < asked ? [`answered ${times(answered)}`] : []),
  ];
  return `${place}. “${renderExcerpt(text, [], QUESTION_LENGTH)}”\n-# ${facts.join(', ')}`;
}

function renderFigures({ now, before }: Figures): string[] {
  if (now.asked === 0) return [NOTHING];
  const votes = now.helpful + now.unhelpful;
  const earlier = before.helpful + before.unhelpful;
  const hadAny = before.asked > 0;
  const line = (text: string, delta: string | null): string => (delta ? `${text} (${delta})` : text);
  const answered = percent(now.answered, now.asked);
  return [
    line(
      `**${count(now.asked, 'question')}** by ${count(now.askers, 'member')}`,
      hadAny ? change(now.asked, before.asked) : null,
    ),
    line(
      `**${answered} %** answered: ${now.answered}, and ${now.asked - now.answered} not`,
      hadAny
        ? `${change(answered, percent(before.answered, before.asked))}`.replace(/\d$/, '$& points')
        : null,
    ),
    votes === 0
      ? 'No votes on the answers'
      : line(
          `**${percent(now.helpful, votes)} %** of ${count(votes, 'vote')} say that it helped`,
          earlier > 0
            ? change(percent(now.helpful, votes), percent(before.helpful, earlier)).replace(
                /\d$/,
                '$& points',
              )
            : null,
        ),
    ...(now.lost > 0
      ? [`-# ${count(now.lost, 'question')} could not be kept while the database was out of reach.`]
      : []),
    ...(hadAny ? ['-# In brackets: against the same time before.'] : []),
  ];
}

function renderTop(heading: string, groups: readonly QuestionGroup[]): string[] {
  if (groups.length === 0) return [];
  return ['', `**${heading}**`, ...groups.slice(0, TOP).map((group, i) => renderGroup(group, i + 1))];
}

function renderPassagesView({ quoted, never }: QuotedPassages, titles: Titles): string[] {
  const isOne = titles.articles.length === 1 || titles.article !== null;
  const place = (articleId: string, paragraph: number): string => {
    const name = paragraph === 0 ? 'about the article itself' : `¶ ${paragraph}`;
    return isOne ? name : `${name} of ${titleOf(articleId, titles)}`;
  };
  const list = (paragraphs: readonly number[]): string =>
    renderExcerpt(paragraphs.map((number) => `¶ ${number}`).join(', '), [], NEVER_LENGTH);
  return [
    ...(quoted.length === 0 ? ['Nothing was quoted.'] : ['**Quoted most**']),
    ...quoted
      .slice(0, MAX_QUOTED)
      .map(
        ({ articleId, paragraph, quoted: number }) => `- ${place(articleId, paragraph)}: ${times(number)}`,
      ),
    ...(never.length === 0 || quoted.length === 0 ? [] : ['', '**Never quoted**']),
    ...(quoted.length === 0 ? [] : never.slice(0, MAX_NEVER)).map(({ articleId, paragraphs }) =>
      isOne ? `- ${list(paragraphs)}` : `- ${list(paragraphs)} of ${titleOf(articleId, titles)}`,
    ),
    ...(quoted.length > 0 && never.length > MAX_NEVER
      ? [`- and of ${never.length - MAX_NEVER} other articles`]
      : []),
  ];
}

/** A page of a list, and how many there are. */
interface Page {
  readonly lines: readonly string[];
  readonly pages: number;
  readonly menus?: readonly ReplyMenu[];
}

function pageOf<T>(
  entries: readonly T[],
  page: number,
  render: (entry: T, place: number) => string,
): Page & { shown: readonly T[]; first: number } {
  const pages = Math.max(1, Math.ceil(entries.length / PAGE_SIZE));
  const first = Math.min(page, pages - 1) * PAGE_SIZE;
  const shown = entries.slice(first, first + PAGE_SIZE);
  return { lines: shown.map((entry, i) => render(entry, first + i + 1)), pages, shown, first };
}

function teachMenu(groups: readonly QuestionGroup[], first: number): ReplyMenu[] {
  if (groups.length === 0) return [];
  return [
    {
      id: 'pick-question',
      placeholder: 'Teach the answer to one of these',
      entries: groups.map(({ text, questionId }, i) => ({
        label: cutEnd(`${first + i + 1}. ${flattenText(text)}`, MAX_CHOICE_NAME_LENGTH),
        value: questionId,
      })),
    },
  ];
}

function renderContent(content: DigestContent, page: number, titles: Titles): Page {
  switch (content.view) {
    case 'overview':
      return {
        lines: [
          ...renderFigures(content.figures),
          ...renderTop('Most asked', content.asked),
          ...renderTop('Not answered', content.unanswered),
        ],
        pages: 1,
      };
    case 'asked': {
      const list = pageOf(content.groups, page, renderGroup);
      return content.groups.length === 0 ? { lines: [NOTHING], pages: 1 } : list;
    }
    case 'unanswered': {
      const list = pageOf(content.groups, page, renderGroup);
      if (content.groups.length === 0)
        return { lines: ['Nothing that was asked went without an answer.'], pages: 1 };
      return { ...list, menus: teachMenu(list.shown, list.first) };
    }
    case 'passages':
      return { lines: renderPassagesView(content.passages, titles), pages: 1 };
    case 'comments': {
      const render = ({ comment, text }: UnhelpfulComment): string =>
        `“${renderExcerpt(comment, [], COMMENT_LENGTH)}”\n-# asked: ${renderExcerpt(text, [], COMMENT_LENGTH)}`;
      const list = pageOf(content.comments, page, render);
      return content.comments.length === 0
        ? { lines: ['Nobody said what they were looking for.'], pages: 1 }
        : list;
    }
  }
}

function viewButtons(state: DigestView): ReplyButton[] {
  return Object.entries(DIGEST_VIEWS).map(([name, label]) => ({
    label,
    id: formatDigestView({ ...state, view: name as DigestViewName, page: 0 }),
    disabled: name === state.view,
  }));
}

/**
 * A view of what members asked, with buttons to the others. The longest possible fits a message.
 * @param article the article it is about; null for all
 */
export function renderDigest(state: DigestView, content: DigestContent, titles: Titles): Reply {
  const { lines, pages, menus = [] } = renderContent(content, state.page, titles);
  const page = Math.min(state.page, pages - 1);
  const about = titles.article ? ` about “${renderExcerpt(titles.article.title, [], TITLE_LENGTH)}”` : '';
  const paging = pages > 1 ? `, page ${page + 1} of ${pages}` : '';
  const heading = `**Questions${about}, ${PERIODS[state.period].label}**${
    state.view === 'overview' ? '' : `\n${DIGEST_VIEWS[state.view]}${paging}`
  }`;
  return {
    text: [heading, '', ...lines].join('\n'),
    menus,
    buttons: [
      ...viewButtons(state),
      ...renderPager(page, pages, (to) => formatDigestView({ ...state, page: to }, 'digest-page')),
      { label: 'Export', id: formatDigestView({ ...state, page: 0 }, 'digest-export') },
    ],
  };
}
