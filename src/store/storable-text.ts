import { toUSVString } from 'node:util';

/**
 * A text as both databases take it: PostgreSQL refuses NUL characters and halves of surrogate pairs.
 * @param maxLength in UTF-16 units; what is beyond is cut off
 */
export function storableText(text: string, maxLength: number): string {
  return toUSVString(text.replaceAll('\0', '').slice(0, maxLength));
}
