import { z } from 'zod';
import { joinNames } from '../../article/join-names.js';
import { MAX_LINKED_BLOCKS, MAX_LINKED_ITEMS, MAX_LINKED_LENGTH } from '../limits.js';
import { type Findings, NO_FINDINGS } from '../reading.js';
import type { DomDocument } from './dom.js';

/** What a page says of itself, and its text when it is told apart from the markup. */
export interface PageMetadata extends Findings {
  /** The article's text as JSON-LD holds it; pages that are drawn by a script have it nowhere else. */
  readonly body: string | null;
}

/** Reads meta tags (OpenGraph, Dublin Core, Highwire and the usual names), JSON-LD and microdata. Never throws. */
export function readPageMetadata(page: DomDocument): PageMetadata {
  const linked = readLinkedData(page);
  const meta = readMetaTags(page);
  const first = (...names: string[]) => names.map((name) => meta.get(name)).find((value) => value) ?? null;
  const marked = (name: string) => readMarked(page, name);
  const headline =
    linked.title ?? first('og:title', 'twitter:title', 'citation_title', 'dc.title', 'dcterms.title');
  return {
    title: withoutSite(
      headline ?? onlyHeading(page) ?? (page.title || null),
      linked.publisher ?? first('og:site_name'),
    ),
    author: linked.author ?? (joinNames(authorsOf(page, meta)) || marked('author')),
    publisher:
      linked.publisher ??
      first('og:site_name', 'citation_journal_title', 'dc.publisher', 'publisher', 'application-name'),
    published: linked.published ?? first(...DATES) ?? marked('datePublished') ?? readTime(page),
    language:
      (
        page.documentElement.getAttribute('lang') ||
        page.documentElement.getAttribute('xml:lang') ||
        linked.language ||
        first('content-language', 'dc.language', 'og:locale')
      )?.replace('_', '-') ?? null,
    url: first('og:url') ?? page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null,
    body: linked.body,
  };
}

const DATES = [
  'article:published_time',
  'og:article:published_time',
  'datepublished',
  'parsely-pub-date',
  'publish-date',
  'publish_date',
  'publication_date',
  'pubdate',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dc.date',
  'dcterms.date',
  'citation_publication_date',
  'citation_date',
  'date',
];

/** The first value of each name, in lower case. */
function readMetaTags(page: DomDocument): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (const tag of page.querySelectorAll('meta[content]')) {
    const name = (
      tag.getAttribute('property') ??
      tag.getAttribute('name') ??
      tag.getAttribute('itemprop') ??
      tag.getAttribute('http-equiv')
    )?.toLowerCase();
    const content = tag.getAttribute('content')?.trim();
    if (name && content && !tags.has(name)) tags.set(name, content);
  }
  return tags;
}

function authorsOf(page: DomDocument, meta: ReadonlyMap<string, string>): readonly string[] {
  const several = [
    ...page.querySelectorAll(
      'meta[name="citation_author"], meta[property="article:author"], meta[name="author"], meta[name="dc.creator"], meta[name="DC.creator"]',
    ),
  ]
    .map(
      (tag) =>
        [
          tag.getAttribute('name') ?? tag.getAttribute('property') ?? '',
          tag.getAttribute('content') ?? '',
        ] as const,
    )
    .filter(([, content]) => content.trim() !== '' && !/^https?:/i.test(content));
  const [firstName] = several[0] ?? [];
  const named = several.filter(([name]) => name === firstName).map(([, content]) => inOrder(content.trim()));
  if (named.length > 0) return [...new Set(named)];
  const other = meta.get('parsely-author') ?? meta.get('byl') ?? meta.get('sailthru.author');
  return other === undefined ? [] : [other];
}

/** Scholarly pages write `Roe, Jane`. */
function inOrder(name: string): string {
  const [, family, given] = /^(\p{Lu}[\p{L}'’-]+), (\p{Lu}[\p{L}.'’ -]+)$/u.exec(name) ?? [];
  return family === undefined ? name : `${given} ${family}`;
}

/** Microdata, and the names that pages give their bylines. */
function readMarked(page: DomDocument, name: string): string | null {
  const found =
    page.querySelector(`[itemprop="${name}"]`) ??
    (name === 'author'
      ? page.querySelector('[rel="author"], .byline .author, .author-name, .byline__name, .p-author')
      : null);
  if (!found) return null;
  const inner = found.querySelector('[itemprop="name"]') ?? found;
  return (
    inner.getAttribute('content') ?? inner.getAttribute('datetime') ?? (inner.textContent?.trim() || null)
  );
}

/** The time that is marked as the article's, else the only one on the page. */
function readTime(page: DomDocument): string | null {
  const times = [...page.querySelectorAll('time')].filter(
    (time) => time.hasAttribute('datetime') || time.textContent?.trim(),
  );
  const own =
    times.find((time) => time.hasAttribute('pubdate')) ??
    page.querySelector(
      'article time, header time, .byline time, .published, .entry-date, .post-date, .date-published',
    ) ??
    (times.length === 1 ? times[0] : undefined);
  return own?.getAttribute('datetime') || own?.textContent?.trim() || null;
}

