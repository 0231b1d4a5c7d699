import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Libraries } from '../library/library.js';
import { startLoopback } from '../playground/loopback.js';
import { runTerminal } from '../playground/terminal/run-terminal.js';
import { type ServedPage, servePage } from '../playground/web/serve-page.js';
import type { Store } from '../store/store.js';
import { EXIT } from './exit-code.js';
import { explainRanking } from './explain-ranking.js';
import type { JoinOptions, PlaygroundBot } from './join-playground.js';
import { complain } from './output.js';

interface Options {
  /** The page's: taken if it is free, else the next free one. */
  readonly port: number;
  readonly libraries: Libraries;
  readonly store: Store;
  readonly log: Logger;
  /** Makes the bot ready to answer at once and as well as it can: what is piped in waits for that, for a while. */
  readonly warm: () => Promise<unknown>;
  /** Whether there is to be a made-up history. The store must be one that is gone with the process. */
  readonly isDemo: boolean;
}

/** Questions to begin with, about the shipped article. */
const EXAMPLES = [
  { question: 'When did the two heads last meet?', note: 'answered with the sentence that says it' },
  { question: 'How much does a seat on Soyuz cost?', note: 'the article does not say, and so Pincite does' },
  { question: 'wher is dufy going on wensday', note: 'spelt as people type on a phone' },
];

/** Enough to read some hundred sentences. */
const WARM_WITHIN_MS = 3_000;

/**
 * Runs the bot against a Discord on this machine, with the terminal as a member. The page is served and its address
 * printed before the bot is loaded: a browser opens it meanwhile. Returns the exit code.
 */
export async function runPlayground({ port, libraries, store, log, warm, isDemo }: Options): Promise<number> {
  const isTerminal = process.stdin.isTTY === true;
  const loopback = await startLoopback({ guildName: 'The playground' });
  let joining: Promise<PlaygroundBot | null> | undefined;
  const join = () => (joining ??= loadAndJoin({ loopback, libraries, store, log, isTerminal, isDemo }));
  // Who pipes questions in looks at the answers, and at no page.
  let page: ServedPage | null = null;
  if (isTerminal) {
    const explain = async (question: string) => {
      const { engine, encoder } = await libraries.of(loopback.guildId);
      return explainRanking(
        engine.ask(question, { encoding: await encoder?.read(question, engine.articles) }),
      );
    };
    page = await servePage({ loopback, examples: EXAMPLES, explain, ready: join }, port);
    if (!page)
      complain(`No free port from ${port} on for the page: set PORT to another one, or to 0 for any.`);
  } else if (await join()) await Promise.race([warm(), sleep(WARM_WITHIN_MS, undefined, { ref: false })]);
  if (isTerminal) void join().then((bot) => bot && warm());
  if (isTerminal || (await join()))
    await runTerminal({
      loopback,
      input: process.stdin,
      output: process.stdout,
      isTerminal,
      examples: EXAMPLES.map(({ question }) => question),
      pageUrl: page?.url ?? null,
      ready: async () => (await join()) !== null,
    });
  const bot = await join();
  await page?.close();
  await bot?.stop();
  await loopback.close();
  return bot ? EXIT.ok : EXIT.error;
}

/** discord.js takes as long to load as all the rest: the page need not wait for it. */
async function loadAndJoin(options: JoinOptions): Promise<PlaygroundBot | null> {
  const { joinPlayground } = await import('./join-playground.js');
  return joinPlayground(options);
}
