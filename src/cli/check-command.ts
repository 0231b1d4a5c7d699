import { Command } from 'commander';
import { formatFault } from '../article/format-fault.js';
import { loadCorpus } from '../article/load-corpus.js';
import { EXIT } from './exit-code.js';
import { complain, print } from './output.js';

/** `pincite check`: every fault of the articles, with file and line; exit 1 if there is any. */
export function checkCommand(defaultCorpus: string): Command {
  return new Command('check')
    .description('Report every fault in the articles')
    .option('--corpus <dir>', 'folder with the articles', defaultCorpus)
    .addHelpText('after', '\nExample:\n  $ npx pincite check --corpus my-articles')
    .action(async ({ corpus }: { corpus: string }) => {
      const { articles, faults } = await loadCorpus(corpus);
      for (const fault of faults) complain(formatFault(fault));
      const paragraphs = articles.reduce((sum, article) => sum + article.paragraphs.length, 0);
      print(
        `${count(articles.length, 'article')} with ${count(paragraphs, 'paragraph')}, ${count(faults.length, 'fault')}`,
      );
      process.exitCode = faults.length > 0 ? EXIT.error : EXIT.ok;
    });
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
