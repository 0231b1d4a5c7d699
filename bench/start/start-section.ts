import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../src/package-root.js';
import { formatMegabytes } from '../report/format.js';
import { reportProgress } from '../report/progress.js';
import type { Table } from '../report/table.js';
import { median } from '../speed/quantile.js';

const run = promisify(execFile);
const RUNS = 5;
const QUESTION = 'When did the two heads last meet?';
const DIST = join(packageRoot(), 'dist');

/** Prints the memory in use of a process that does nothing else, in bytes. */
const BARE = 'process.stdout.write(String(process.memoryUsage().rss))';

/** What a fresh process takes to answer from the shipped article, and the memory it holds then. */
export async function startTables(): Promise<Table[]> {
  const cases = [
    { name: 'Node alone', args: ['--eval', BARE] },
    { name: 'engine loaded, one question asked', args: [join(DIST, 'bench', 'start', 'loaded-engine.js')] },
    { name: 'bot ready in a Discord on loopback', args: [join(DIST, 'bench', 'start', 'ready-bot.js')] },
    { name: 'pincite ask', args: [join(packageRoot(), 'bin', 'pincite.js'), 'ask', QUESTION] },
  ];
  const results = cases.map(({ name }) => ({ name, ms: [] as number[], bytes: [] as number[] }));
  for (let round = 0; round < RUNS; round++) {
    for (const [i, { name, args }] of cases.entries()) {
      reportProgress(`start: ${name}`);
      const started = performance.now();
      const { stdout } = await run(process.execPath, args, { cwd: packageRoot() });
      results[i]?.ms.push(performance.now() - started);
      if (/^\d+$/.test(stdout)) results[i]?.bytes.push(Number(stdout));
    }
  }
  return [
    {
      title: 'Cold start and memory',
      note: `A new process from its start to its end, and the memory (resident set) it holds before that: median of ${RUNS}.`,
      head: ['', 'ms', 'memory, MB'],
      rows: results.map(({ name, ms, bytes }) => [
        name,
        median(ms).toFixed(0),
        bytes.length === 0 ? '–' : formatMegabytes(median(bytes)),
      ]),
    },
  ];
}
