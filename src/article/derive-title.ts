import { MAX_DERIVED_TITLE_LENGTH } from './limits.js';
import { splitSentences } from './sentences.js';

/** A title for a text that has none: its first sentence, or the beginning of that. */
export function deriveTitle(paragraph: string): string {
  const [first] = splitSentences(paragraph, 'en');
  const sentence = paragraph.slice(first?.start ?? 0, first?.end ?? 0).replace(/\s+/gu, ' ');
  if (sentence.length <= MAX_DERIVED_TITLE_LENGTH) return sentence.replace(/\.$/, '');
  const cut = sentence.slice(0, MAX_DERIVED_TITLE_LENGTH);
  const words = cut.includes(' ') ? cut.slice(0, cut.lastIndexOf(' ')) : cut.replace(/[\uD800-\uDBFF]$/, '');
  return `${words.replace(/[\s,;:–—-]+$/u, '')}…`;
}
