/** Everything that could steer a terminal, or turn the direction of what follows; not line breaks. */
const STEERING = /(?!\n)[\p{Cc}\p{Bidi_Control}]/gu;

/** A text that is safe to print: control characters are gone, tabs and odd line breaks made plain. */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(STEERING, '');
}
