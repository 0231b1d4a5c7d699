import { unzipSync, zipSync } from 'fflate';
import { MAX_DOCX_BYTES, MAX_DOCX_ENTRIES, MAX_DOCX_TAGS } from '../limits.js';

/** What mammoth reads; pictures, fonts and what else a document holds stay packed. */
const KEPT =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[\w.-]+\.(?:xml|rels)|docProps\/core\.xml)$/;

export type UnpackedDocx =
  | {
      readonly kind: 'unpacked';
      /** The same document with its text alone, not packed. */
      readonly archive: Uint8Array;
      /** `docProps/core.xml`: title, author and dates; empty when there is none. */
      readonly properties: string;
    }
  | { readonly kind: 'no-archive' | 'no-document' | 'too-large' | 'hostile' };

class TooLarge extends Error {}

/**
 * Takes out of a Word file what makes its text, within bounds on what it says it unpacks to and on what it does: an
 * entry's buffer is made as large as it states, and what goes beyond is never written.
 */
export function unpackDocx(bytes: Uint8Array): UnpackedDocx {
  let entries = 0;
  let total = 0;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (++entries > MAX_DOCX_ENTRIES) throw new TooLarge();
        if (!KEPT.test(name)) return false;
        total += originalSize;
        if (total > MAX_DOCX_BYTES) throw new TooLarge();
        return true;
      },
    });
  } catch (error) {
    return { kind: error instanceof TooLarge ? 'too-large' : 'no-archive' };
  }
  const document = parts['word/document.xml'];
  if (!document) return { kind: 'no-document' };
  const texts = Object.values(parts).map((part) => Buffer.from(part.buffer, part.byteOffset, part.length));
  // Word writes none; they are there to be expanded.
  if (texts.some((part) => part.includes('<!DOCTYPE') || part.includes('<!ENTITY')))
    return { kind: 'hostile' };
  if (texts.some((part) => countTags(part) > MAX_DOCX_TAGS)) return { kind: 'too-large' };
  const properties = Buffer.from(parts['docProps/core.xml'] ?? []).toString('utf8');
  return { kind: 'unpacked', archive: zipSync(parts, { level: 0 }), properties };
}

function countTags(xml: Buffer): number {
  let count = 0;
  for (let at = xml.indexOf(0x3c); at >= 0 && count <= MAX_DOCX_TAGS; at = xml.indexOf(0x3c, at + 1)) count++;
  return count;
}
