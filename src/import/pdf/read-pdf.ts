import { getDocumentProxy } from 'unpdf';
import { MAX_PDF_PAGES } from '../limits.js';
import { type Findings, NO_FINDINGS, type Reading } from '../reading.js';
import { withoutFurniture } from './furniture.js';
import { type BodyType, bodyType, paragraphsOf } from './paragraphs.js';
import { type Column, readingOrder } from './reading-order.js';
import { type PdfPage, type Piece, stretchesOf, type TextLine } from './text-line.js';
import { LineJoiner } from './unhyphenate.js';

/** A title is set larger than the running text by this much. */
const TITLE_SIZE = 1.3;
const MAX_TITLE_LENGTH = 250;
const MAX_MASTHEAD_LENGTH = 70;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

const LOCKED = 'This PDF is locked with a password. Save a copy without one and import that.';
const DAMAGED = 'This PDF is damaged and cannot be read. Save it anew and try again.';
const SCANNED =
  'This PDF holds pictures of pages and no text. Run text recognition (OCR) over it, or paste the text.';
const TOO_LONG = `This PDF has more than ${MAX_PDF_PAGES} pages. Split it into several articles.`;

/** Reads a PDF's text as it is laid out: columns, headings, paragraphs that go on over pages. */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  let pdf: Pdf;
  try {
    // It takes no buffers of Node's. Quiet, and nothing is run or fetched that a file asks for.
    pdf = await getDocumentProxy(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), {
      verbosity: 0,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
    });
  } catch (error) {
    return refuse(error instanceof Error && error.name === 'PasswordException' ? LOCKED : DAMAGED);
  }
  if (pdf.numPages > MAX_PDF_PAGES) return refuse(TOO_LONG);
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) pages.push(await readPage(pdf, number));
  if (pages.every(({ pieces }) => pieces.every(({ text }) => !/[\p{L}\p{N}]/u.test(text))))
    return refuse(SCANNED);
  return { kind: 'read', ...layOut(pages, await readMetadata(pdf)) };
}

function refuse(reason: string): Reading {
  return { kind: 'refused', reason };
}

function layOut(pages: readonly PdfPage[], stated: Findings) {
  const lines = withoutFurniture(pages.map((page) => ({ page, lines: stretchesOf(page.pieces) })));
  const columns = lines.map(readingOrder);
  const body = bodyType(columns.flat());
  const title = findTitle(columns[0] ?? [], body, stated.title);
  const masthead = linesAbove(columns[0]?.flat() ?? [], title.lines);
  const rest = columns
    .flat()
    .map((column) => column.filter((line) => !title.lines.has(line) && !masthead.has(line)));
  const joiner = new LineJoiner(rest.flat().map(({ text }) => text));
  const blocks = paragraphsOf(
    rest.filter((column) => column.length > 0),
    body,
    joiner,
  );
  return { findings: { ...stated, title: title.text }, blocks };
}

async function readPage(pdf: Pdf, number: number): Promise<PdfPage> {
  const page = await pdf.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ includeMarkedContent: false });
  const pieces: Piece[] = [];
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue;
    const [a, b, , , x, y] = multiply(viewport.transform, item.transform);
    const size = Math.hypot(a, b);
    // Text that runs upwards is a stamp or a label of a chart.
    if (size === 0 || Math.abs(b) > Math.abs(a) * 0.1) continue;
    pieces.push({ text: item.str, x, right: x + item.width * viewport.scale, y, size, font: item.fontName });
  }
  page.cleanup();
  return { width: viewport.width, height: viewport.height, pieces };
}

type Matrix = readonly [number, number, number, number, number, number];

function multiply(outer: readonly number[], inner: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = inner;
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}

async function readMetadata(pdf: Pdf): Promise<Findings> {
  const { info } = await pdf.getMetadata().catch(() => ({ info: {} }));
  const stated = (key: string) => {
    const value: unknown = (info as Record<string, unknown>)[key];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const title = stated('Title');
  const author = stated('Author');
  return {
    ...NO_FINDINGS,
    // Programs put a file's name there when nobody has named it.
    title:
      title !== null &&
      !/^(?:microsoft |untitled|document\d*$|slide)|\.(?:docx?|pdf|indd|qxd|tex|dvi|pages|odt|rtf)$/iu.test(
        title,
      ) &&
      /\s/u.test(title)
        ? title
        : null,
    author: author !== null && /\s/u.test(author) ? author : null,
    language: stated('Language'),
  };
}

/** The stated title when the first page shows it, else the largest text there, else what is stated. */
function findTitle(
  columns: readonly Column[],
  body: BodyType,
  stated: string | null,
): { text: string | null; lines: ReadonlySet<TextLine> } {
  const lines = columns.flat();
  const runs = runsOfSize(lines.filter((line) => line.size >= body.size * TITLE_SIZE));
  const shown = runs.find((run) => stated !== null && keyOf(joined(run)) === keyOf(stated));
  if (shown) return { text: stated, lines: new Set(shown) };
  const fitting = runs.filter(
    (run) => joined(run).length <= MAX_TITLE_LENGTH && /\p{L}{2}/u.test(joined(run)),
  );
  const isStatedShown =
    stated !== null && keyOf(lines.map(({ text }) => text).join('')).includes(keyOf(stated));
  const [largest] = fitting.toSorted((a, b) => (b[0]?.size ?? 0) - (a[0]?.size ?? 0));
  if (largest && !isStatedShown) return { text: joined(largest), lines: new Set(largest) };
  return { text: stated, lines: new Set() };
}

/** What stands over the title, such as the paper’s name, when it is no running text. */
function linesAbove(lines: readonly TextLine[], title: ReadonlySet<TextLine>): ReadonlySet<TextLine> {
  const top = Math.min(...[...title].map(({ y }) => y));
  const above = title.size === 0 ? [] : lines.filter((line) => line.y < top);
  return new Set(above.every(({ text }) => text.length <= MAX_MASTHEAD_LENGTH) ? above : []);
}

/** Lines of one size that follow one another. */
function runsOfSize(lines: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const runs: TextLine[][] = [];
  for (const line of lines) {
    const last = runs.at(-1)?.at(-1);
    const goesOn =
      last && Math.abs(last.size - line.size) < 0.6 && line.y - last.y < line.size * 1.8 && line.y >= last.y;
    if (goesOn) runs.at(-1)?.push(line);
    else runs.push([line]);
  }
  return runs;
}

function joined(lines: readonly TextLine[]): string {
  return new LineJoiner([]).join(lines.map(({ text }) => text));
}

function keyOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
