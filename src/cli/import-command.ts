import { readFile, stat, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import { formatFault } from '../article/format-fault.js';
import { Importer, type ImportOutcome, type ImportStage } from '../import/importer.js';
import { IMPORT_LIMITS } from '../import/limits.js';
import { EXIT } from './exit-code.js';
import { explainFileError } from './explain-file-error.js';
import { complain, print } from './output.js';

interface Options {
  readonly out?: string;
  readonly force?: boolean;
}

/** How long nothing is said of what it is at, in milliseconds, where nobody may be watching. */
const PATIENCE_MS = 5_000;

/** `pincite import`: turns a page, a document or a text into an article file of the corpus. */
export function importCommand(): Command {
  return new Command('import')
    .description('Turn a web page, a PDF, a Word file or a text into an article of the corpus')
    .argument('<file|url>', 'a .html, .pdf, .docx, .md or .txt file, or a link')
    .option('--out <file>', 'where to write it (default: standard output)')
    .option('--force', 'write over a file that is there')
    .addHelpText(
      'after',
      '\nExamples:\n  $ npx pincite import article.pdf --out corpus/article.md\n  $ npx pincite import https://example.org/article --out corpus/article.md',
    )
    .action(async (source: string, options: Options) => {
      process.exitCode = await importSource(source, options);
    });
}

async function importSource(source: string, { out, force }: Options): Promise<number> {
  const isLink = /^[a-z][a-z\d+.-]*:\/\//i.test(source);
  const importer = new Importer();
  const stages = new StageLine();
  const options = { onStage: (stage: ImportStage) => stages.show(stage) };
  let imported: ImportOutcome;
  try {
    imported = isLink
      ? await importer.download(source, options)
      : await importer.read(await readSource(source), options);
  } catch (error) {
    complain(`Cannot read ${source}: ${explainFileError(error)}`);
    return EXIT.error;
  } finally {
    stages.end();
    await importer.close();
  }
  if (imported.kind === 'refused') {
    complain(`Cannot import ${source}: ${imported.reason}`);
    return EXIT.error;
  }
  for (const fault of imported.faults) complain(formatFault(fault));
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

/** One that is too large is not read in: the importer refuses it by its size. */
async function readSource(file: string) {
  const { size } = await stat(file);
  const bytes =
    size > IMPORT_LIMITS.maxBytes ? new Uint8Array(Math.min(size, 2_000_000_000)) : await readFile(file);
  return { name: basename(file), bytes, contentType: null, url: null };
}

const STAGES: Readonly<Record<ImportStage, string>> = { downloading: 'Downloading…', reading: 'Reading…' };

/** Says on standard error what is being done: at once on a terminal, else when it takes long. */
class StageLine {
  readonly #isTerminal = process.stderr.isTTY;
  #timer: NodeJS.Timeout | null = null;

  show(stage: ImportStage): void {
    this.end();
    if (this.#isTerminal) process.stderr.write(STAGES[stage]);
    else this.#timer = setTimeout(() => complain(STAGES[stage]), PATIENCE_MS);
  }

  end(): void {
    if (this.#isTerminal) process.stderr.write('\r\u001B[K');
    if (this.#timer) clearTimeout(this.#timer);
  }
}
