import { stringify } from 'yaml';
import type { Article, Paragraph } from './article.js';
import { escapeMarkdown } from './escape-markdown.js';
import type { Fault } from './fault.js';
import { groupLessons } from './group-lessons.js';
import { type ArticleFile, readArticle } from './read-article.js';

export type ImportResult =
  | { readonly ok: true; readonly id: string; readonly markdown: string; readonly faults: readonly Fault[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * Turns a file that `readArticle` reads into the project's Markdown: front matter, then the paragraphs.
 * Read back it gives the same paragraphs, sentences and metadata. Faults that left the article readable
 * come along. Pure; never throws.
 */
export function importArticle(file: ArticleFile): ImportResult {
  const { article, faults } = readArticle(file);
  return article
    ? { ok: true, id: article.id, markdown: toMarkdown(article), faults }
    : { ok: false, faults };
}

function toMarkdown(article: Article): string {
  const frontMatter = stringify(frontMatterOf(article), { lineWidth: 0 });
  return `---\n${frontMatter}---\n\n${bodyOf(article.paragraphs)}\n`;
}

function frontMatterOf(article: Article): Record<string, unknown> {
  const { title, author, editors, publisher, place, published, url, language, aliases, lessons } = article;
  const fields = {
    title,
    author,
    editors: editors.length > 0 ? editors : null,
    publisher,
    place,
    published,
    url,
    language,
    aliases: aliases.size > 0 ? Object.fromEntries(aliases) : null,
    taught: lessons.length > 0 ? groupLessons(lessons) : null,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function bodyOf(paragraphs: readonly Paragraph[]): string {
  return paragraphs
    .map(({ text, heading }, i) => {
      const isNew = heading !== null && heading !== (paragraphs[i - 1]?.heading ?? null);
      return isNew ? `## ${escapeHeading(heading)}\n\n${escapeMarkdown(text)}` : escapeMarkdown(text);
    })
    .join('\n\n');
}

/** Number signs at a heading's end would be taken for its closing marks. */
function escapeHeading(heading: string): string {
  return escapeMarkdown(heading).replace(/(?<=^|\s)(?=#+$)/u, '\\');
}
