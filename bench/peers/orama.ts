import { create, insert, search } from '@orama/orama';
import { HITS, type Peer } from './peer.js';
import { wordSegmenter } from './segment-words.js';

const LANGUAGES: Readonly<Record<string, string>> = {
  de: 'german',
  en: 'english',
  es: 'spanish',
  ru: 'russian',
};

/** Orama's full-text search as it comes, with the splitter of the language. */
export const oramaPeer: Peer = {
  name: 'Orama',
  isSlow: false,
  build(sentences, language) {
    const segment = wordSegmenter(language);
    const database = create({
      schema: { text: 'string' },
      ...(segment
        ? { components: { tokenizer: { language, normalizationCache: new Map(), tokenize: segment } } }
        : { language: LANGUAGES[language] ?? 'english' }),
    });
    const places = new Map<string, number>();
    for (const [place, { text }] of sentences.entries()) {
      const id = insert(database, { text });
      if (typeof id !== 'string') throw new Error('Orama inserted asynchronously');
      places.set(id, place);
    }
    return (question) => {
      const found = search(database, { term: question, limit: HITS });
      if (found instanceof Promise) throw new Error('Orama searched asynchronously');
      return found.hits.flatMap(({ id }) => places.get(id) ?? []);
    };
  },
};
