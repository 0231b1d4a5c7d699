import MiniSearch, { type Options, type SearchOptions } from 'minisearch';
import { languageOf } from '../../src/engine/language.js';
import type { Peer } from './peer.js';
import { wordSegmenter } from './segment-words.js';
import { stopWordsOf } from './stop-words.js';

type Indexing = Pick<Options, 'processTerm' | 'tokenize'>;

/** For misspelt words alone: finding by the beginning as well would only cost more time. */
export const miniSearchTypos = miniSearchPeer('MiniSearch, fuzzy 0.2', { fuzzy: 0.2 });

/** MiniSearch as it comes, forgiving, and with the stems and stop words of the language. */
export const miniSearchPeers: readonly Peer[] = [
  miniSearchPeer('MiniSearch, its defaults', {}),
  miniSearchPeer('MiniSearch, fuzzy 0.2 and prefix', { fuzzy: 0.2, prefix: true }),
  miniSearchPeer('MiniSearch, stems, no stop words', {}, (language) => {
    const { stem } = languageOf(language);
    const stopWords = stopWordsOf(language);
    return {
      processTerm: (term) => {
        const word = term.toLowerCase();
        return stopWords.has(word) ? null : stem(word);
      },
    };
  }),
];

function miniSearchPeer(
  name: string,
  searchOptions: SearchOptions,
  indexing: (language: string) => Indexing = () => ({}),
): Peer {
  return {
    name,
    isSlow: false,
    build(sentences, language) {
      const tokenize = wordSegmenter(language);
      const index = new MiniSearch<{ id: number; text: string }>({
        fields: ['text'],
        searchOptions,
        ...indexing(language),
        ...(tokenize ? { tokenize } : {}),
      });
      index.addAll(sentences.map(({ text }, id) => ({ id, text })));
      return (question) => index.search(question).map(({ id }) => Number(id));
    },
  };
}
