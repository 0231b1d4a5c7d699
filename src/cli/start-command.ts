import { Command } from 'commander';
import type { Config } from '../config.js';
import { EXIT } from './exit-code.js';
import { formatFault, openCorpus } from './open-corpus.js';
import { complain } from './output.js';

interface Options {
  readonly corpus: string;
  readonly playground?: boolean;
}

/** `pincite start`: the bot in Discord or, without a token, in the playground. */
export function startCommand(config: Config): Command {
  return new Command('start')
    .description('Join Discord with DISCORD_TOKEN; without a token, open the playground')
    .option('--corpus <dir>', 'folder with the articles', config.corpusDir)
    .option('--playground', 'open the playground even though there is a token')
    .addHelpText(
      'after',
      `
The playground is a chat with the real bot in this terminal. With no terminal on standard input each line
read is a question, and the program ends at the end of input.

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
  const isPlayground = options.playground === true || config.discordToken === null;
  // Loaded here, so that the other commands need not wait for discord.js.
  const { createLog } = await import('../log.js');
  const log = createLog(config.logLevel ?? (isPlayground ? 'warn' : 'info'));
  const { startEncoder } = await import('./start-encoder.js');
  const encoder = startEncoder(opened.engine.articles, log);
  const library = { engine: opened.engine, encoder: encoder.library };
  const { createStore } = await import('../store/store.js');
  // Trying the bot out must not mix with what members asked.
  const databaseUrl = isPlayground && !config.isDatabaseNamed ? 'file::memory:' : config.databaseUrl;
  const store = createStore(databaseUrl, { log, retentionDays: config.retentionDays });
  try {
    if (config.discordToken === null || isPlayground) {
      const { runPlayground } = await import('./run-playground.js');
      return await runPlayground({ port: config.port, library, store, log, warm: encoder.learned });
    }
    const { runInDiscord } = await import('./run-in-discord.js');
    return await runInDiscord({
      token: config.discordToken,
      apiUrl: config.discordApiUrl,
      library,
      store,
      log,
    });
  } finally {
    await Promise.all([encoder.close(), store.close()]);
  }
}
