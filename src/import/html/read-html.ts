import { Readability } from '@mozilla/readability';
import type { Block } from '../../article/block.js';
import { MAX_PAGE_DEPTH, MAX_PAGE_TAGS } from '../limits.js';
import type { Findings, Reading } from '../reading.js';
import { blocksOf } from './blocks-of.js';
import { type DomDocument, type DomElement, depthOf, parsePage } from './dom.js';
import { readPageMetadata } from './page-metadata.js';
import { markBreaks, prunePage } from './prune-page.js';

/** Readability goes on to looser rules while it has found less than this; its default is meant for news sites. */
const MIN_LENGTH = 200;
/** A shorter line is a label, even with a full stop. */
const MIN_SENTENCE_LENGTH = 20;

/** Reads a page: its article by Readability, what it says of itself from meta tags, JSON-LD and microdata. */
export function readHtml(html: string, url: string | null): Reading {
  if (countTags(html) > MAX_PAGE_TAGS) return tooComplex();
  const page = parsePage(html);
  if (depthOf(page) > MAX_PAGE_DEPTH) return tooComplex();
  const metadata = readPageMetadata(page);
  prunePage(page);
  markBreaks(page);
  const found = findBlocks(page);
  const stated = metadata.body === null ? [] : blocksOfBody(metadata.body);
  const blocks = lengthOf(found.blocks) < lengthOf(stated) / 2 ? stated : found.blocks;
  const findings: Findings = {
    title: metadata.title ?? found.title,
    author: metadata.author ?? found.author,
    publisher: metadata.publisher,
    published: metadata.published ?? dateInPath(url),
    language: metadata.language,
    url: ownAddress(metadata.url, url),
  };
  return { kind: 'read', findings, blocks };
}

function tooComplex(): Reading {
  return {
    kind: 'refused',
    reason: 'This page is built in too many parts to be read. Copy the article’s text and import that.',
  };
}

function countTags(html: string): number {
  let count = 0;
  for (let at = html.indexOf('<'); at >= 0 && count <= MAX_PAGE_TAGS; at = html.indexOf('<', at + 1)) count++;
  return count;
}

interface Found {
  readonly blocks: readonly Block[];
  readonly title: string | null;
  readonly author: string | null;
}

function findBlocks(page: DomDocument): Found {
  // Readability takes the tree apart, so what it may miss is read first.
  const marked = page.querySelector('[itemprop="articleBody"], article, main, [role="main"]');
  const whole = blocksOf(marked ?? page.body, { isPage: true });
  const readable = new Readability<DomElement>(page as never, {
    charThreshold: MIN_LENGTH,
    keepClasses: true,
    serializer: (element: unknown) => element as DomElement,
  }).parse();
  const read = readable?.content ? blocksOf(readable.content, { isPage: true }) : [];
  const isMissed = lengthOf(read) < lengthOf(whole) / 3;
  const blocks = isMissed ? whole : marked ? withLeftOut(read, whole) : read;
  return { blocks, title: readable?.title || null, author: readable?.byline || null };
}

/**
 * What Readability keeps, and what it takes for furniture though it stands among that in the part of the page that is
 * marked as the article's: lists and lines of figures for the most part. Only whole sentences come back, and nothing
 * from below the end, where links to other articles are.
 */
function withLeftOut(read: readonly Block[], whole: readonly Block[]): readonly Block[] {
  const kept = new Set(read.map(({ text }) => text));
  const end = whole.findLastIndex(({ text }) => kept.has(text));
  const found = whole.filter(({ text }, i) => i <= end && (kept.has(text) || isSentence(text)));
  // Readability joins and parts paragraphs of pages that have none.
  return lengthOf(found) < lengthOf(read) * 0.9 ? read : found;
}

function isSentence(text: string): boolean {
  return text.length >= MIN_SENTENCE_LENGTH && /[.!?。！？…]["”’»)]*$/u.test(text);
}

/** JSON-LD holds the text with or without tags; without, each line is a paragraph. */
function blocksOfBody(body: string): readonly Block[] {
  if (/<p[\s>]/i.test(body)) {
    const page = parsePage(body);
    return depthOf(page) > MAX_PAGE_DEPTH ? [] : blocksOf(page.body, { isPage: true });
  }
  return body
    .split(/\n+/u)
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '')
    .map((text) => ({ text, heading: null }));
}

function lengthOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { text }) => sum + text.length, 0);
}

/** News sites file their pages by day: `/2025/06/12/harbour-crane-falls`. */
function dateInPath(url: string | null): string | null {
  return url === null ? null : (/\/((?:19|20)\d\d\/\d{1,2}\/\d{1,2})\//.exec(url)?.[1] ?? null);
}

/** A page may state its own address, without what was added to the link; another site’s is not believed. */
function ownAddress(stated: string | null, url: string | null): string | null {
  if (stated === null || !URL.canParse(stated, url ?? undefined)) return url;
  const address = new URL(stated, url ?? undefined);
  if (url !== null && address.hostname !== new URL(url).hostname) return url;
  return address.pathname === '/' && url !== null ? url : address.href;
}
