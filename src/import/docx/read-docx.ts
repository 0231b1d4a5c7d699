import mammoth from 'mammoth';
import { blocksOf } from '../html/blocks-of.js';
import { depthOf, parsePage } from '../html/dom.js';
import { MAX_PAGE_DEPTH } from '../limits.js';
import { type Findings, NO_FINDINGS, type Reading } from '../reading.js';
import { unpackDocx } from './unpack-docx.js';

const REASONS = {
  'no-archive': 'This Word file is damaged and cannot be read. Save it anew and try again.',
  'no-document':
    'This is an archive and no Word file. Use a web page, a PDF, a Word file (.docx), Markdown or plain text.',
  'too-large': 'This Word file unpacks to too much. Split it, or save its text as a .txt file.',
  hostile: 'This Word file was not made by a word processor and is not read. Save its text as a .txt file.',
};

/** Word’s own styles for titles, and for quotes; headings, lists and tables mammoth knows. */
const STYLES = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
];

/** Reads a Word file: mammoth makes simple HTML of it. */
export async function readDocx(bytes: Uint8Array): Promise<Reading> {
  const unpacked = unpackDocx(bytes);
  if (unpacked.kind !== 'unpacked') return { kind: 'refused', reason: REASONS[unpacked.kind] };
  let html: string;
  try {
    const converted = await mammoth.convertToHtml(
      { buffer: Buffer.from(unpacked.archive) },
      {
        styleMap: STYLES,
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        externalFileAccess: false,
      },
    );
    html = converted.value;
  } catch (error) {
    // Deep nesting ends in an overflow of the stack.
    return { kind: 'refused', reason: REASONS[error instanceof RangeError ? 'too-large' : 'no-archive'] };
  }
  const page = parsePage(html);
  if (depthOf(page) > MAX_PAGE_DEPTH) return { kind: 'refused', reason: REASONS['too-large'] };
  const first = page.querySelector('h1.title') ?? page.querySelector('h1');
  const own = readProperties(unpacked.properties);
  const title = page.querySelector('h1.title')?.textContent ?? own.title ?? first?.textContent ?? null;
  // The title is no heading of the paragraphs under it.
  if (first && title !== null && first.textContent?.trim() === title.trim()) first.remove();
  return { kind: 'read', findings: { ...own, title }, blocks: blocksOf(page.body, { isPage: false }) };
}

function readProperties(xml: string): Findings {
  const page = parsePage(xml === '' ? '<p></p>' : `<div>${xml.replace(/<\?xml[^>]*>/, '')}</div>`);
  const text = (name: string) =>
    [...page.querySelectorAll('*')]
      .find(({ localName }) => localName.toLowerCase() === name)
      ?.textContent?.trim() || null;
  const title = text('dc:title');
  const author = text('dc:creator');
  return {
    ...NO_FINDINGS,
    // Programs fill in a template’s or a file’s name, and the account’s.
    title: title !== null && /\s/u.test(title) && !/\.docx?$/iu.test(title) ? title : null,
    author: author !== null && /\s/u.test(author) ? author : null,
    language: text('dc:language'),
  };
}
