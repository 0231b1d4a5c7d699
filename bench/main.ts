import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Command, Option } from 'commander';
import { packageRoot } from '../src/package-root.js';
import { accuracyChart } from './accuracy/accuracy-chart.js';
import { accuracyTables, measureAccuracy } from './accuracy/accuracy-section.js';
import { briefTables } from './brief/brief-section.js';
import { followUpTables } from './follow-ups/follow-ups-section.js';
import { importTables } from './import/import-section.js';
import { describeMachine } from './report/machine.js';
import { endProgress } from './report/progress.js';
import { replaceSection } from './report/replace-section.js';
import { renderMarkdown, renderText, type Table } from './report/table.js';
import { serversTables } from './servers/servers-section.js';
import { largeTables } from './speed/large-section.js';
import { speedTables } from './speed/speed-section.js';
import { firstAnswerTables } from './start/first-answer-section.js';
import { startTables } from './start/start-section.js';
import { storeTables } from './store/store-section.js';
import { trustTables } from './trust/trust-section.js';

const README = join(packageRoot(), 'bench', 'README.md');

interface Options {
  readonly only?: string;
  readonly quick?: boolean;
  readonly markdown?: boolean;
  readonly chart?: string;
  readonly postgres?: string;
}

/** What is measured, in the order it is printed: each name is also that of its place in the README. */
const SECTIONS: Readonly<Record<string, (options: Options) => Promise<Table[]>>> = {
  accuracy: async ({ chart }) => {
    const accuracy = await measureAccuracy();
    if (chart !== undefined) {
      await mkdir(dirname(chart), { recursive: true });
      await writeFile(chart, accuracyChart(accuracy));
    }
    return accuracyTables(accuracy);
  },
  trust: trustTables,
  'follow-ups': followUpTables,
  brief: briefTables,
  speed: speedTables,
  large: largeTables,
  start: startTables,
  'first-answer': firstAnswerTables,
  store: storeTables,
  servers: serversTables,
  import: importTables,
};

const command = new Command('bench')
  .description('Measure Pincite beside search libraries')
  .addOption(new Option('--only <section>', 'measure one thing').choices(Object.keys(SECTIONS)))
  .option('--quick', 'leave out the corpus of 100,000 sentences, the store and the servers')
  .option('--postgres <url>', 'measure the store on this empty PostgreSQL database too')
  .option('--markdown', 'also write the tables into bench/README.md')
  .option('--chart <file>', 'also draw the accuracy as an SVG chart')
  .action(measure);
await command.parseAsync();

async function measure(options: Options): Promise<void> {
  process.stdout.write(`Measured on ${describeMachine()}.\n`);
  const names = Object.keys(SECTIONS).filter((name) =>
    options.only === undefined
      ? !(options.quick && ['large', 'store', 'servers'].includes(name))
      : name === options.only,
  );
  for (const name of names) {
    const tables = (await SECTIONS[name]?.(options)) ?? [];
    endProgress();
    for (const table of tables) process.stdout.write(`\n${renderText(table)}\n`);
    if (options.markdown) await writeIntoReadme(name, tables);
  }
}

async function writeIntoReadme(name: string, tables: readonly Table[]): Promise<void> {
  const text = [`Measured on ${describeMachine()}.`, ...tables.map(renderMarkdown)].join('\n\n');
  await writeFile(README, replaceSection(await readFile(README, 'utf8'), name, text));
}
