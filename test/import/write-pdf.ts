import { deflateSync } from 'node:zlib';

export type PdfFont = 'regular' | 'bold' | 'italic';

/** A line of text on a page; `y` is counted from the top. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly font?: PdfFont;
  /** Added to each space, in points: how lines are set justified. */
  readonly wordSpacing?: number;
}

export interface PdfOptions {
  readonly info?: Readonly<Record<string, string>>;
  readonly language?: string;
  /** Objects put behind the others, such as a picture. */
  readonly extra?: readonly string[];
  readonly trailer?: string;
}

export const PAGE_WIDTH = 595;
export const PAGE_HEIGHT = 842;

/** Helvetica's widths of the printable ASCII characters, in thousandths of its size. */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

export function widthOf(text: string, size: number): number {
  const letters = [...text.normalize('NFD')].filter((letter) => !/\p{M}/u.test(letter));
  return (
    (letters.reduce((sum, letter) => sum + (WIDTHS[letter.charCodeAt(0) - 32] ?? 556), 0) * size) / 1_000
  );
}

/** A PDF of these pages, in Helvetica: as plain as one can be. */
export function writePdf(pages: readonly (readonly PdfText[])[], options: PdfOptions = {}): Uint8Array {
  const contents = pages.map((texts) => texts.map(operatorsFor).join('\n'));
  return assemblePdf(
    contents.map((content) => ({
      dictionary: '/Filter /FlateDecode',
      bytes: deflateSync(Buffer.from(content, 'latin1')),
    })),
    options,
  );
}

/** A PDF whose pages have these content streams as they are. */
export function assemblePdf(
  streams: readonly { dictionary: string; bytes: Uint8Array }[],
  options: PdfOptions = {},
): Uint8Array {
  const { info = {}, language, extra = [], trailer = '' } = options;
  const first = 6;
  const objects: Buffer[] = [
    latin(`<< /Type /Catalog /Pages 2 0 R ${language === undefined ? '' : `/Lang (${language})`} >>`),
    latin(
      `<< /Type /Pages /Count ${streams.length} /Kids [${streams.map((_, i) => `${first + 2 * i} 0 R`).join(' ')}] >>`,
    ),
    ...['Helvetica', 'Helvetica-Bold', 'Helvetica-Oblique'].map((name) =>
      latin(`<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`),
    ),
  ];
  for (const [i, { dictionary, bytes }] of streams.entries()) {
    objects.push(
      latin(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${PAGE_WIDTH} ${PAGE_HEIGHT}] /Contents ${first + 2 * i + 1} 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R /F3 5 0 R >> >> >>`,
      ),
      Buffer.concat([
        latin(`<< /Length ${bytes.length} ${dictionary} >>\nstream\n`),
        bytes,
        latin('\nendstream'),
      ]),
    );
  }
  const infoAt = objects.length + 1;
  objects.push(
    latin(
      `<< ${Object.entries(info)
        .map(([key, value]) => `/${key} ${string(value)}`)
        .join(' ')} >>`,
    ),
  );
  objects.push(...extra.map(latin));
  const parts: Buffer[] = [latin('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [i, object] of objects.entries()) {
    offsets.push(length);
    const part = Buffer.concat([latin(`${i + 1} 0 obj\n`), object, latin('\nendobj\n')]);
    parts.push(part);
    length += part.length;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  parts.push(
    latin(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info ${infoAt} 0 R ${trailer} >>\nstartxref\n${length}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

export interface FlowOptions {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size?: number;
  readonly font?: PdfFont;
  readonly leading?: number;
  /** Of each paragraph’s first line. */
  readonly indent?: number;
  /** Between paragraphs, in points. */
  readonly gap?: number;
  readonly isJustified?: boolean;
}

/**
 * Sets paragraphs in lines, divided at soft hyphens where they do not fit.
 * @returns the lines; the last one’s `y` says how far down they reach
 */
export function flow(paragraphs: readonly string[], options: FlowOptions): PdfText[] {
  const {
    x,
    y,
    width,
    size = 10,
    font = 'regular',
    leading = size * 1.25,
    indent = 0,
    gap = 0,
    isJustified = false,
  } = options;
  const lines: PdfText[] = [];
  let top = y;
  for (const [number, paragraph] of paragraphs.entries()) {
    if (number > 0) top += gap;
    const broken = breakLines(paragraph, (line) => width - (line === 0 ? indent : 0), size);
    for (const [i, text] of broken.entries()) {
      const left = x + (i === 0 ? indent : 0);
      const spaces = text.split(' ').length - 1;
      const room = x + width - left - widthOf(text, size);
      const isFull = isJustified && i < broken.length - 1 && spaces > 0;
      lines.push({ text, x: left, y: top, size, font, ...(isFull && { wordSpacing: room / spaces }) });
      top += leading;
    }
  }
  return lines;
}

function breakLines(paragraph: string, widthOfLine: (line: number) => number, size: number): string[] {
  const lines: string[] = [];
  let line = '';
  const fits = (text: string) => widthOf(text, size) <= widthOfLine(lines.length);
  for (const word of paragraph.split(' ')) {
    const whole = word.replaceAll('\u00ad', '');
    const joined = line === '' ? whole : `${line} ${whole}`;
    if (fits(joined)) {
      line = joined;
      continue;
    }
    const pieces = word.split('\u00ad');
    const count = pieces.findLastIndex((_, i) => i > 0 && fits(`${line} ${pieces.slice(0, i).join('')}-`));
    if (count > 0) {
      lines.push(`${line} ${pieces.slice(0, count).join('')}-`);
      line = pieces.slice(count).join('');
    } else {
      lines.push(line);
      line = whole;
    }
  }
  return [...lines, line].filter((one) => one !== '');
}

function operatorsFor({ text, x, y, size = 10, font = 'regular', wordSpacing = 0 }: PdfText): string {
  const name = { regular: 'F1', bold: 'F2', italic: 'F3' }[font];
  return `BT /${name} ${size} Tf ${wordSpacing.toFixed(3)} Tw 1 0 0 1 ${x.toFixed(2)} ${(PAGE_HEIGHT - y).toFixed(2)} Tm ${string(text)} Tj ET`;
}

/** In the PDF’s own notation; what is beyond Latin-1 is in Windows’ code page. */
function string(text: string): string {
  const encoded = [...text].map((letter) => WINDOWS[letter] ?? letter).join('');
  return `(${encoded.replace(/[\\()]/g, '\\$&')})`;
}

const WINDOWS: Readonly<Record<string, string>> = {
  '“': '\x93',
  '”': '\x94',
  '‘': '\x91',
  '’': '\x92',
  '–': '\x96',
  '—': '\x97',
  '•': '\x95',
  '…': '\x85',
};

function latin(text: string): Buffer {
  return Buffer.from(text, 'latin1');
}
