import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as turkish } from '@orama/stemmers/turkish';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';
import * as stopwords from 'stopword';
import { EXTRA_STOP_WORDS } from './extra-stop-words.js';
import { foldWord } from './fold-word.js';

/** What the engine knows of a language: how its words are cut down to stems and which carry no meaning. */
export interface Language {
  /** Two letters, or `und` where nothing is known. */
  readonly code: string;
  /** A lower-case word cut down to what its inflections share. */
  stem(word: string): string;
  /** Is the word, lower-cased and folded, one of those that every text is full of? */
  isStopWord(word: string): boolean;
  /** All of those. */
  readonly stopWords: ReadonlySet<string>;
}

type Stem = (word: string) => string;

const LANGUAGES: Readonly<Record<string, { stem: Stem; stopWords: readonly string[] }>> = {
  ar: { stem: arabic, stopWords: stopwords.ara },
  da: { stem: danish, stopWords: stopwords.dan },
  de: { stem: german, stopWords: stopwords.deu },
  en: { stem: english, stopWords: stopwords.eng },
  es: { stem: spanish, stopWords: stopwords.spa },
  fi: { stem: finnish, stopWords: stopwords.fin },
  fr: { stem: french, stopWords: stopwords.fra },
  hu: { stem: hungarian, stopWords: stopwords.hun },
  it: { stem: italian, stopWords: stopwords.ita },
  ja: { stem: (word) => word, stopWords: stopwords.jpn },
  nl: { stem: dutch, stopWords: stopwords.nld },
  no: { stem: norwegian, stopWords: stopwords.nob },
  pt: { stem: portuguese, stopWords: stopwords.por },
  ro: { stem: romanian, stopWords: stopwords.ron },
  ru: { stem: russian, stopWords: stopwords.rus },
  sv: { stem: swedish, stopWords: stopwords.swe },
  tr: { stem: turkish, stopWords: stopwords.tur },
  uk: { stem: ukrainian, stopWords: stopwords.ukr },
  zh: { stem: (word) => word, stopWords: stopwords.zho },
};

const ready = new Map<string, Language>();

/**
 * The language of a BCP 47 tag (`en`, `pt-BR`). One that is not known here neither stems nor drops words:
 * rare words still weigh more, so it works, only less well.
 */
export function languageOf(tag: string): Language {
  const code = tag.toLowerCase().split(/[-_]/)[0] ?? '';
  const known = ready.get(code);
  if (known) return known;
  const entry = LANGUAGES[code];
  const language = entry
    ? build(code, entry.stem, [...entry.stopWords, ...(EXTRA_STOP_WORDS[code] ?? [])])
    : build('und', (word) => word, []);
  if (entry) ready.set(code, language);
  return language;
}

function build(code: string, stem: Stem, words: readonly string[]): Language {
  const stopWords = new Set(words.map((word) => foldWord(word.toLowerCase())));
  return { code, stem, isStopWord: (word) => stopWords.has(word), stopWords };
}
