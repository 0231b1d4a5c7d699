import { MAX_FILE_BYTES } from './limits.js';

/** A file's text, or the first thing that keeps it from being one. */
export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly line: number; readonly reason: string };

const NEWLINE = 0x0a;

/**
 * The text of a UTF-8 file, without its byte order mark and with `\n` at the end of every line. Never
 * throws: what is too large, binary, empty or in another encoding comes back with its line and reason.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_FILE_BYTES) return refuse(1, tooLarge(bytes.length));
  if (isUtf16(bytes)) return refuse(1, 'The file is saved as UTF-16. Save it as UTF-8.');
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    return refuse(
      lineAt(bytes, nul),
      'The file is binary (it holds a null byte), not text. Give a text file.',
    );
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    if (text.trim() === '') return refuse(1, 'The file is empty.');
    return { ok: true, text: text.replace(/\r\n?/g, '\n') };
  } catch {
    return refuse(
      firstBadLine(bytes),
      'This line is not UTF-8: the file is in another encoding, or no text. Save it as UTF-8.',
    );
  }
}

/** Why a file of so many bytes is refused; the folder's loader says so without reading it. */
export function tooLarge(bytes: number): string {
  const [size, limit] = [bytes, MAX_FILE_BYTES].map((n) => (n / 1_000_000).toFixed(1));
  return `The file is too large: ${size} MB, and ${limit} MB is the most. Split it into several articles.`;
}

function refuse(line: number, reason: string): Decoded {
  return { ok: false, line, reason };
}

function isUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes;
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let i = bytes.indexOf(NEWLINE); i >= 0 && i < offset; i = bytes.indexOf(NEWLINE, i + 1)) line++;
  return line;
}

/** No character of UTF-8 holds a newline's byte, so each line can be tried alone. */
function firstBadLine(bytes: Uint8Array): number {
  let start = 0;
  for (let line = 1; start <= bytes.length; line++) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline < 0 ? bytes.length : newline;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return 1;
}
