import { pino } from 'pino';
import { loadCommands } from '../../src/bot/load-commands.js';
import { startBot } from '../../src/bot/start-bot.js';
import { openCorpus } from '../../src/cli/open-corpus.js';
import { Importer } from '../../src/import/importer.js';
import { startLoopback } from '../../src/playground/loopback.js';

/** A process of its own: the bot, from nothing to ready in a Discord on this machine, and its memory in bytes. */
const opened = await openCorpus('corpus');
if (!opened.ok) throw new Error(opened.reason);
const loopback = await startLoopback();
const outcome = await startBot({
  token: loopback.token,
  apiUrl: loopback.apiUrl,
  importer: new Importer(),
  libraries: { of: async () => opened },
  registry: await loadCommands(),
  log: pino({ level: 'silent' }),
});
if (outcome.kind !== 'ready') throw new Error(`The bot is ${outcome.kind}.`);
process.stdout.write(String(process.memoryUsage().rss));
process.exit();
