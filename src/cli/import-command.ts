import { readFile, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import { importArticle } from '../article/import-article.js';
import { EXIT } from './exit-code.js';
import { explainFileError } from './explain-file-error.js';
import { formatFault } from './open-corpus.js';
import { complain, print } from './output.js';

interface Options {
  readonly out?: string;
  readonly force?: boolean;
}

/** `pincite import`: turns wire copy or Markdown into an article file of the corpus. */
export function importCommand(): Command {
  return new Command('import')
    .description('Turn a text file (wire copy or Markdown) into an article of the corpus')
    .argument('<file>', 'a .txt or .md file')
    .option('--out <file>', 'where to write it (default: standard output)')
    .option('--force', 'write over a file that is there')
    .addHelpText('after', '\nExample:\n  $ npx pincite import article.txt --out corpus/article.md')
    .action(async (file: string, options: Options) => {
      process.exitCode = await importFile(file, options);
    });
}

async function importFile(file: string, { out, force }: Options): Promise<number> {
  if (/^https?:\/\//i.test(file)) {
    complain('Links cannot be imported yet: save the page’s text to a file and import that.');
    return EXIT.error;
  }
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    complain(`Cannot read ${file}: ${explainFileError(error)}`);
    return EXIT.error;
  }
  const imported = importArticle({ name: basename(file), bytes });
  for (const fault of imported.faults) complain(formatFault(fault));
  if (!imported.ok) return EXIT.error;
  if (out === undefined) {
    print(imported.markdown.trimEnd());
    return EXIT.ok;
  }
  try {
    await writeFile(out, imported.markdown, { flag: force ? 'w' : 'wx' });
  } catch (error) {
    complain(`Cannot write ${out}: ${explainFileError(error)}`);
    return EXIT.error;
  }
  print(`Written to ${out}. Look it over, then ask: npx pincite ask "…"`);
  return EXIT.ok;
}
