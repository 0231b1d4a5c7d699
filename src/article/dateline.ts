/** Where and from whom a wire story comes, as its first paragraph says. */
export interface Dateline {
  /** As typed, without the date; null when there is only an agency. */
  readonly place: string | null;
  readonly agency: string;
  /** How much of the paragraph it takes, with the dash and the white space behind it. */
  readonly length: number;
}

/**
 * Reads `WASHINGTON (Reuters) -`, `MOSCOW, July 29 (TASS) –`, `(AP) —` at the beginning of a paragraph, or
 * null. The place must begin with a word in capitals, or the agency be a known one: `John Smith (Labour) -`
 * is none.
 */
export function readDateline(paragraph: string): Dateline | null {
  const match = /^([^()!?]{0,80}?)\s*\(\s*([^()]{2,40}?)\s*\)\s*(?:[-–—―]|--+)+\s*/u.exec(
    paragraph.slice(0, 200),
  );
  if (!match) return null;
  const [all, before = '', agency = ''] = match;
  const place = before.replace(DATE, '').replace(/^[\s,]+|[\s,]+$/gu, '');
  if (!isAgency(agency, place)) return null;
  return { place: place === '' ? null : place, agency, length: all.length };
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';

/** `, July 29` or `, 29 July 2025`. */
const DATE = new RegExp(
  `(?:^|,)\\s*(?:${MONTH}\\s+\\d{1,2}|\\d{1,2}\\.?\\s+${MONTH})(?:,?\\s+\\d{4})?\\s*$`,
  'iu',
);

const AGENCIES = new Set(
  (
    'reuters,thomson reuters foundation,ap,associated press,the associated press,afp,dpa,upi,tass,ria novosti,' +
    'interfax,xinhua,bloomberg,efe,ansa,kyodo,pa,pa media,pti,ani,yonhap,dw,bernama,antara,anadolu,cp'
  ).split(','),
);

function isAgency(agency: string, place: string): boolean {
  if (place !== '' && !isPlace(place)) return false;
  if (AGENCIES.has(agency.toLowerCase())) return true;
  return /^\p{Lu}[\p{Lu}.'’-]+(?:[\s,/]|$)/u.test(place) && /^\p{L}/u.test(agency);
}

/** `NEW YORK`, `Rio de Janeiro`, `WASHINGTON/MOSCOW`, `ST. LOUIS, Mo.`: a few words, all with a capital. */
function isPlace(text: string): boolean {
  const words = text.split(/[\s,/]+/u);
  return words.length <= 8 && words.every((word) => /^[\p{Lu}\p{Lo}(]/u.test(word) || PARTICLES.has(word));
}

const PARTICLES = new Set(
  'of the and de del della di du da do la le les am an der auf on upon sur near al el'.split(' '),
);
