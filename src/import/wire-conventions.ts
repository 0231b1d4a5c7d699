import type { Block } from '../article/block.js';
import { readByline } from '../article/byline.js';
import { type Credits, readCredits, splitTrailingCredits } from '../article/credits.js';
import { type Dateline, readDateline } from '../article/dateline.js';
import { joinNames } from '../article/join-names.js';
import { MAX_EDITORS } from '../article/limits.js';
import { isBoilerplate } from './boilerplate.js';
import { readDate } from './read-date.js';

/** A byline or a date stands among the first lines, credits among the last. */
const HEAD_BLOCKS = 4;
const TAIL_BLOCKS = 4;

/** “Published June 12, 2025, 10:15 a.m. · Updated 2 hours ago” */
const MAX_HEAD_LINE = 120;

/** What a story's head and tail say of it, and the text between them. */
export interface Story {
  readonly blocks: readonly Block[];
  readonly author: string | null;
  readonly editors: readonly string[];
  readonly published: string | null;
  readonly dateline: Dateline | null;
}

/**
 * Takes byline, date and credits out of a text, as news stories have them whatever file they come in.
 * @param known the author when it is stated elsewhere: a line of that name alone is a byline too
 */
export function takeConventions(found: readonly Block[], known: string | null): Story {
  // A printed page ends with what stood below the article.
  const all = found.slice(0, found.findLastIndex(({ text }) => !isBoilerplate(text)) + 1);
  let author: string | null = null;
  let published: string | null = null;
  const head: Block[] = [];
  for (const block of all.slice(0, HEAD_BLOCKS)) {
    const line = readHeadLine(block.text, known);
    if (!line) head.push(block);
    author ??= line?.author ?? null;
    published ??= line?.published ?? null;
  }
  const { blocks, credits } = takeCredits([...head, ...all.slice(HEAD_BLOCKS)]);
  const reporters = credits.flatMap((one) => one.reporters);
  const contributors = credits.flatMap((one) => one.contributors);
  const opening = blocks[0]?.text ?? '';
  return {
    blocks,
    author: author ?? (joinNames(reporters.length > 0 ? reporters : contributors) || null),
    editors: credits.flatMap((one) => one.editors).slice(0, MAX_EDITORS),
    published: published ?? dateOfOpening(opening),
    dateline: readDateline(opening),
  };
}

interface HeadLine {
  readonly author: string | null;
  readonly published: string | null;
}

/** A line of byline, date and the like and of nothing else, or null. */
function readHeadLine(text: string, known: string | null): HeadLine | null {
  if (text.length > MAX_HEAD_LINE) return null;
  let author: string | null = null;
  let published: string | null = null;
  for (const part of partsOf(known === null ? text : text.replace(known, '|'))) {
    const byline = readByline(
      part.replace(/^(?:von|por|par|di|door|af|av|written by|автор:?|текст:?)\s+(?=\p{Lu})/iu, 'By '),
    );
    const date = byline === null ? dateOfLine(part) : null;
    author ??= byline;
    published ??= date;
    if (byline === null && date === null && !isBoilerplate(part) && !TIME_AGO.test(part) && !LABEL.test(part))
      return null;
  }
  return { author, published };
}

function partsOf(text: string): readonly string[] {
  return text
    .split(
      /\n|\s*[|·•]\s*|,?\s+(?=(?:published|updated|posted)\b)|(?<=\p{L}),?\s+(?=(?:\d{1,2} )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.? \d)/iu,
    )
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

const TIME_AGO =
  /^(?:(?:last )?updated |published |posted )?(?:\d+|an?) (?:minutes?|mins?|hours?|days?) ago$/iu;
const LABEL = /^(?:by|von|por|par|and|und|y|et|published|updated|posted|on)[:,]?$/iu;

/** What may stand beside a date in a line that holds nothing else. */
const BESIDE_DATES = new RegExp(
  `(?<!\\p{L})(?:${[
    'published|updated|posted|last|modified|first|on|at|date|from|a\\.?m|p\\.?m|[ECMP][SD]?T|GMT|UTC|BST|CES?T|IST',
    'uhr|stand|veröffentlicht|aktualisiert|am|vom|publicado|actualizado|el|de|del|publié|mis|à|jour|le',
    'опубликовано|обновлено|года?|г|发布|发表|时间|公開|更新',
  ].join('|')})(?!\\p{L})\\.?`,
  'giu',
);

/** The date of a line that says nothing else. */
function dateOfLine(text: string): string | null {
  const date = readDate(text);
  if (date === null) return null;
  const words = text.replace(BESIDE_DATES, '').match(/\p{L}{2,}/gu) ?? [];
  // What is left is the month and, perhaps, the day of the week.
  return words.length <= 2 ? date : null;
}

/** `DUNMORE, March 4, 2025 – Corvane today opened`, as press releases begin. */
function dateOfOpening(text: string): string | null {
  const opening = /^\p{Lu}[^.!?]{0,80}?\d{4}\)?\s+(?:[-–—]|--)\s/u.exec(text)?.[0];
  return opening === undefined ? null : readDate(opening);
}

function takeCredits(all: readonly Block[]): { blocks: readonly Block[]; credits: readonly Credits[] } {
  const blocks = [...all];
  const credits: Credits[] = [];
  for (let taken = 0; taken < TAIL_BLOCKS && blocks.length > 1; taken++) {
    const found = readCredits(blocks.at(-1)?.text.replaceAll('\n', ' ') ?? '');
    if (!found) break;
    credits.unshift(found);
    blocks.pop();
  }
  const last = blocks.at(-1);
  const trailing = last && splitTrailingCredits(last.text);
  if (last && trailing) {
    blocks[blocks.length - 1] = { ...last, text: trailing.text };
    credits.unshift(trailing.credits);
  }
  return { blocks, credits };
}
