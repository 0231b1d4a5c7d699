import { stringify } from 'yaml';
import type { Block } from './block.js';
import { escapeMarkdown } from './escape-markdown.js';
import type { Metadata } from './front-matter.js';
import { groupLessons } from './group-lessons.js';

/**
 * An article's file: front matter, then the paragraphs. Read back it gives the same paragraphs and metadata, when
 * those are such as front matter may hold.
 */
export function writeArticle(metadata: Metadata, blocks: readonly Block[]): string {
  const frontMatter = stringify(frontMatterOf(metadata), { lineWidth: 0 });
  return `---\n${frontMatter}---\n\n${bodyOf(blocks)}\n`;
}

function frontMatterOf(metadata: Metadata): Record<string, unknown> {
  const { title, author, editors, publisher, place, published, url, language, aliases, lessons } = metadata;
  const fields = {
    title,
    author,
    editors: editors.length > 0 ? editors : null,
    publisher,
    place,
    published,
    url,
    language,
    redistributable: metadata.redistributable ? true : null,
    aliases: aliases.size > 0 ? Object.fromEntries(aliases) : null,
    taught: lessons.length > 0 ? groupLessons(lessons) : null,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function bodyOf(blocks: readonly Block[]): string {
  return blocks
    .map(({ text, heading }, i) => {
      const isNew = heading !== null && heading !== (blocks[i - 1]?.heading ?? null);
      return isNew ? `## ${escapeHeading(heading)}\n\n${escapeMarkdown(text)}` : escapeMarkdown(text);
    })
    .join('\n\n');
}

/** Number signs at a heading's end would be taken for its closing marks. */
function escapeHeading(heading: string): string {
  return escapeMarkdown(heading).replace(/(?<=^|\s)(?=#+$)/u, '\\');
}
