import type { Logger } from 'pino';
import type { QuestionEncoding } from '../engine/meaning/question-encoding.js';
import type { Engine } from '../engine/outcome.js';
import type { Store } from '../store/store.js';
import type { Conversations } from './conversations.js';
import type { RateLimit } from './rate-limit.js';

/** Where handlers find the engine. Read at each use, so that a changed corpus can be put in its place. */
export interface Library {
  readonly engine: Engine;
  /** The sentence encoder, where it runs: reads a question soon or, when it is not ready, not at all. */
  readonly encoder?: { read(question: string): Promise<QuestionEncoding | undefined> };
}

/** What every handler is given. */
export interface Services {
  readonly library: Library;
  /** What survives a restart. May throw `StoreError`, which `replyError` puts into words. */
  readonly store: Store;
  readonly log: Logger;
  readonly rateLimit: RateLimit;
  /** What members asked just before. */
  readonly conversations: Conversations;
}
