import type { Article } from '../../src/article/article.js';
import { encodeCorpus } from '../../src/cli/encode-corpus.js';
import { bestPassage } from '../../src/cli/labelled-question.js';
import { MAX_ENCODED_SENTENCES } from '../../src/encoder-thread/encoded-library.js';
import { createEngine } from '../../src/engine/engine.js';
import type { WordVectors } from '../../src/engine/meaning/word-vectors.js';
import type { Passage } from '../../src/engine/outcome.js';
import { PEERS } from '../peers/all-peers.js';
import type { Peer } from '../peers/peer.js';
import { wordVectors } from '../word-vectors.js';

/** Whoever can be asked for the best passage of some articles: a library, or Pincite. */
export interface Searcher {
  readonly name: string;
  /** Too slow to be asked of dozens of articles at once. */
  readonly isSlow: boolean;
  /** @param articles all of one language */
  open(articles: readonly Article[], language: string): (question: string) => Passage | null;
}

/** Pincite's best passage, whether it would show it as an answer or not: libraries always answer. */
export const pincite = pinciteWith('Pincite', { vectors: wordVectors, isEncoded: true });

/** The same without the sentence encoder, which reads no corpus as large as the largest here. */
export const pinciteNoEncoder = pinciteWith('Pincite, no encoder', {
  vectors: wordVectors,
  isEncoded: false,
});

/** Everything the tables have a row for, Pincite last. */
export const SEARCHERS: readonly Searcher[] = [
  ...PEERS.map(peerSearcher),
  pinciteWith('Pincite, words only', { vectors: null, isEncoded: false }),
  pinciteNoEncoder,
  pincite,
];

interface Helped {
  readonly vectors: WordVectors | null;
  /** With the sentence encoder, which has read the articles before the first question. */
  readonly isEncoded: boolean;
}

function pinciteWith(name: string, { vectors, isEncoded }: Helped): Searcher {
  return {
    name,
    isSlow: false,
    open(articles) {
      const engine = createEngine(articles, { vectors });
      const read = isEncoded ? encodeCorpus(articles, MAX_ENCODED_SENTENCES) : () => undefined;
      return (question) => bestPassage(engine.ask(question, { top: 1, encoding: read(question) }));
    },
  };
}

/** A library asked for sentences, exactly those that the reader made of the articles. */
export function peerSearcher(peer: Peer): Searcher {
  return {
    name: peer.name,
    isSlow: peer.isSlow,
    open(articles, language) {
      const passages = articles.flatMap(passagesOf);
      const ask = peer.build(passages, language);
      return (question) => {
        const [best] = ask(question);
        return best === undefined ? null : (passages[best] ?? null);
      };
    },
  };
}

function passagesOf(article: Article): Passage[] {
  return article.paragraphs.flatMap((paragraph) =>
    paragraph.sentences.map((sentence) => ({
      article,
      paragraph: paragraph.number,
      sentence,
      text: sentence.text,
      matches: [],
      confidence: 1,
      signals: [],
    })),
  );
}
