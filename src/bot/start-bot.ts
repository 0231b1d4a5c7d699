import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, Events } from 'discord.js';
import type { Logger } from 'pino';
import type { Libraries } from '../library/library.js';
import { createNoStore } from '../store/no-store.js';
import type { Store } from '../store/store.js';
import { answerMessage } from './answer-message.js';
import type { CommandRegistry } from './command-registry.js';
import { Conversations } from './conversations.js';
import { createClient } from './create-client.js';
import { DigestPoster, type PosterOptions } from './digest-poster.js';
import { dispatchInteraction } from './dispatch-interaction.js';
import { explainFailure, type Failure } from './explain-failure.js';
import { InFlight } from './in-flight.js';
import { createRateLimit, type RateLimit } from './rate-limit.js';
import { registerCommands } from './register-commands.js';
import type { BotServices } from './services.js';
import { watchConnection } from './watch-connection.js';

/** Waits between attempts to reach Discord, in milliseconds: doubled each time, up to a bound. */
const RETRY = { firstMs: 1_000, maxMs: 60_000 } as const;

/** How long stopping waits for handlers: Discord itself gives an interaction up after three seconds. */
const SETTLE_MS = 5_000;

/** How to start the bot. */
export interface StartOptions {
  readonly token: string;
  /** Address of the REST API, without its version. */
  readonly apiUrl: string;
  readonly libraries: Libraries;
  /** Whoever made it closes it, after the bot has stopped. */
  readonly importer: BotServices['importer'];
  /** Default: one that keeps nothing. Whoever made it closes it, after the bot has stopped. */
  readonly store?: Store;
  readonly registry: CommandRegistry;
  readonly log: Logger;
  /** Default: in memory, with the numbers of `RATE_LIMIT`. */
  readonly rateLimit?: RateLimit;
  /** Milliseconds of a clock that never goes back: how long members' last questions are remembered by. */
  readonly now?: () => number;
  /** When digests are due (default: the system's clock), and how often that is looked at. */
  readonly posting?: PosterOptions;
  /** Gives up starting. A bot that has started is stopped with `stop`. */
  readonly signal?: AbortSignal;
  /** Waits between attempts to start, in milliseconds. */
  readonly retry?: { readonly firstMs: number; readonly maxMs: number };
  /** Called when Discord ends the connection of a started bot for good, with the reason for the operator. */
  readonly onClosed?: (reason: string) => void;
}

/** A bot that is in Discord. */
export interface Bot {
  /** The name it goes by there. */
  readonly name: string;
  /** Its account, for an invitation link. */
  readonly applicationId: string;
  /** Lets handlers at work finish, for some seconds at most, then leaves Discord. */
  stop(): Promise<void>;
}

/** What comes of starting. */
export type StartOutcome =
  | { readonly kind: 'ready'; readonly bot: Bot }
  /** In vain until the operator does something; `reason` is one line that says what. */
  | { readonly kind: 'failed'; readonly reason: string }
  /** Given up by `signal`. */
  | { readonly kind: 'stopped' };

/** Resolves when the client is ready for events; rejects when it cannot, or is told to give up. */
async function logIn(client: Client, token: string, signal: AbortSignal | undefined): Promise<void> {
  const attempt = new AbortController();
  const signals = signal ? [attempt.signal, signal] : [attempt.signal];
  try {
    const ready = once(client, Events.ClientReady, { signal: AbortSignal.any(signals) });
    await Promise.all([client.login(token), ready]);
  } finally {
    attempt.abort();
  }
}

type Attempt =
  | { readonly client: Client<true>; readonly leave: () => Promise<void> }
  | { readonly failure: Failure };

/** One attempt to log in, with a client of its own: one that has failed cannot be used again. */
async function attemptLogin(options: StartOptions, attach: (client: Client) => void): Promise<Attempt> {
  const { token, apiUrl, log, signal } = options;
  const { client, leave } = createClient(apiUrl);
  let closeCode: number | undefined;
  let isStarted = false;
  watchConnection(client, log, (code) => {
    closeCode = code;
    if (isStarted) options.onClosed?.(explainFailure(null, apiUrl, code).reason);
  });
  attach(client);
  try {
    await logIn(client, token, signal);
    if (!client.isReady()) throw new Error('the client is not ready though it said so');
    isStarted = true;
    return { client, leave };
  } catch (error) {
    await leave();
    return { failure: explainFailure(error, apiUrl, closeCode) };
  }
}

/** Tells Discord of the commands; a bot whose commands are there from before works without that. */
async function register(client: Client<true>, { registry, log }: StartOptions): Promise<void> {
  try {
    const outcome = await registerCommands(
      { rest: client.rest, applicationId: client.application.id },
      registry,
    );
    log.info({ commands: registry.all.length }, `commands ${outcome}`);
  } catch (error) {
    log.error({ err: error }, 'could not register the commands; "pincite deploy" tries again');
  }
}

/**
 * Joins Discord and answers there until told to stop. Where Discord may come back it tries again, with
 * growing waits and a log line for each; where only the operator can help it returns the reason.
 */
export async function startBot(options: StartOptions): Promise<StartOutcome> {
  const { libraries, log, registry, signal, retry = RETRY } = options;
  const services: BotServices = {
    libraries,
    importer: options.importer,
    store: options.store ?? createNoStore(),
    log,
    rateLimit: options.rateLimit ?? createRateLimit(),
    conversations: new Conversations(options.now),
  };
  const inFlight = new InFlight();
  const attach = (client: Client): void => {
    client.on(Events.InteractionCreate, (interaction) => {
      inFlight.track(dispatchInteraction(interaction, registry, services));
    });
    client.on(Events.MessageCreate, (message) => inFlight.track(answerMessage(message, services)));
  };
  if (signal?.aborted) return { kind: 'stopped' };
  for (let waitMs = retry.firstMs; ; waitMs = Math.min(retry.maxMs, waitMs * 2)) {
    const attempt = await attemptLogin(options, attach);
    if (signal?.aborted) {
      if ('client' in attempt) await attempt.leave();
      return { kind: 'stopped' };
    }
    if ('client' in attempt) {
      await register(attempt.client, options);
      log.info({ bot: attempt.client.user.tag, servers: attempt.client.guilds.cache.size }, 'ready');
      const poster = new DigestPoster(attempt.client, services, options.posting);
      return { kind: 'ready', bot: createHandle(attempt, poster, inFlight, log) };
    }
    if (!attempt.failure.transient) return { kind: 'failed', reason: attempt.failure.reason };
    log.warn({ seconds: waitMs / 1_000 }, `${attempt.failure.reason} Trying again.`);
    await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    if (signal?.aborted) return { kind: 'stopped' };
  }
}

function createHandle(
  { client, leave }: Extract<Attempt, { client: Client<true> }>,
  poster: DigestPoster,
  inFlight: InFlight,
  log: Logger,
): Bot {
  let stopping: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    const [left] = await Promise.all([inFlight.settle(SETTLE_MS), poster.close()]);
    if (left > 0) log.warn({ left }, 'leaving though some members still wait for their answer');
    await leave();
  };
  return {
    name: client.user.username,
    applicationId: client.application.id,
    stop: () => (stopping ??= stop()),
  };
}
