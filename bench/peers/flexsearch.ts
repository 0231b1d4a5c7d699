import { Charset, Index } from 'flexsearch';
import { HITS, type Peer } from './peer.js';

/**
 * FlexSearch finding words by their beginning, and with `suggest`, without which it gives only the sentences
 * that hold every word of a question.
 */
export const flexSearchPeer: Peer = {
  name: 'FlexSearch',
  isSlow: false,
  build(sentences, language) {
    const index = new Index({
      tokenize: 'forward',
      ...(language === 'zh' ? { encoder: Charset.CJK } : {}),
    });
    for (const [id, { text }] of sentences.entries()) index.add(id, text);
    return (question) => index.search(question, { limit: HITS, suggest: true }).map(Number);
  },
};
