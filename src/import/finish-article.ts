import type { Block } from '../article/block.js';
import { deriveTitle } from '../article/derive-title.js';
import { type Metadata, NO_METADATA } from '../article/front-matter.js';
import { MAX_FILE_BYTES, MAX_TITLE_LENGTH } from '../article/limits.js';
import { METADATA_FIELDS } from '../article/metadata-fields.js';
import { readArticle } from '../article/read-article.js';
import { writeArticle } from '../article/write-article.js';
import { articleFileName, slugOf } from './article-file-name.js';
import { languageOf } from './detect-language.js';
import { type ImportOutcome, refuse } from './import-messages.js';
import { readDate } from './read-date.js';
import type { Findings } from './reading.js';
import { takeConventions } from './wire-conventions.js';

/**
 * Makes an article file of what a page or document says: takes the byline, date and credits out of the text, as wire
 * copy has them, and fills in the title and the language where they are not stated.
 * @param name a file's name, from which the article's id is made; null makes it from the title
 */
export function finishArticle(
  findings: Findings,
  blocks: readonly Block[],
  name: string | null,
): ImportOutcome {
  const stated = cleanAuthor(findings.author);
  const story = takeConventions(blocks, stated);
  const [opening] = story.blocks;
  if (!opening) return refuse('There is no text to quote in it. Copy the article’s text and import that.');
  const own = ownTitle(tidy(findings.title), story.blocks);
  const kept = own === null ? story.blocks : withoutTitle(story.blocks, own);
  if (kept.length === 0)
    return refuse('There is only a title in it, no text to quote. Copy the article’s text and import that.');
  const title = own ?? deriveTitle(opening.text.slice(story.dateline?.length ?? 0) || opening.text);
  const text = kept.map((block) => block.text).join('\n');
  const metadata: Metadata = {
    ...NO_METADATA,
    title: cut(title, MAX_TITLE_LENGTH),
    author: stated ?? fitting('author', story.author),
    editors: story.editors,
    publisher:
      fitting('publisher', tidy(findings.publisher)) ?? fitting('publisher', story.dateline?.agency ?? null),
    place: fitting('place', story.dateline?.place ?? null),
    published: (findings.published === null ? null : readDate(findings.published)) ?? story.published,
    url: fitting('url', findings.url),
    language: languageOf(text, fitting('language', findings.language)),
  };
  return write(metadata, kept, name ?? `${slugOf(title)}.html`);
}

function write(metadata: Metadata, blocks: readonly Block[], name: string): ImportOutcome {
  const markdown = writeArticle(metadata, blocks);
  const bytes = Buffer.from(markdown);
  if (bytes.length > MAX_FILE_BYTES) {
    const [size, most] = [bytes.length, MAX_FILE_BYTES].map((count) => (count / 1_000_000).toFixed(1));
    return refuse(
      `There is too much text in it: ${size} MB, and ${most} MB is the most. Split it into several articles.`,
    );
  }
  const { article, faults } = readArticle({ name: articleFileName(name, 'md'), bytes });
  if (!article) return refuse(faults[0]?.reason ?? 'There is no text to quote in it.');
  return { kind: 'imported', markdown, article, faults };
}

/** Of `The Site - The headline` it is the part that stands over the text too. */
function ownTitle(title: string | null, blocks: readonly Block[]): string | null {
  const shown = new Set(
    blocks
      .slice(0, 2)
      .flatMap(({ text, heading }) => [text, heading ?? ''])
      .map(keyOf),
  );
  return title?.split(/ [-–—|·:»] /u).find((part) => part.length >= 8 && shown.has(keyOf(part))) ?? title;
}

/** The text often repeats the title, which is quoted as the article's title and not as its first sentence. */
function withoutTitle(blocks: readonly Block[], title: string): readonly Block[] {
  const own = keyOf(title);
  const isTitle = (text: string | null) => text !== null && keyOf(text) === own;
  return blocks
    .filter(({ text }, i) => i > 1 || !isTitle(text))
    .map((block) => (isTitle(block.heading) ? { ...block, heading: null } : block));
}

function keyOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}

/** What a page calls its author may be a label, an address or a whole paragraph. */
function cleanAuthor(stated: string | null): string | null {
  const text = tidy(stated)
    ?.replace(/^(?:by|von|por|par|di|door|written by|автор:?)\s+/iu, '')
    .replace(/\s+(?:[|·•]|published|updated|posted)\b.*$|\s*[|·•].*$/iu, '')
    .replace(/[\s,;]+$/u, '');
  if (
    text === undefined ||
    text === '' ||
    text.length > 120 ||
    /https?:|@|^(?:admin|administrator|user|author|editor|staff|unknown|root|guest|(?:microsoft|windows|office|default|adobe|acrobat)\b.*)$/iu.test(
      text,
    )
  )
    return null;
  return fitting('author', text);
}

function tidy(text: string | null): string | null {
  return text?.replace(/\s+/gu, ' ').trim() || null;
}

/** The value when front matter may hold it, else null. */
function fitting(
  key: 'author' | 'publisher' | 'place' | 'url' | 'language',
  value: string | null,
): string | null {
  if (value === null || value === '') return null;
  const parsed = METADATA_FIELDS[key].safeParse(value);
  return parsed.success && typeof parsed.data === 'string' ? parsed.data : null;
}

function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, length - 1).replace(/\s+\S*$/u, '')}…`;
}
