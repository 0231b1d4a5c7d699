import { Command, Option } from 'commander';
import { citationOf } from '../article/citation.js';
import { formatFault } from '../article/format-fault.js';
import type { Config } from '../config.js';
import { plainText } from '../playground/terminal/plain-text.js';
import { BRIEF_LENGTHS, type BriefLength, brief } from '../summary/brief.js';
import { EXIT } from './exit-code.js';
import { openCorpus } from './open-corpus.js';
import { complain, print } from './output.js';
import { terminalStyle } from './terminal-style.js';

/** How far back, as it is written in a command line. */
const SINCE = { '24h': 'day', '7d': 'week', '30d': 'month', '90d': 'quarter' } as const;

interface Options {
  readonly corpus: string;
  readonly length?: BriefLength;
  readonly questions?: boolean;
  readonly since: keyof typeof SINCE;
  readonly guild?: string;
  readonly chart?: string;
}

/** `pincite summary`: the sentences that carry an article, or what members asked. */
export function summaryCommand(config: Config): Command {
  return new Command('summary')
    .description('An article in brief, or with --questions what members asked')
    .argument('[article]', 'its id, the file name without the ending; all articles without it')
    .option('--corpus <dir>', 'folder with the articles', config.corpusDir)
    .addOption(new Option('--length <length>', 'how many sentences').choices(Object.keys(BRIEF_LENGTHS)))
    .option('--questions', 'what members asked, out of the database (DATABASE_URL)')
    .addOption(new Option('--since <period>', 'how far back').choices(Object.keys(SINCE)).default('7d'))
    .option('--guild <id>', 'of this server only; of all, direct messages included, without it')
    .option('--chart <file>', 'write the chart there, as PNG')
    .addHelpText(
      'after',
      `
Examples:
  $ npx pincite summary nasa-roscosmos --length short
  $ npx pincite summary --questions --since 30d --chart questions.png`,
    )
    .action(async (article: string | undefined, options: Options) => {
      process.exitCode = await summarise(article, options, config);
    });
}

async function summarise(id: string | undefined, options: Options, config: Config): Promise<number> {
  const { corpus, length } = options;
  const opened = await openCorpus(corpus);
  for (const fault of opened.faults) complain(formatFault(fault));
  if (!opened.ok) {
    complain(opened.reason);
    return EXIT.error;
  }
  const { articles } = opened.engine;
  const chosen = id === undefined ? articles : articles.filter((article) => article.id === id);
  if (chosen.length === 0) {
    complain(
      `There is no article “${id}”. There is: ${articles
        .map((article) => article.id)
        .slice(0, 20)
        .join(', ')}.`,
    );
    return EXIT.error;
  }
  if (options.questions) {
    // Loaded here, so that a brief need not wait for the database.
    const { printQuestions } = await import('./print-questions.js');
    const { since, guild: guildId = null, chart = null } = options;
    const article = id === undefined ? null : (chosen[0] ?? null);
    return printQuestions({ config, engine: opened.engine, article, period: SINCE[since], guildId, chart });
  }
  const style = terminalStyle(process.stdout);
  for (const [i, article] of chosen.entries()) {
    if (i > 0) print('');
    const { publisher, author } = citationOf(article, 1, null);
    const names = [publisher, author].filter((name) => name !== null && name !== undefined);
    print(style('bold', plainText(article.title)));
    if (names.length > 0) print(style('dim', plainText([...new Set(names)].join(', '))));
    for (const { paragraph, text } of brief(article, length)) print(`¶ ${paragraph}  ${plainText(text)}`);
  }
  return EXIT.ok;
}
