import type { Logger } from 'pino';
import type { Engine } from '../engine/outcome.js';
import type { RateLimit } from './rate-limit.js';

/** Where handlers find the engine. Read at each use, so that a changed corpus can be put in its place. */
export interface Library {
  readonly engine: Engine;
}

/** What every handler is given. */
export interface Services {
  readonly library: Library;
  readonly log: Logger;
  readonly rateLimit: RateLimit;
}
