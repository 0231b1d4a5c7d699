/** A search library that is measured beside Pincite. */
export interface Peer {
  readonly name: string;
  /** Its time grows so fast with the number of sentences that hundreds are too many for a benchmark. */
  readonly isSlow: boolean;
  /**
   * Indexes sentences, each a document of its own.
   * @param language BCP 47 tag of the sentences
   * @returns asks a question: the places of the sentences found, best first, at least the best ten
   */
  build(sentences: readonly PeerSentence[], language: string): Ask;
}

export interface PeerSentence {
  readonly text: string;
}

export type Ask = (question: string) => readonly number[];

/** How many hits a library is asked for. */
export const HITS = 10;
