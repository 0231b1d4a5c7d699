import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Article } from '../article/article.js';
import { EncodedLibrary } from '../encoder-thread/encoded-library.js';
import { EncoderClient } from '../encoder-thread/encoder-client.js';
import { type EngineOptions, prepareLessons } from '../engine/engine.js';

/** The sentence encoder at work beside the bot. */
export interface RunningEncoder {
  readonly library: EncodedLibrary;
  /** Resolves when the articles are read, or cannot be: never rejects. */
  readonly learned: Promise<void>;
  close(): Promise<void>;
}

/** Starts the encoder's thread and has it read the articles. The bot answers without it until then. */
export function startEncoder(
  articles: readonly Article[],
  options: EngineOptions,
  log: Logger,
): RunningEncoder {
  const client = new EncoderClient({
    onMissing: (reason) => log.warn(`answers go without the sentence encoder: ${reason}`),
  });
  const library = new EncodedLibrary(client, (article, encoded) =>
    prepareLessons(article, encoded, options, nextTurn),
  );
  const learned = library.learn(articles).then(
    (count) => log.debug({ articles: count }, 'the sentence encoder has read the articles'),
    (error: unknown) => log.error({ err: error }, 'the sentence encoder failed'),
  );
  return { library, learned, close: () => client.close() };
}
