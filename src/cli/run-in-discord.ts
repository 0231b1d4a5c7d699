import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { loadCommands } from '../bot/load-commands.js';
import { startBot } from '../bot/start-bot.js';
import { Importer } from '../import/importer.js';
import type { Libraries } from '../library/library.js';
import type { Store } from '../store/store.js';
import { EXIT } from './exit-code.js';

interface Options {
  readonly token: string;
  readonly apiUrl: string;
  readonly libraries: Libraries;
  readonly store: Store;
  readonly log: Logger;
  /** Makes the bot ready to answer at once. */
  readonly warm: () => Promise<unknown>;
}

/** View channels, send messages (in threads too) and files, read the history that replies refer to. */
const PERMISSIONS = (1n << 10n) | (1n << 11n) | (1n << 15n) | (1n << 16n) | (1n << 38n);

/**
 * Runs the bot in Discord until SIGINT or SIGTERM, which let it finish what it is at; a second one ends it
 * at once. Returns the exit code.
 */
export async function runInDiscord({ token, apiUrl, libraries, store, log, warm }: Options): Promise<number> {
  const asked = new AbortController();
  const onSignal = (signal: NodeJS.Signals): void => {
    if (asked.signal.aborted) process.exit(EXIT.error);
    log.info(`${signal}: finishing what is under way`);
    asked.abort();
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);

  let closed: string | null = null;
  const importer = new Importer({
    onCrash: (error) => log.error({ err: error }, 'a file could not be read'),
  });
  const outcome = await startBot({
    token,
    apiUrl,
    libraries,
    importer,
    store,
    registry: await loadCommands(),
    log,
    signal: asked.signal,
    onClosed: (reason) => {
      closed = reason;
      asked.abort();
    },
  });
  if (outcome.kind === 'failed') {
    log.fatal(outcome.reason);
    return EXIT.error;
  }
  if (outcome.kind === 'stopped') return EXIT.ok;

  const { bot } = outcome;
  log.info(
    `invite it with https://discord.com/oauth2/authorize?client_id=${bot.applicationId}&scope=bot+applications.commands&permissions=${PERMISSIONS}`,
  );
  void warm();
  await untilAborted(asked.signal);
  await bot.stop();
  await importer.close();
  if (closed === null) return EXIT.ok;
  log.fatal(closed);
  return EXIT.error;
}

/** A pending promise alone does not keep a process alive; a timer does. */
async function untilAborted(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) await sleep(2 ** 31 - 1, undefined, { signal }).catch(() => undefined);
}
