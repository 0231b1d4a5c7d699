import { TextDecoder } from 'node:util';
import { analyse } from 'chardet';

/** How far into a page its declaration of an encoding may stand; browsers look at 1,024 bytes. */
const DECLARED_WITHIN = 4_096;
/** Enough to tell an encoding; telling it from ten megabytes takes a second. */
const SAMPLE_BYTES = 50_000;
/** Of 100. Below it, chardet's guess between two Western encodings is a coin toss. */
const LEAST_CONFIDENCE = 30;

/**
 * The text of a file in whatever encoding, with `\n` at the ends of lines and without control characters, or null
 * when it is binary. The encoding is told by the byte order mark, else by `contentType` or the page itself, unless
 * the bytes can only be UTF-8; else from the bytes.
 */
export function decodeBytes(bytes: Uint8Array, contentType: string | null, isHtml: boolean): string | null {
  const text = decode(bytes, contentType, isHtml);
  return text && tidy(text);
}

function decode(bytes: Uint8Array, contentType: string | null, isHtml: boolean): string | null {
  const marked = encodingOfMark(bytes) ?? utf16WithoutMark(bytes);
  if (marked !== null) return new TextDecoder(marked).decode(bytes);
  if (bytes.includes(0)) return null;
  const declared =
    /charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(contentType ?? '')?.[1] ?? (isHtml ? declaredIn(bytes) : null);
  const decoder = declared === null || declared === undefined ? null : decoderOf(declared);
  // Hardly any text but UTF-8 is valid UTF-8, whatever is declared; only seven-bit encodings need their name.
  const utf8 = decoder?.encoding === 'iso-2022-jp' ? null : asUtf8(bytes);
  if (utf8 !== null) return utf8;
  return decodeWith(decoder ?? guessDecoder(bytes), bytes);
}

function encodingOfMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

/** Text has a null in every second byte only in UTF-16, where Latin letters and spaces have one. */
function utf16WithoutMark(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 2_000);
  const nulls = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) nulls[i % 2] = (nulls[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = nulls;
  if (odd > sample.length / 10 && even === 0) return 'utf-16le';
  return even > sample.length / 10 && odd === 0 ? 'utf-16be' : null;
}

function declaredIn(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, DECLARED_WITHIN)).toString('latin1');
  const found =
    /<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head) ??
    /^<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]+)/.exec(head);
  return found?.[1] ?? null;
}

function decoderOf(label: string): TextDecoder | null {
  try {
    const decoder = new TextDecoder(label);
    // A page whose declaration can be read byte by byte is not UTF-16.
    return decoder.encoding.startsWith('utf-16') ? null : decoder;
  } catch {
    return null;
  }
}

function asUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Node 20 takes Windows' Western code page for Latin-1, which has control characters for its quotation marks. */
function decodeWith(decoder: TextDecoder, bytes: Uint8Array): string {
  const text = decoder.decode(bytes);
  if (decoder.encoding !== 'windows-1252') return text;
  return text.replace(/[\u0080-\u009f]/gu, (letter) => WESTERN[letter.charCodeAt(0) - 0x80] ?? '');
}

/** From 0x80 on; five places are not taken. */
const WESTERN = [...'€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ'];

function guessDecoder(bytes: Uint8Array): TextDecoder {
  const [best] = analyse(bytes.subarray(0, SAMPLE_BYTES));
  const isWestern = best?.name === 'ISO-8859-1' || best?.name === 'UTF-8';
  const guessed = best && !isWestern && best.confidence >= LEAST_CONFIDENCE ? decoderOf(best.name) : null;
  return guessed ?? new TextDecoder('windows-1252');
}

function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replaceAll('\f', '\n\n')
    .replace(/[^\P{Cc}\n\t]|\ufeff/gu, '');
}
