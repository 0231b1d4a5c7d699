import * as stopwords from 'stopword';
import { guessLanguage } from '../article/script-language.js';

/** Enough words to tell a language, from the beginning of a text. */
const SAMPLE_LENGTH = 20_000;
/** Of all words, how many a language's small words must be: in running text they are from a third to a half. */
const LEAST_SHARE = 0.12;

const LATIN: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    en: stopwords.eng,
    de: stopwords.deu,
    es: stopwords.spa,
    fr: stopwords.fra,
    it: stopwords.ita,
    pt: stopwords.por,
    nl: stopwords.nld,
    sv: stopwords.swe,
    da: stopwords.dan,
    nb: stopwords.nob,
    fi: stopwords.fin,
    pl: stopwords.pol,
    cs: stopwords.ces,
    sk: stopwords.slk,
    hu: stopwords.hun,
    ro: stopwords.ron,
    hr: stopwords.hrv,
    tr: stopwords.tur,
    ca: stopwords.cat,
    id: stopwords.ind,
  }).map(([language, words]) => [language, new Set(words)]),
);

/** The language tag that a text's letters and small words speak for; `en` when they speak for none. */
export function detectLanguage(text: string): string {
  const sample = text.slice(0, SAMPLE_LENGTH);
  const byScript = guessLanguage(sample);
  if (byScript === 'ru') return /[іїєґ]/iu.test(sample) && !/[ыэъ]/iu.test(sample) ? 'uk' : 'ru';
  if (byScript === 'ar') return (sample.match(/[پچژگ]/gu)?.length ?? 0) > sample.length / 200 ? 'fa' : 'ar';
  return byScript === 'en' ? latinLanguage(sample) : byScript;
}

/** Can a text be in the language that it is said to be in, by its letters? */
export function isWrittenAs(text: string, language: string): boolean {
  const byScript = guessLanguage(text);
  return language.split('-')[0] === byScript || scriptOf(language) === scriptOf(byScript);
}

function scriptOf(language: string): string {
  return new Intl.Locale(language).maximize().script ?? 'Latn';
}

function latinLanguage(sample: string): string {
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  let best = { language: 'en', share: LEAST_SHARE };
  for (const [language, small] of Object.entries(LATIN)) {
    const share = words.filter((word) => small.has(word)).length / words.length;
    if (share > best.share) best = { language, share };
  }
  return best.language === 'da' || best.language === 'nb' ? danishOrNorwegian(words) : best.language;
}

/** They share most of their small words; these are spelt differently. */
function danishOrNorwegian(words: readonly string[]): string {
  const count = (spellings: string) => words.filter((word) => spellings.split(' ').includes(word)).length;
  return count('av noen etter seg ble mye å bare mot nå') > count('af nogen efter sig blev meget kun mod nu')
    ? 'nb'
    : 'da';
}

/** Below so many words a text says little of its language. */
const MIN_WORDS = 40;

/**
 * The language of a text that is said to be in `stated`, if anything. That is believed when its letters allow it, but
 * for English, which many sites state whatever they are written in.
 */
export function languageOf(text: string, stated: string | null): string {
  if (stated === null || !isWrittenAs(text, stated)) return detectLanguage(text);
  if (stated.split('-')[0] !== 'en' || text.slice(0, SAMPLE_LENGTH).split(/\s+/u).length < MIN_WORDS)
    return stated;
  const detected = detectLanguage(text);
  return detected === 'en' ? stated : detected;
}
