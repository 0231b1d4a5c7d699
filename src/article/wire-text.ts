import type { Block } from './block.js';
import { readByline } from './byline.js';
import { type Credits, readCredits, splitTrailingCredits } from './credits.js';
import { readDateline } from './dateline.js';
import { deriveTitle } from './derive-title.js';
import { joinNames } from './join-names.js';
import { MAX_EDITORS, MAX_NAME_LENGTH, MAX_TITLE_LENGTH } from './limits.js';
import { unwrapLines } from './unwrap-lines.js';

/** What a wire story says of itself and its paragraphs. */
export interface WireStory {
  /** Its headline, or the beginning of its first sentence; empty when there are no paragraphs. */
  readonly title: string;
  readonly author: string | null;
  readonly editors: readonly string[];
  readonly publisher: string | null;
  readonly place: string | null;
  readonly blocks: readonly Block[];
}

/**
 * Reads plain text as news agencies send it: a headline or none, `By NAME`, paragraphs (the first with the
 * dateline, which stays in its text), credits in brackets. Where blank lines part the story, each stretch
 * between them is a paragraph, else each line is. Nothing is taken for Markdown. Never throws.
 */
export function readWireText(text: string): WireStory {
  const lines = text.split('\n').map((line) => line.trim());
  const head = takeHead(lines);
  const tail = takeCredits(lines.slice(head.next));
  const paragraphs = parted(tail.lines);
  const opening = paragraphs[0] ?? '';
  const dateline = readDateline(opening);
  const reporters = tail.credits.flatMap((credits) => credits.reporters);
  const contributors = tail.credits.flatMap((credits) => credits.contributors);
  const author = joinNames(reporters.length > 0 ? reporters : contributors);
  return tidied({
    title: head.title ?? deriveTitle(opening.slice(dateline?.length ?? 0) || opening),
    author: head.author ?? (author === '' ? null : shorten(author)),
    editors: tail.credits.flatMap((credits) => credits.editors).slice(0, MAX_EDITORS),
    publisher: dateline?.agency ?? null,
    place: dateline?.place ?? null,
    blocks: paragraphs.map((paragraph) => ({ text: paragraph, heading: null })),
  });
}

/** Metadata is one line with plain spaces; the paragraphs are left alone. */
function tidied(story: WireStory): WireStory {
  const tidy = (text: string) => text.replace(/\s+/gu, ' ').trim();
  return {
    title: tidy(story.title),
    author: story.author === null ? null : tidy(story.author),
    editors: story.editors.map(tidy),
    publisher: story.publisher === null ? null : tidy(story.publisher),
    place: story.place === null ? null : tidy(story.place),
    blocks: story.blocks,
  };
}

/** A headline is only told by the byline or the dateline behind it; else the first line is a paragraph. */
function takeHead(lines: readonly string[]): { title: string | null; author: string | null; next: number } {
  const first = nextLine(lines, 0);
  const second = nextLine(lines, first + 1);
  const [opening = '', following = ''] = [lines[first], lines[second]];
  const author = readByline(opening);
  if (author !== null) return { title: null, author, next: first + 1 };
  if (!isHeadline(opening)) return { title: null, author: null, next: first };
  const behind = readByline(following);
  if (behind !== null) return { title: opening, author: behind, next: second + 1 };
  if (readDateline(following)) return { title: opening, author: null, next: second };
  return { title: null, author: null, next: first };
}

function nextLine(lines: readonly string[], from: number): number {
  const found = lines.findIndex((line, i) => i >= from && line !== '');
  return found < 0 ? lines.length : found;
}

function isHeadline(line: string): boolean {
  return (
    line !== '' && line.length <= MAX_TITLE_LENGTH && !/[.:;,]["”’)]*$/u.test(line) && !readDateline(line)
  );
}

/** Takes the credit lines off the end; one may be wrapped, or stand behind the last paragraph's text. */
function takeCredits(lines: readonly string[]): { lines: readonly string[]; credits: readonly Credits[] } {
  const rest = [...lines];
  const credits: Credits[] = [];
  while (credits.length < MAX_CREDIT_LINES) {
    while (rest.at(-1) === '') rest.pop();
    const start = [1, 2, 3, 4]
      .map((count) => rest.length - count)
      .find((from) => from >= 0 && creditsOf(rest, from));
    const found = start === undefined ? null : creditsOf(rest, start);
    if (!found) break;
    credits.unshift(found);
    rest.length = start ?? rest.length;
  }
  const trailing = splitTrailingCredits(rest.at(-1) ?? '');
  if (trailing) {
    rest[rest.length - 1] = trailing.text;
    credits.unshift(trailing.credits);
  }
  return { lines: rest, credits };
}

const MAX_CREDIT_LINES = 10;

function creditsOf(lines: readonly string[], from: number): Credits | null {
  const run = lines.slice(from);
  const [first = '', last = ''] = [run[0], run.at(-1)];
  const isWrapped = first.startsWith('(') && last.endsWith(')') && !run.includes('');
  const isLastOfWrapped = last.endsWith(')') && !last.includes('(');
  return (run.length === 1 ? !isLastOfWrapped : isWrapped) ? readCredits(run.join(' ')) : null;
}

function parted(lines: readonly string[]): string[] {
  const start = nextLine(lines, 0);
  const body = lines.slice(start);
  const stretches = body.includes('')
    ? body
        .join('\n')
        .split(/\n{2,}/)
        .map(unwrapParagraph)
    : body;
  return stretches.filter((paragraph) => paragraph !== '' && !/^(?:[*_#=~-]\s*)+$/u.test(paragraph));
}

/** Lines that begin with a bullet or a number stay apart. */
function unwrapParagraph(paragraph: string): string {
  return paragraph
    .split(/\n(?=(?:[-–•*]|\d{1,3}[.)])\s)/u)
    .map(unwrapLines)
    .join('\n')
    .trim();
}

function shorten(names: string): string {
  return names.length <= MAX_NAME_LENGTH ? names : `${names.slice(0, MAX_NAME_LENGTH - 1).trimEnd()}…`;
}
