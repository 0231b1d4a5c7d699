import type { Rich } from './wire.js';

/** The text of marked-up text, on one line. */
export function flattenRich(parts: readonly Rich[]): string {
  return parts.map(flattenPart).join('');
}

function flattenPart(part: Rich): string {
  if (typeof part === 'string') return part;
  switch (part.kind) {
    case 'break':
      return ' ';
    case 'time':
      return new Date(part.seconds * 1000).toDateString();
    case 'code':
    case 'code-block':
    case 'mention':
      return part.text;
    default:
      return flattenRich(part.content);
  }
}
