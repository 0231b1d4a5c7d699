import { lastAbbreviation, opensWithStarter } from './sentence-joins.js';
import { AFTER_CLOCK, LEADING_ON, TITLES, UNITS } from './sentence-words.js';

/** A full stop or its like that sentencex passes over, outside quotation marks and brackets. */
export interface Stop {
  /** The sentence up to the stop and the marks that close behind it. */
  readonly before: string;
  /** What follows, without white space at its start. */
  readonly after: string;
  /** Primary language subtag, such as `de`. */
  readonly language: string;
}

/**
 * Whether a sentence ends at a stop where sentencex sees no end, mostly because it takes the word
 * before for an abbreviation. Each rule names the text that asked for it.
 */
export function isMissedBoundary(stop: Stop): boolean {
  return RULES.some((rule) => rule(stop));
}

const RULES: readonly ((stop: Stop) => boolean)[] = [
  startsAnew,
  closesBracketedSentence,
  followsClock,
  followsUnit,
  followsEllipsis,
  followsMay,
  goesOnWithNumber,
  isIdeographicStop,
];

/** `in the U.S. He lives`, `by Cobalt Freight Inc. The next`; but not `Dr. No` or `Miranda v. The State`. */
function startsAnew({ before, after, language }: Stop): boolean {
  if (!opensWithStarter(after, language)) return false;
  const abbreviation = lastAbbreviation(before);
  return !TITLES.has(abbreviation) && !LEADING_ON.has(abbreviation);
}

/** `(The other is another matter.) That beak`: the bracket holds a sentence of its own. */
function closesBracketedSentence({ before, after }: Stop): boolean {
  if (!/[.!?…]["”’»]*[)\]]$/u.test(before) || !/^["“«„‘([]*[\p{Lu}\p{N}]/u.test(after)) return false;
  const opening = before.lastIndexOf(before.endsWith(')') ? '(' : '[');
  return opening === 0 || /[.!?…:]["”’»]*\s+$/u.test(before.slice(0, Math.max(opening, 0)));
}

/** `after 5 p.m. Korsmo got round`; but `8 p.m. Eastern`, `6 p.m. Lisbon time` go on. */
function followsClock({ before, after }: Stop): boolean {
  if (!/\b[ap]\.\s?m\.$/iu.test(before) || !/^["“«„‘([]*\p{Lu}/u.test(after)) return false;
  const [first = '', second = ''] = after.split(/[\s,.;]+/u, 2);
  return (
    !AFTER_CLOCK.has(first.toLowerCase()) && !/^\p{Lu}{2,4}$/u.test(first) && second.toLowerCase() !== 'time'
  );
}

/** `un ancho de vía de 1435 mm. Hay dos`. German nouns always have a capital, so it is left out. */
function followsUnit({ before, after, language }: Stop): boolean {
  if (language === 'de' || !/^\p{Lu}\p{Ll}/u.test(after)) return false;
  const unit = /\p{N}\s?(\p{L}{1,4})\.$/u.exec(before)?.[1];
  return unit !== undefined && UNITS.has(unit.toLowerCase());
}

/** `Then he slept… And woke.` */
function followsEllipsis({ before, after }: Stop): boolean {
  return /(?:…|\.\.\.)["”’»]*$/u.test(before) && /\p{L}/u.test(before) && /^["“«„‘([]*\p{Lu}/u.test(after);
}

/** `he discovered it in May. Ribault erected`: sentencex knows every month as an abbreviation. */
function followsMay({ before, after }: Stop): boolean {
  return /\bMay\.$/u.test(before) && /^\p{Lu}/u.test(after);
}

/**
 * `weit unten. 2012 stand das Land`: German, where a number with a full stop may be an ordinal. A word of
 * fewer letters is too likely an abbreviation (`Jones et al. 1998`, `Nov. 21`).
 */
function goesOnWithNumber({ before, after }: Stop): boolean {
  if (!/^\p{N}/u.test(after)) return false;
  if (/["”“’»)\]]\.$/u.test(before)) return true;
  const word = /(?<!\p{L})(\p{Ll}{3,}|\p{L}{5,})["”“’»)\]]*[.!?]["”“’»]*$/u.exec(before)?.[1];
  return word !== undefined && !LEADING_ON.has(word.toLowerCase());
}

/** `森林砍伐。2000年至2005年`: sentencex sees no end before a number or a small letter. */
function isIdeographicStop({ before, after }: Stop): boolean {
  return /[。！？]["”’」』）》]*$/u.test(before) && /^[\p{N}\p{Ll}]/u.test(after);
}
