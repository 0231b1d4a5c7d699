import { Command } from 'commander';
import { formatFault } from '../article/format-fault.js';
import type { Config } from '../config.js';
import { EXIT } from './exit-code.js';
import { openCorpus } from './open-corpus.js';
import { complain } from './output.js';

interface Options {
  readonly corpus: string;
  readonly playground?: boolean;
  readonly demo?: boolean;
}

/** `pincite start`: the bot in Discord or, without a token, in the playground. */
export function startCommand(config: Config): Command {
  return new Command('start')
    .description('Join Discord with DISCORD_TOKEN; without a token, open the playground')
    .option('--corpus <dir>', 'folder with the articles', config.corpusDir)
    .option('--playground', 'open the playground even though there is a token')
    .option('--demo', 'the playground with a month of made-up questions, for /questions to show')
    .addHelpText(
      'after',
      `
The playground is a chat with the real bot in this terminal, and in a browser at the address it prints. With
no terminal on standard input there is no page: each line read is a question, and the program ends at the end
of input.

Examples:
  $ npx pincite start
  $ echo "When did the two heads last meet?" | npx pincite start --playground`,
    )
    .action(async (options: Options) => {
      process.exitCode = await start(config, options);
    });
}

async function start(config: Config, options: Options): Promise<number> {
  const opened = await openCorpus(options.corpus);
  for (const fault of opened.faults) complain(formatFault(fault));
  if (!opened.ok) {
    complain(opened.reason);
    return EXIT.error;
  }
  const isDemo = options.demo === true;
  const isPlayground = isDemo || options.playground === true || config.discordToken === null;
  // Loaded here, so that the other commands need not wait for discord.js.
  const { createLog } = await import('../log.js');
  const log = createLog(config.logLevel ?? (isPlayground ? 'warn' : 'info'));
  const { startEncoder } = await import('./start-encoder.js');
  const encoder = startEncoder(opened.engine.articles, { vectors: opened.vectors }, log);
  const { warmUp } = await import('../library/warm-up.js');
  // When others have had their turn, so that nobody waits for it.
  const warm = () => Promise.all([encoder.learned, warmUp(opened.engine, opened)]);
  const { createStore } = await import('../store/store.js');
  // Trying the bot out must not mix with what members asked; what is made up must never.
  const isInMemory = isDemo || (isPlayground && !config.isDatabaseNamed);
  const databaseUrl = isInMemory ? 'file::memory:' : config.databaseUrl;
  const store = createStore(databaseUrl, {
    log,
    retentionDays: config.retentionDays,
    articleLimits: config.articleLimits,
  });
  const { LiveCorpus } = await import('../library/live-corpus.js');
  const corpus = new LiveCorpus({
    ...opened,
    log,
    onChange: (articles) => void encoder.library.learn(articles),
  });
  const { ServerLibraries } = await import('../library/server-libraries.js');
  const libraries = new ServerLibraries({
    shared: corpus,
    vectors: opened.vectors,
    articles: store.articles,
    encoder: encoder.library,
    log,
  });
  try {
    if (config.discordToken === null || isPlayground) {
      const { runPlayground } = await import('./run-playground.js');
      return await runPlayground({ port: config.port, libraries, store, log, warm, isDemo });
    }
    const { runInDiscord } = await import('./run-in-discord.js');
    return await runInDiscord({
      token: config.discordToken,
      apiUrl: config.discordApiUrl,
      libraries,
      store,
      log,
      warm,
    });
  } finally {
    libraries.close();
    await Promise.all([encoder.close(), store.close(), corpus.close()]);
  }
}
