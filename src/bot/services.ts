import type { Logger } from 'pino';
import type { Importer } from '../import/importer.js';
import type { Libraries, Library } from '../library/library.js';
import type { Store } from '../store/store.js';
import type { Conversations } from './conversations.js';
import type { RateLimit } from './rate-limit.js';

/** What the bot works with. */
export interface BotServices {
  readonly libraries: Libraries;
  /** What survives a restart. May throw `StoreError`, which `replyError` puts into words. */
  readonly store: Store;
  /** Reads files and links that moderators bring. */
  readonly importer: Pick<Importer, 'read' | 'download' | 'downloadAttachment'>;
  readonly log: Logger;
  readonly rateLimit: RateLimit;
  /** What members asked just before. */
  readonly conversations: Conversations;
}

/** What every handler is given. */
export interface Services extends BotServices {
  /** What can be asked where the handler was called, as it was then. */
  readonly library: Library;
}
