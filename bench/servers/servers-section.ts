import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { packageRoot } from '../../src/package-root.js';
import { formatMegabytes, formatMs } from '../report/format.js';
import { reportProgress } from '../report/progress.js';
import type { Table } from '../report/table.js';

const measuredSchema = z.object({
  servers: z.number(),
  /** Whose articles are in memory. */
  ready: z.number(),
  /** Bytes that JavaScript holds after the memory was cleaned up. */
  held: z.number(),
  /** Bytes of the whole process. */
  rss: z.number(),
  /** Median of the servers since the step before; null at the first. */
  firstAnswerMs: z.number().nullable(),
});
export type ServersMeasured = z.infer<typeof measuredSchema>;

const SCRIPT = join(packageRoot(), 'dist', 'bench', 'servers', 'many-servers.js');

/** The memory of one process that many servers ask, each with an article of its own. */
export async function serversTables(): Promise<Table[]> {
  const child = spawn(process.execPath, ['--expose-gc', SCRIPT], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const steps: ServersMeasured[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const step = measuredSchema.parse(JSON.parse(line));
    steps.push(step);
    reportProgress(`servers: ${step.servers}`);
  }
  const [code] = await ended;
  if (code !== 0) throw new Error(`the servers were not measured: exit code ${String(code)}`);
  return [
    {
      title: 'Many servers in one process',
      note: 'Each server keeps an article of 100 sentences of its own beside the shipped one, and asks one question, one server after the other. Of servers that were asked longest ago the articles are let go; they are read again with the next question.',
      head: ['servers', 'ready', 'held by JavaScript, MB', 'resident set, MB', 'first answer, ms'],
      rows: steps.map(({ servers, ready, held, rss, firstAnswerMs }) => [
        String(servers),
        String(ready),
        formatMegabytes(held),
        formatMegabytes(rss),
        firstAnswerMs === null ? '–' : formatMs(firstAnswerMs),
      ]),
    },
  ];
}
