import type { Article } from '../article/article.js';
import type { QuestionEncoding } from '../engine/meaning/question-encoding.js';
import type { Engine } from '../engine/outcome.js';

/** What can be asked in one place. It does not change: whoever holds it sees one version of every article. */
export interface Library {
  readonly engine: Engine;
  /** The sentence encoder, where it runs: reads a question soon or, when it is not ready, not at all. */
  readonly encoder?: {
    read(question: string, articles: readonly Article[]): Promise<QuestionEncoding | undefined>;
  };
}

/** Where the articles of every place are found. */
export interface Libraries {
  /**
   * The operator's articles and the server's own, as they are now.
   * @param guildId null for a direct message
   * @throws StoreError when the server's own cannot be had
   */
  of(guildId: string | null): Promise<Library>;
}
