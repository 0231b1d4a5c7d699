import pino from 'pino';
import { expect } from 'vitest';
import type { Article } from '../../src/article/article.js';
import type { Command } from '../../src/bot/command.js';
import { type CommandRegistry, createRegistry } from '../../src/bot/command-registry.js';
import { loadCommands } from '../../src/bot/load-commands.js';
import { type Bot, type StartOptions, startBot } from '../../src/bot/start-bot.js';
import { createEngine } from '../../src/engine/engine.js';
import type { Engine } from '../../src/engine/outcome.js';
import { Importer } from '../../src/import/importer.js';
import { ServerLibraries } from '../../src/library/server-libraries.js';
import { type Loopback, type LoopbackOptions, startLoopback } from '../../src/playground/loopback.js';
import { createNoStore } from '../../src/store/no-store.js';
import { validatePayload } from '../playground/validate-payload.js';
import { moonBase } from './moon-base.js';

/** A line of the operator's log, as far as tests look at it. */
export interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly [field: string]: unknown;
}

/** The whole bot on a loopback Discord, from the gateway to the engine. */
export interface BotHarness {
  readonly loopback: Loopback;
  readonly bot: Bot;
  /** Put another engine in its place to change the corpus under a running bot. */
  readonly library: { engine: Engine };
  /** What the operator reads, first line first. */
  readonly log: readonly LogLine[];
  /** Lines of warnings and errors. */
  troubles(): string[];
  /** Ends bot and loopback, and checks that the bot sent nothing that Discord would refuse. */
  end(): Promise<void>;
}

/** What a test may change. */
export interface HarnessOptions {
  readonly articles?: readonly Article[];
  /** Commands besides the bot's own. */
  readonly commands?: readonly Command[];
  readonly loopback?: LoopbackOptions;
  readonly start?: Partial<StartOptions>;
}

/** A log that keeps its lines. */
export function keepLog(): { log: pino.Logger; lines: LogLine[] } {
  const lines: LogLine[] = [];
  const write = (line: string): void => void lines.push(JSON.parse(line));
  return { log: pino({ level: 'debug' }, { write }), lines };
}

async function registryWith(commands: readonly Command[]): Promise<CommandRegistry> {
  const own = await loadCommands();
  return commands.length === 0 ? own : createRegistry([...own.all, ...commands]);
}

/** Everything `startBot` needs on a loopback. */
export async function optionsFor(loopback: Loopback, options: HarnessOptions = {}) {
  const { log, lines } = keepLog();
  const library = { engine: createEngine(options.articles ?? [moonBase()]) };
  const store = options.start?.store ?? createNoStore();
  const libraries = new ServerLibraries({ shared: library, articles: store.articles, log });
  const registry = await registryWith(options.commands ?? []);
  const start: StartOptions = {
    token: loopback.token,
    apiUrl: loopback.apiUrl,
    libraries,
    importer: new Importer({ allowedOrigins: [new URL(loopback.apiUrl).origin] }),
    registry,
    log,
    ...options.start,
  };
  return { start, library, lines };
}

/** Starts a loopback Discord and the bot in it. Call `end` when done. */
export async function startHarness(options: HarnessOptions = {}): Promise<BotHarness> {
  const loopback = await startLoopback({ validate: validatePayload, ...options.loopback });
  const { start, library, lines } = await optionsFor(loopback, options);
  const outcome = await startBot(start);
  if (outcome.kind !== 'ready') throw new Error(`the bot did not start: ${JSON.stringify(outcome)}`);
  const { bot } = outcome;
  return {
    loopback,
    bot,
    library,
    log: lines,
    troubles: () => lines.filter(({ level }) => level >= 40).map(({ msg }) => msg),
    async end() {
      await bot.stop();
      await loopback.close();
      expect(loopback.refused).toEqual([]);
    },
  };
}
