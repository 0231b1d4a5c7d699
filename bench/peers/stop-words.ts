import * as stopwords from 'stopword';

const LISTS: Readonly<Record<string, readonly string[]>> = {
  de: stopwords.deu,
  en: stopwords.eng,
  es: stopwords.spa,
  ru: stopwords.rus,
  zh: stopwords.zho,
};

/** The stop words that a library's user would take: the well-known list, without what Pincite adds to it. */
export function stopWordsOf(language: string): ReadonlySet<string> {
  return new Set(LISTS[language] ?? []);
}
