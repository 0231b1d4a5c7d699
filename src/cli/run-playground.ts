import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { loadCommands } from '../bot/load-commands.js';
import { createRateLimit } from '../bot/rate-limit.js';
import type { Library } from '../bot/services.js';
import { startBot } from '../bot/start-bot.js';
import { type Loopback, startLoopback } from '../playground/loopback.js';
import { runTerminal } from '../playground/terminal/run-terminal.js';
import type { Store } from '../store/store.js';
import { EXIT } from './exit-code.js';
import { complain } from './output.js';

interface Options {
  /** Taken if it is free, else the next free one. */
  readonly port: number;
  readonly library: Library;
  readonly store: Store;
  readonly log: Logger;
  /** Resolves when the bot answers as well as it can: what is piped in waits for that, for a while. */
  readonly warm: Promise<void>;
}

const PORTS_TRIED = 20;

/** Questions for the greeting: about the shipped article, the last one misspelt, the middle one not answered. */
const EXAMPLES = [
  'When did the two heads last meet?',
  'How much does a seat on Soyuz cost?',
  'wher is dufy going on wensday',
];

/** Enough to read some hundred sentences. */
const WARM_WITHIN_MS = 3_000;

/** A piped list of questions is not a member in a hurry. */
const PIPED_LIMIT = { points: Number.MAX_SAFE_INTEGER, seconds: 1 };

/** Runs the bot against a Discord on this machine, with the terminal as a member. Returns the exit code. */
export async function runPlayground({ port, library, store, log, warm }: Options): Promise<number> {
  const isTerminal = process.stdin.isTTY === true;
  const loopback = await openLoopback(port);
  if (!loopback) {
    complain(`No free port from ${port} on for the playground: set PORT to another one, or to 0 for any.`);
    return EXIT.error;
  }
  const outcome = await startBot({
    token: loopback.token,
    apiUrl: loopback.apiUrl,
    library,
    store,
    registry: await loadCommands(),
    log,
    ...(isTerminal ? {} : { rateLimit: createRateLimit(PIPED_LIMIT) }),
  });
  if (outcome.kind !== 'ready') {
    await loopback.close();
    if (outcome.kind === 'failed') complain(outcome.reason);
    return EXIT.error;
  }
  if (!isTerminal) await Promise.race([warm, sleep(WARM_WITHIN_MS, undefined, { ref: false })]);
  await runTerminal({
    loopback,
    input: process.stdin,
    output: process.stdout,
    isTerminal,
    examples: EXAMPLES,
  });
  await outcome.bot.stop();
  await loopback.close();
  return EXIT.ok;
}

async function openLoopback(port: number): Promise<Loopback | null> {
  const last = port === 0 ? 0 : Math.min(65_535, port + PORTS_TRIED);
  for (let tried = port; tried <= last; tried++) {
    try {
      return await startLoopback({ port: tried, guildName: 'The playground' });
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    }
  }
  return null;
}
