import { MAX_TEXT_FRAGMENT_LENGTH } from './limits.js';

/**
 * An address that opens the page at a sentence and highlights it, by the text directive of the WICG's
 * scroll-to-text-fragment draft: `#:~:text=start` or, for a long sentence, `#:~:text=start,end`. A
 * fragment the address already has is kept before the directive. A sentence that cannot be told in
 * `MAX_TEXT_FRAGMENT_LENGTH` encoded characters leaves the address as it is. Never throws.
 */
export function textFragment(url: string, sentence: string): string {
  const [page = '', fragment] = url.split('#', 2);
  const anchor = fragment === undefined ? '' : fragment.replace(/:~:.*$/s, '');
  const plain = anchor === '' ? page : `${page}#${anchor}`;
  const directive = directiveFor(sentence);
  return directive === null ? plain : `${page}#${anchor}:~:text=${directive}`;
}

/** A sentence of no more words stands in the directive whole: quoting it all makes it surely the right one. */
const MAX_WHOLE_WORDS = 8;

/** How many words at either end tell a longer one; fewer when they are long. */
const WORDS_AT_AN_END = [5, 4, 3, 2, 1];

function directiveFor(sentence: string): string | null {
  // A list's numbers and a table's bars are on the page, but not in its text.
  const words = sentence
    .replace(/^\d{1,3}[.)]\s/, '')
    .split(/[\s|]+/u)
    .filter((word) => word !== '');
  const whole = encode(words.join(' '));
  if (words.length <= MAX_WHOLE_WORDS && whole.length <= MAX_TEXT_FRAGMENT_LENGTH) return whole || null;
  for (const count of WORDS_AT_AN_END) {
    if (words.length < count * 2) continue;
    const ends = [words.slice(0, count), words.slice(-count)].map((end) => encode(end.join(' '))).join(',');
    if (ends.length <= MAX_TEXT_FRAGMENT_LENGTH) return ends;
  }
  return unspacedEnds(words.join(' '));
}

/** Chinese, say: ten characters at either end. */
function unspacedEnds(text: string): string | null {
  const characters = [...text];
  const ends = [characters.slice(0, 10), characters.slice(-10)].map((end) => encode(end.join('').trim()));
  const directive = ends.join(',');
  return characters.length >= 20 && directive.length <= MAX_TEXT_FRAGMENT_LENGTH ? directive : null;
}

/**
 * The draft wants `&`, `-` and `,` encoded, for they part the directive. Brackets, asterisks and their like
 * would be legal, but end or style a link in a Discord message. Lone surrogates have no encoding.
 */
function encode(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /[-!'()*_~]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
