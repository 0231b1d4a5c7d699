import type { Article } from '../article/article.js';
import type { Fault } from '../article/fault.js';
import { MAX_LESSONS_AN_ARTICLE } from '../library/limits.js';
import { formatCustomId } from './custom-id.js';
import { languageName } from './language-name.js';
import { renderDate } from './render-date.js';
import { renderExcerpt } from './render-excerpt.js';
import type { Reply } from './reply.js';

const TITLE_LENGTH = 200;
const NAME_LENGTH = 100;
const PARAGRAPH_LENGTH = 300;
const SHOWN_PARAGRAPHS = 2;
const SHOWN_FAULTS = 3;
const FAULT_LENGTH = 120;

/** Languages that can be chosen where the detected one is wrong: those with stems and stop words of their own. */
const LANGUAGES = [
  'en',
  'de',
  'es',
  'fr',
  'it',
  'pt',
  'nl',
  'sv',
  'da',
  'no',
  'fi',
  'ro',
  'hu',
  'tr',
  'uk',
  'ru',
  'ar',
  'zh',
  'ja',
];

/** What is known of a draft besides its text. */
export interface DraftFacts {
  readonly id: string;
  /** The title of the article it is to take the place of. */
  readonly replaces: string | null;
  /** Has the server an article of this title already, which it is not to take the place of? */
  readonly isKnown: boolean;
  /** What was wrong with the file and could be left out. */
  readonly faults: readonly Fault[];
}

/** What was understood of an article, for a moderator to keep, mend or cancel. */
export function renderDraft(article: Article, { id, replaces, isKnown, faults }: DraftFacts): Reply {
  const { paragraphs, language, author, publisher, published, url } = article;
  const stated = (value: string | null) => (value ? renderExcerpt(value, [], NAME_LENGTH) : '*not stated*');
  const sentences = paragraphs.reduce((sum, paragraph) => sum + paragraph.sentences.length, 0);
  const more = paragraphs.length - SHOWN_PARAGRAPHS;
  const lines = [
    '**Is this the article?** Nobody can ask it yet.',
    `Title: **${renderExcerpt(article.title, [], TITLE_LENGTH)}**`,
    `Author: ${stated(author)}`,
    `Publisher: ${stated(publisher)}`,
    `Published: ${published ? renderDate(published) : '*not stated*'}`,
    `Link: ${stated(url)}`,
    `Language: ${languageName(language)}`,
    `Length: ${count(paragraphs.length, 'paragraph')}, ${count(sentences, 'sentence')}`,
    ...paragraphs
      .slice(0, SHOWN_PARAGRAPHS)
      .map(({ number, text }) => `> **¶ ${number}** ${renderExcerpt(text, [], PARAGRAPH_LENGTH)}`),
    ...(more > 0 ? [`-# … and ${count(more, 'paragraph')} more.`] : []),
    ...faults
      .slice(0, SHOWN_FAULTS)
      .map(({ line, reason }) => `⚠️ Line ${line}: ${renderExcerpt(reason, [], FAULT_LENGTH)}`),
    ...(article.lessons.length > MAX_LESSONS_AN_ARTICLE
      ? [
          `⚠️ ${article.lessons.length} taught questions stand in it, and the first ${MAX_LESSONS_AN_ARTICLE} count here.`,
        ]
      : []),
    ...(replaces === null ? [] : [`It takes the place of “${renderExcerpt(replaces, [], NAME_LENGTH)}”.`]),
    ...(isKnown
      ? ['⚠️ This server has an article of that title already: `/corpus replace` takes its place.']
      : []),
  ];
  return {
    text: lines.join('\n'),
    menus: [
      {
        id: formatCustomId('draft-language', id),
        placeholder: `Not in ${languageName(language)}? Choose`,
        entries: LANGUAGES.map((code) => ({ label: languageName(code), value: code })),
      },
    ],
    buttons: [
      { label: 'Keep', id: formatCustomId('draft-keep', id) },
      { label: 'Edit details', id: formatCustomId('draft-edit', id) },
      { label: 'Cancel', id: formatCustomId('draft-cancel', id) },
    ],
  };
}

function count(number: number, what: string): string {
  return number === 1 ? `1 ${what}` : `${number} ${what}s`;
}
