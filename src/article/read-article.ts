import { createHash } from 'node:crypto';
import type { Article, Paragraph } from './article.js';
import { readFileName } from './article-id.js';
import type { Block } from './block.js';
import { decodeText } from './decode-text.js';
import type { Fault } from './fault.js';
import { type LocalFault, type Metadata, NO_METADATA, readFrontMatter } from './front-matter.js';
import type { Lesson } from './lesson.js';
import { readMarkdownBlocks } from './markdown-blocks.js';
import { guessLanguage } from './script-language.js';
import { splitSentences } from './sentences.js';
import { splitFrontMatter } from './split-front-matter.js';
import { readWireText } from './wire-text.js';

/** An article's file as it comes from a folder, an upload or a command line. */
export interface ArticleFile {
  /** Name or path; faults repeat it, the id is its last part without the ending. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadResult {
  /** null when a fault leaves nothing that can be cited. */
  readonly article: Article | null;
  /** Everything to mend, by line. Empty for a good file. */
  readonly faults: readonly Fault[];
}

/** What the two formats come to before the paragraphs are numbered. */
interface Draft {
  readonly metadata: Metadata;
  readonly blocks: readonly Block[];
  readonly faults: readonly LocalFault[];
  /** Where the front matter's lessons begin. */
  readonly lessonsLine: number;
  /** Where the text begins, for the fault that there is none. */
  readonly bodyLine: number;
}

/**
 * Reads an article's file, Markdown (`.md`) or plain text (`.txt`). Pure; never throws.
 *
 * The article is null when the file's name cannot be an id, the file is too large, binary, empty or not
 * UTF-8, its front matter is missing or broken, or it has no title or no paragraph. With any other fault,
 * an unknown key or a value that a key cannot have, it still loads, without that value.
 */
export function readArticle(file: ArticleFile): ReadResult {
  const fail = (faults: readonly LocalFault[]): ReadResult => ({
    article: null,
    faults: named(file.name, faults),
  });
  const name = readFileName(file.name);
  if (!name.ok) return fail([{ line: 1, reason: name.reason }]);
  const decoded = decodeText(file.bytes);
  if (!decoded.ok) return fail([decoded]);
  const draft = name.format === 'markdown' ? draftMarkdown(decoded.text) : draftPlain(decoded.text);
  const faults = [...draft.faults];
  const { title } = draft.metadata;
  if (title !== null && draft.blocks.length === 0) {
    faults.push({ line: draft.bodyLine, reason: 'The article has no text. Write its paragraphs here.' });
  }
  if (title === null || draft.blocks.length === 0) return fail(faults);
  const language = draft.metadata.language ?? 'en';
  const paragraphs = numberParagraphs(draft.blocks, language);
  const { lessons } = draft.metadata;
  const taught = lessons.filter((lesson) => hasPlace(paragraphs, lesson));
  if (taught.length < lessons.length) {
    const reason = '`taught` names a paragraph or a sentence that the article does not have.';
    faults.push({ line: draft.lessonsLine, reason });
  }
  const article: Article = {
    ...draft.metadata,
    id: name.id,
    version: versionOf(file.bytes),
    title,
    language,
    lessons: taught,
    paragraphs,
  };
  return { article, faults: named(file.name, faults) };
}

function draftMarkdown(text: string): Draft {
  const parts = splitFrontMatter(text);
  if (parts.yaml === null) return nothing([parts.fault], 1);
  const { metadata, lines, faults } = readFrontMatter(parts.yaml);
  const { bodyLine } = parts;
  if (metadata === null) return nothing(faults, bodyLine);
  const hasTitleFault = faults.some((fault) => fault.reason.startsWith('`title`'));
  const missing = { line: 1, reason: 'The article has no title. Write `title: …` in the front matter.' };
  return {
    metadata,
    blocks: readMarkdownBlocks(parts.body),
    faults: metadata.title === null && !hasTitleFault ? [missing, ...faults] : faults,
    lessonsLine: lines.get('taught') ?? 1,
    bodyLine,
  };
}

function nothing(faults: readonly LocalFault[], bodyLine: number): Draft {
  return { metadata: NO_METADATA, blocks: [], faults, lessonsLine: 1, bodyLine };
}

/** Front matter is honoured before plain text too, and wins over what the story says of itself. */
function draftPlain(text: string): Draft {
  const parts = splitFrontMatter(text);
  const stated = readFrontMatter(parts.yaml ?? '');
  const bodyLine = parts.yaml === null ? 1 : parts.bodyLine;
  if (stated.metadata === null) return nothing(stated.faults, bodyLine);
  const body = parts.yaml === null ? text : parts.body;
  const { blocks, ...story } = readWireText(body);
  const { metadata } = stated;
  return {
    metadata: {
      ...metadata,
      title: metadata.title ?? story.title,
      author: metadata.author ?? story.author,
      editors: metadata.editors.length > 0 ? metadata.editors : story.editors,
      publisher: metadata.publisher ?? story.publisher,
      place: metadata.place ?? story.place,
      language: metadata.language ?? guessLanguage(body),
    },
    blocks,
    faults: stated.faults,
    lessonsLine: stated.lines.get('taught') ?? 1,
    bodyLine,
  };
}

function hasPlace(paragraphs: readonly Paragraph[], { paragraph, sentence }: Lesson): boolean {
  if (paragraph === null) return true;
  const own = paragraphs[paragraph - 1];
  return own !== undefined && (sentence === null || sentence <= own.sentences.length);
}

function numberParagraphs(blocks: readonly Block[], language: string): readonly Paragraph[] {
  return blocks.map(({ text, heading }, i) => ({
    number: i + 1,
    text,
    heading,
    sentences: splitSentences(text, language).map(({ start, end }, index) => ({
      paragraph: i + 1,
      index,
      start,
      end,
      text: text.slice(start, end),
    })),
  }));
}

function versionOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 10);
}

function named(file: string, faults: readonly LocalFault[]): Fault[] {
  return faults.map(({ line, reason }) => ({ file, line, reason })).sort((a, b) => a.line - b.line);
}
