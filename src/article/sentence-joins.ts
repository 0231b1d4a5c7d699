import {
  GERMAN_ORDINAL_ARTICLES,
  GERMAN_ORDINAL_NOUNS,
  REPORTING_VERBS,
  RUSSIAN_TITLES,
  startersOf,
  TITLES,
} from './sentence-words.js';

/** A boundary that sentencex sees, and what stands around it. */
export interface Seam {
  /** The sentence so far, without white space at its end. */
  readonly before: string;
  /** What follows, without white space at its start. */
  readonly after: string;
  readonly spaced: boolean;
  /** Primary language subtag, such as `de`. */
  readonly language: string;
}

/**
 * Whether a boundary is none, because what follows still belongs to the sentence before it.
 * Each rule names the text that asked for it.
 */
export function isFalseBoundary(seam: Seam): boolean {
  return RULES.some((rule) => rule(seam));
}

const RULES: readonly ((seam: Seam) => boolean)[] = [
  goesOnInLowerCase,
  goesOnWithPunctuation,
  isUnspaced,
  isListMarker,
  followsTitle,
  followsInitial,
  followsEtAl,
  followsGermanOrdinal,
  followsRussianAbbreviation,
  isRussianYear,
  isReportingClause,
  isEnglishReportingClause,
];

/** `“Really?!” she said`, `Y. pestis`, `9.75 oz. to 9.25`; but `… fell. iPhone prices rose.` stays apart. */
function goesOnInLowerCase({ after }: Seam): boolean {
  const word = /^(?:[–—-]\s*)?(\p{Ll}[\p{L}\p{M}]*)/u.exec(after)?.[1];
  return word !== undefined && !/\p{Lu}/u.test(word);
}

/** `in Spokane, Wash., on Tuesdays`, `la 12.ª más poblada`, `1654—57 гг., в 1665`. */
function goesOnWithPunctuation({ after }: Seam): boolean {
  return /^(?:[,;:%°ªº)\]}]|[»”’](?![\p{L}\p{N}]))/u.test(after);
}

/** `../, could`, `Node.JS`; but a forgotten space (`it ended.The next`) is forgiven. */
function isUnspaced({ before, after, spaced }: Seam): boolean {
  if (spaced || !/[.!?…]["”’»)\]]*$/u.test(before) || /^\p{Lo}/u.test(after)) return false;
  return !(/\p{Ll}{2}[.!?…]$/u.test(before) && /^\p{Lu}\p{Ll}/u.test(after));
}

/** `1. Mix the flour.` and `a) Mix the flour.` */
function isListMarker({ before }: Seam): boolean {
  return /^\(?(?:\p{N}{1,3}|[a-z]|[ivx]{2,5})[.)]$/iu.test(before);
}

/** `Cllr. Mbeki`, `Mk. II`, and in other languages `St. Johns`. */
function followsTitle({ before, after }: Seam): boolean {
  return TITLES.has(lastAbbreviation(before)) && /^\p{Lu}/u.test(after);
}

/**
 * `Malcolm K. Hughes`, `Т. Т. Цуй`. Behind a small word only before two capitals: `alcalde W. Haydon Burns`,
 * but `в группе А. Затем`.
 */
function followsInitial({ before, after, language }: Seam): boolean {
  const initials = /(?:^|(\S+)\s+)[("“«„]?\p{Lu}\.(\p{Lu}\.){0,2}$/u.exec(before);
  if (!initials || !/^\p{Lu}/u.test(after) || opensWithStarter(after, language)) return false;
  const [, previous, second] = initials;
  const isInName = previous === undefined || second !== undefined || /^[("“«„]?\p{Lu}/u.test(previous);
  return isInName || /^\p{Lu}\S*\s+\p{Lu}/u.test(after);
}

/** `Jones et al. 1998`. */
function followsEtAl({ before, after }: Seam): boolean {
  return /\bet al\.$/u.test(before) && /^[\p{N}([]/u.test(after);
}

/** `Aus dem 18. Jahrhundert`. */
function followsGermanOrdinal({ before, after, language }: Seam): boolean {
  if (language !== 'de') return false;
  const ordinal = /(?:^|(\p{L}+)\s+)\p{N}{1,2}\.$/u.exec(before);
  if (!ordinal) return false;
  return (
    GERMAN_ORDINAL_NOUNS.has(firstWord(after)) ||
    GERMAN_ORDINAL_ARTICLES.has((ordinal[1] ?? '').toLowerCase())
  );
}

/** `в г. Москве`, `ул. Ленина, д. 5`; but `в 1990 г. Потом` are two. */
function followsRussianAbbreviation({ before, after, language }: Seam): boolean {
  if (language !== 'ru' || !RUSSIAN_TITLES.has(lastAbbreviation(before))) return false;
  return /^[\p{Lu}\p{N}]/u.test(after) && !/\p{N}\s?г\.$/u.test(before);
}

/** `В 1955 г. Сааринен приехал`: three words and a year are no sentence. */
function isRussianYear({ before, language }: Seam): boolean {
  return language === 'ru' && /^(?:\p{L}+\s){0,3}\p{N}{4}\s?гг?\.$/u.test(before);
}

/** Chinese `“真的吗？”她问。` and Japanese `「行きます。」と言った。`: the words are told by whom they are said. */
function isReportingClause({ before, after, language }: Seam): boolean {
  if (language === 'ja') return /[」』]$/u.test(before) && /^(?:と|って)/u.test(after);
  if (language !== 'zh' || !/[”」』]$/u.test(before)) return false;
  return /^[^。！？；，：“”「」]{0,12}(?:说|問|问|道|喊|叫|答|称|表示|指出|认为|强调|說|稱|認為|強調)[^。！？：“”「」]{0,6}[。，]/u.test(
    after,
  );
}

/** `“Are you sure?” Smith asked.`; behind a comma sentencex sees no end to begin with. */
function isEnglishReportingClause({ before, after, language }: Seam): boolean {
  if (language !== 'en' || !/[?!…]["”’]$/u.test(before)) return false;
  const verb = /^\p{Lu}[\p{L}.’'-]*(?:\s\p{Lu}[\p{L}.’'-]*){0,3}\s(\p{Ll}+)/u.exec(after);
  return verb?.[1] !== undefined && REPORTING_VERBS.has(verb[1]) && !opensWithStarter(after, language);
}

/** Whether a text opens with a capitalised word that hardly stands inside a sentence; not `С. Пушкин`. */
export function opensWithStarter(text: string, language: string): boolean {
  const word = firstWord(text);
  return (
    /^["“«„‘([]*\p{Lu}/u.test(text) && startersOf(language).has(word) && !/^["“«„‘([]*\p{L}\./u.test(text)
  );
}

/** The letters before the full stop at the end, in lower case; empty when there is none. */
export function lastAbbreviation(before: string): string {
  return /(?:^|[^\p{L}\p{N}.])([\p{L}.]{1,12})\.$/u.exec(before)?.[1]?.toLowerCase() ?? '';
}

/** The first word in lower case, past opening quotation marks and brackets. */
function firstWord(after: string): string {
  return /^["“«„‘([]*([\p{L}\p{M}]+)/u.exec(after)?.[1]?.toLowerCase() ?? '';
}
