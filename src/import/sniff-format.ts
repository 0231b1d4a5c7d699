/** The kinds of file that can be imported, or in words for the user why this is none of them. */
export type SniffedFormat =
  | { readonly kind: 'markdown' | 'plain' | 'html' | 'pdf' | 'docx' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** PDF readers look for the mark in the first kilobyte, as some servers put a line before it. */
const PDF_MARK_WITHIN = 1_024;
const HTML_MARK_WITHIN = 2_048;

const KINDS = 'Use a web page, a PDF, a Word file (.docx), Markdown or plain text.';

const FOREIGN: readonly (readonly [marks: readonly string[], reason: string])[] = [
  [
    ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    'This is an old Word file (.doc), or one locked with a password. Save it as an unlocked .docx and import that.',
  ],
  [['{\\rtf'], 'This is an RTF file. Save it as .docx and import that.'],
  [
    ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'RIFF', 'II*\0', 'MM\0*', 'BM'],
    `This is a picture or a recording, not text. ${KINDS}`,
  ],
  [['\x1f\x8b', '7z\xbc\xaf', 'Rar!', 'BZh', '\xfd7zXZ'], `This is an archive. Unpack it first. ${KINDS}`],
];

/**
 * Tells a file's format by its first bytes; where those do not (text has no marks), by the stated content type and
 * the name's ending.
 */
export function sniffFormat(bytes: Uint8Array, contentType: string | null, name: string): SniffedFormat {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, HTML_MARK_WITHIN)).toString(
    'latin1',
  );
  if (head.slice(0, PDF_MARK_WITHIN).includes('%PDF-')) return { kind: 'pdf' };
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return { kind: 'docx' };
  for (const [marks, reason] of FOREIGN) {
    // Two letters are too few to tell a bitmap from a text that begins with them, unless it is binary too.
    const isForeign = marks.some(
      (mark) => head.startsWith(mark) && (mark.length > 2 || /[^\P{Cc}\s]/u.test(head)),
    );
    if (isForeign) return { kind: 'unreadable', reason };
  }
  // UTF-16 has a null in every character of the marks that are looked for.
  if (isHtml(head.replaceAll('\0', ''))) return { kind: 'html' };
  return { kind: kindOfText(contentType, name) };
}

/** Is there a page's beginning, behind whatever comments and declarations? */
function isHtml(head: string): boolean {
  const start = head.replace(
    /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*/i,
    '',
  );
  return /^<(?:!doctype\s+html|html|head|body)[\s>]/i.test(start);
}

function kindOfText(contentType: string | null, name: string): 'markdown' | 'plain' | 'html' {
  const type = contentType?.split(';')[0]?.trim().toLowerCase();
  if (/\.(?:md|markdown)$/i.test(name) || type === 'text/markdown') return 'markdown';
  if (/\.(?:html?|xhtml)$/i.test(name) || type === 'text/html' || type === 'application/xhtml+xml')
    return 'html';
  return 'plain';
}
