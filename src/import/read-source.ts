import type { Article } from '../article/article.js';
import { deriveTitle } from '../article/derive-title.js';
import { type ArticleFile, readArticle } from '../article/read-article.js';
import { splitFrontMatter } from '../article/split-front-matter.js';
import { writeArticle } from '../article/write-article.js';
import { articleFileName } from './article-file-name.js';
import { decodeBytes } from './decode-bytes.js';
import { detectLanguage } from './detect-language.js';
import { finishArticle } from './finish-article.js';
import { type ImportJob, type ImportOutcome, refuse } from './import-messages.js';
import type { Reading } from './reading.js';
import { sniffFormat } from './sniff-format.js';

const EMPTY = 'The file is empty.';
const BINARY = 'This file holds no text. Use a web page, a PDF, a Word file (.docx), Markdown or plain text.';

/** Turns a file into an article file, or says why not. Slow and hungry on hostile files: for the thread alone. */
export async function readSource(job: ImportJob): Promise<ImportOutcome> {
  const { bytes, contentType, name, url } = job;
  if (bytes.length === 0) return refuse(EMPTY);
  const format = sniffFormat(bytes, contentType, name);
  switch (format.kind) {
    case 'unreadable':
      return refuse(format.reason);
    case 'pdf': {
      const { readPdf } = await import('./pdf/read-pdf.js');
      return finish(job, await readPdf(bytes));
    }
    case 'docx': {
      const { readDocx } = await import('./docx/read-docx.js');
      return finish(job, await readDocx(bytes));
    }
    default: {
      const text = decodeBytes(bytes, contentType, format.kind === 'html');
      if (text === null) return refuse(BINARY);
      if (text.trim() === '') return refuse(EMPTY);
      if (format.kind !== 'html') return readText(job, text, format.kind);
      const { readHtml } = await import('./html/read-html.js');
      return finish(job, readHtml(text, url));
    }
  }
}

function finish({ name, url }: ImportJob, reading: Reading): ImportOutcome {
  if (reading.kind === 'refused') return reading;
  // The last part of an address is often a number, and a title always says what the article is.
  const findings = { ...reading.findings, url: reading.findings.url ?? url };
  return finishArticle(findings, reading.blocks, url === null ? name : null);
}

/** Markdown and plain text are read by the project’s own rules; Markdown from elsewhere has no front matter. */
function readText({ name, url }: ImportJob, text: string, kind: 'markdown' | 'plain'): ImportOutcome {
  const own = text.trimStart();
  const isBare = kind === 'markdown' && !/^---[ \t]*\n/.test(own);
  const source = isBare ? withFrontMatter(own) : own;
  const read = readArticle(fileOf(name, kind === 'markdown' ? 'md' : 'txt', source));
  if (!read.article) return refuse(firstFault(read.faults));
  const { article: draft } = read;
  if (isBare) return finishBare(draft, name, url);
  const language = statesLanguage(source) ? draft.language : detectLanguage(source);
  const markdown = writeArticle({ ...draft, language, url: draft.url ?? url }, draft.paragraphs);
  const { article, faults } = readArticle(fileOf(name, 'md', markdown));
  return article
    ? { kind: 'imported', markdown, article, faults: [...read.faults, ...faults] }
    : refuse(firstFault(faults));
}

/** A story without front matter says in its text who wrote it and when, as a page does. */
function finishBare({ title, paragraphs }: Article, name: string, url: string | null): ImportOutcome {
  const findings = { title, author: null, publisher: null, published: null, url, language: null };
  return finishArticle(findings, paragraphs, url === null ? name : null);
}

/** The reader of texts tells languages by their letters alone, and takes what it cannot tell for English. */
function statesLanguage(source: string): boolean {
  const { yaml } = splitFrontMatter(source);
  return yaml !== null && /^language[ \t]*:/mu.test(yaml);
}

/** Its first heading is its title, or else its first sentence. */
function withFrontMatter(markdown: string): string {
  const [, heading, rest] = /^#[ \t]+([^\n]+)\n([\s\S]*)$/u.exec(markdown) ?? [];
  const title = (heading ?? deriveTitle(markdown.slice(0, 2_000).replace(/^\W+/u, '')))
    .replace(/[*_`]/gu, '')
    .trim();
  return `---\ntitle: ${JSON.stringify(title.slice(0, 250))}\n---\n\n${rest ?? markdown}`;
}

function fileOf(name: string, ending: 'md' | 'txt', text: string): ArticleFile {
  return { name: articleFileName(name, ending), bytes: Buffer.from(text) };
}

function firstFault(faults: readonly { line: number; reason: string }[]): string {
  const [fault] = faults;
  if (!fault) return 'There is no text in this file.';
  return fault.line > 1 ? `Line ${fault.line}: ${fault.reason}` : fault.reason;
}