function onlyHeading(page: DomDocument): string | null {
  const headings = [...page.querySelectorAll('h1')]
    .map((heading) => heading.textContent?.replace(/\s+/gu, ' ').trim() ?? '')
    .filter((text) => text !== '');
  const distinct = [...new Set(headings)];
  if (distinct.length === 1) return distinct[0] ?? null;
  // Of several, the one that begins the page's title is the article's and not the site's name.
  return distinct.find((text) => page.title.trim().startsWith(text)) ?? null;
}

/** `The headline - The Site` or `The headline | The Site`, where that is the site’s name or stands behind a bar. */
function withoutSite(title: string | null, site: string | null): string | null {
  if (title === null) return null;
  const text = title.replace(/\s+/gu, ' ').trim();
  const cut =
    text.lastIndexOf(' | ') > 0
      ? text.lastIndexOf(' | ')
      : Math.max(text.lastIndexOf(' - '), text.lastIndexOf(' – '), text.lastIndexOf(' — '));
  if (cut <= 0) return text;
  const [head, tail] = [text.slice(0, cut).trim(), text.slice(cut + 3).trim()];
  const isSite =
    tail.toLowerCase() === site?.toLowerCase() || (text[cut + 1] === '|' && head.length > tail.length);
  return isSite ? head : text;
}

interface LinkedArticle {
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly language: string | null;
  readonly body: string | null;
}

const NO_ARTICLE: LinkedArticle = { ...NO_FINDINGS, body: null };

const text = z.preprocess(
  (value) => (Array.isArray(value) ? value[0] : value),
  z.union([z.string(), z.object({ '@value': z.string() }).transform((value) => value['@value'])]),
);

const optionalText = text
  .transform((value) => decodeEntities(value.trim()) || null)
  .nullable()
  .catch(null)
  .default(null);

const named = z
  .union([z.string(), z.object({ name: text }).transform(({ name }) => name)])
  .nullable()
  .catch(null);

const names = z
  .preprocess((value) => (Array.isArray(value) ? value.slice(0, 30) : [value]), z.array(named))
  .transform((list) =>
    list
      .filter((name): name is string => name !== null && name.trim() !== '' && !/^https?:/i.test(name))
      .map((name) => decodeEntities(name.trim())),
  )
  .catch([])
  .default([]);

const item = z.object({
  '@type': z.preprocess((value) => (Array.isArray(value) ? value.join(' ') : value), z.string()).catch(''),
  headline: optionalText,
  name: optionalText,
  author: names,
  creator: names,
  publisher: names,
  datePublished: optionalText,
  dateCreated: optionalText,
  inLanguage: optionalText,
  articleBody: optionalText,
});

const ARTICLE_TYPE = /(?:Article|BlogPosting|Report|NewsStory|Recipe|HowTo|Posting)\b/;

function readLinkedData(page: DomDocument): LinkedArticle {
  const items: unknown[] = [];
  for (const script of [...page.querySelectorAll('script[type="application/ld+json"]')].slice(
    0,
    MAX_LINKED_BLOCKS,
  )) {
    const source = script.textContent ?? '';
    if (source.length <= MAX_LINKED_LENGTH) collect(parseJson(source), items, 0);
  }
  const articles = items
    .map((one) => item.safeParse(one))
    .flatMap((parsed) => (parsed.success && ARTICLE_TYPE.test(parsed.data['@type']) ? [parsed.data] : []));
  // A page may describe others that it links to; its own is described in full.
  const [own] = articles.toSorted((a, b) => weight(b) - weight(a));
  if (!own) return NO_ARTICLE;
  const authors = own.author.length > 0 ? own.author : own.creator;
  return {
    title: own.headline ?? own.name,
    author: joinNames([...new Set(authors)]) || null,
    publisher: own.publisher[0] ?? null,
    published: own.datePublished ?? own.dateCreated,
    language: own.inLanguage,
    body: own.articleBody,
  };
}

function weight(article: z.infer<typeof item>): number {
  return [article.articleBody, article.headline, article.datePublished, article.author[0]].filter(Boolean)
    .length;
}

function parseJson(source: string): unknown {
  try {
    return JSON.parse(source.replace(/^\s*(?:<!\[CDATA\[|<!--)|(?:\]\]>|-->)\s*$/g, ''));
  } catch {
    return null;
  }
}

/** Items stand alone, in a list, in a `@graph` or as what the page is about. */
function collect(value: unknown, items: unknown[], depth: number): void {
  if (depth > 4 || items.length >= MAX_LINKED_ITEMS || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const one of value.slice(0, MAX_LINKED_ITEMS)) collect(one, items, depth + 1);
    return;
  }
  items.push(value);
  for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage'])
    if (key in value) collect((value as Record<string, unknown>)[key], items, depth + 1);
}

/** JSON-LD is often made from HTML, with its entities. */
function decodeEntities(value: string): string {
  return value
    .replace(/&#(\d{1,6});/g, (_, code: string) => fromCode(Number(code)))
    .replace(/&#x([\da-f]{1,5});/gi, (_, code: string) => fromCode(Number.parseInt(code, 16)))
    .replace(/&(quot|apos|lt|gt|nbsp|amp);/g, (_, name: string) => ENTITIES[name] ?? '');
}

function fromCode(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  nbsp: ' ',
  amp: '&',
};
