import Fuse, { type IFuseOptions } from 'fuse.js';
import { HITS, type Peer } from './peer.js';
import { wordSegmenter } from './segment-words.js';

/** Fuse.js as it comes, loosened for sentences, and with its token search. */
export const fusePeers: readonly Peer[] = [
  fusePeer('fuse.js, its defaults', () => ({})),
  // A word late in a sentence is beyond the reach of the defaults.
  fusePeer('fuse.js, ignoreLocation', () => ({ ignoreLocation: true, threshold: 0.6 })),
  fusePeer('fuse.js, token search', (language) => {
    const tokenize = wordSegmenter(language);
    // Words are short: at the default threshold of 0.6 nearly every two match, and a sixth of the right hits is lost.
    return {
      useTokenSearch: true,
      ignoreLocation: true,
      threshold: 0.3,
      ...(tokenize ? { tokenize } : {}),
    };
  }),
];

function fusePeer(name: string, options: (language: string) => IFuseOptions<string>): Peer {
  return {
    name,
    isSlow: true,
    build(sentences, language) {
      const fuse = new Fuse(
        sentences.map(({ text }) => text),
        options(language),
      );
      return (question) => fuse.search(question, { limit: HITS }).map(({ refIndex }) => refIndex);
    },
  };
}
