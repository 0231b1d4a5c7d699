import { Command, Option } from 'commander';
import { citationOf } from '../article/citation.js';
import { plainText } from '../playground/terminal/plain-text.js';
import { BRIEF_LENGTHS, type BriefLength, brief } from '../summary/brief.js';
import { EXIT } from './exit-code.js';
import { formatFault, openCorpus } from './open-corpus.js';
import { complain, print } from './output.js';
import { terminalStyle } from './terminal-style.js';

interface Options {
  readonly corpus: string;
  readonly length?: BriefLength;
}

/** `pincite summary`: the sentences that carry an article. */
export function summaryCommand(defaultCorpus: string): Command {
  return new Command('summary')
    .description('An article in brief: the sentences that carry it, each with its paragraph')
    .argument('[article]', 'its id, the file name without the ending; all articles without it')
    .option('--corpus <dir>', 'folder with the articles', defaultCorpus)
    .addOption(new Option('--length <length>', 'how many sentences').choices(Object.keys(BRIEF_LENGTHS)))
    .addHelpText('after', '\nExample:\n  $ npx pincite summary nasa-roscosmos --length short')
    .action(async (article: string | undefined, options: Options) => {
      process.exitCode = await summarise(article, options);
    });
}

async function summarise(id: string | undefined, { corpus, length }: Options): Promise<number> {
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
