import type { Logger } from 'pino';
import { loadCommands } from '../bot/load-commands.js';
import { createRateLimit } from '../bot/rate-limit.js';
import { startBot } from '../bot/start-bot.js';
import { Importer } from '../import/importer.js';
import type { Libraries } from '../library/library.js';
import { fillDemo } from '../playground/demo/fill-demo.js';
import type { Loopback } from '../playground/loopback.js';
import type { Store } from '../store/store.js';
import { complain } from './output.js';

export interface JoinOptions {
  readonly loopback: Loopback;
  readonly libraries: Libraries;
  readonly store: Store;
  readonly log: Logger;
  /** Whether members ask; if not, questions are piped in. */
  readonly isTerminal: boolean;
  /** Whether there is to be a made-up history. */
  readonly isDemo: boolean;
}

/** The bot, in the playground. */
export interface PlaygroundBot {
  stop(): Promise<void>;
}

/** A piped list of questions is not a member in a hurry. */
const PIPED_LIMIT = { points: Number.MAX_SAFE_INTEGER, seconds: 1 };

/** Has the bot join the playground; null when it cannot, once the reason has been told. */
export async function joinPlayground({
  loopback,
  libraries,
  store,
  log,
  isTerminal,
  isDemo,
}: JoinOptions): Promise<PlaygroundBot | null> {
  // Files that members upload here come from this machine, which links must not lead to.
  const importer = new Importer({
    allowedOrigins: [new URL(loopback.apiUrl).origin],
    onCrash: (error) => log.error({ err: error }, 'a file could not be read'),
  });
  const outcome = await startBot({
    token: loopback.token,
    apiUrl: loopback.apiUrl,
    libraries,
    importer,
    store,
    registry: await loadCommands(),
    log,
    ...(isTerminal ? {} : { rateLimit: createRateLimit(PIPED_LIMIT) }),
  });
  if (outcome.kind !== 'ready') {
    if (outcome.kind === 'failed') complain(outcome.reason);
    return null;
  }
  if (isDemo) {
    const channelId = loopback.member('Ann').channelId('general');
    await store.opened;
    const { engine } = await libraries.of(loopback.guildId);
    await fillDemo(store, engine, { guildId: loopback.guildId, channelId, now: Date.now() });
  }
  return {
    async stop() {
      await outcome.bot.stop();
      await importer.close();
    },
  };
}
