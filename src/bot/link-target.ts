import { flattenText } from './escape-text.js';

/** Characters that end a masked link early, though an address may hold them. */
const UNSAFE_IN_LINK = /[\s()<>[\]\\"'`|\p{Cc}]/gu;

/** An address as the target of a masked link. @returns null unless it is http(s). */
export function linkTarget(url: string): string | null {
  if (!/^https?:\/\//i.test(url)) return null;
  return flattenText(url).replace(UNSAFE_IN_LINK, (character) =>
    Array.from(Buffer.from(character), (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(
      '',
    ),
  );
}
