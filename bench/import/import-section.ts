import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { Importer, type ImportOutcome } from '../../src/import/importer.js';
import { assemblePdf } from '../../test/import/write-pdf.js';
import { formatMegabytes, formatMs } from '../report/format.js';
import { reportProgress } from '../report/progress.js';
import type { Table } from '../report/table.js';
import { median } from '../speed/quantile.js';

const ROUNDS = 7;
const FILE_BYTES = 10_000_000;
/** As much text as an article may have, nearly. */
const PAGES = 450;
const LINES_PER_PAGE = 50;
const IDLE_MS = 3_000;
const NS_PER_MS = 1e6;

interface Run {
  readonly seconds: number;
  readonly p99: number;
  readonly most: number;
  readonly growth: number;
}

/** How long the thread that answers questions is held up while a file as large as may be is imported in another. */
export async function importTables(): Promise<Table[]> {
  const pdf = largePdf();
  const page = largePage();
  const cases: { readonly name: string; readonly work: () => Promise<unknown> }[] = [
    { name: 'nothing', work: () => sleep(IDLE_MS) },
    { name: `a PDF of 10 MB, ${PAGES} pages`, work: () => readAll('large.pdf', pdf) },
    { name: 'a page of 10 MB', work: () => readAll('large.html', page) },
  ];
  const runs: Run[][] = cases.map(() => []);
  // Side by side, so that a busy moment of the machine hurts all alike.
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, { name, work }] of cases.entries()) {
      reportProgress(`import: ${name}, ${round + 1} of ${ROUNDS}`);
      runs[i]?.push(await measure(work));
    }
  }
  const rows = cases.map(({ name }, i) => {
    const own = runs[i] ?? [];
    const middle = (of: (run: Run) => number) => median(own.map(of));
    return [
      name,
      middle(({ seconds }) => seconds).toFixed(1),
      formatMs(middle(({ p99 }) => p99)),
      formatMs(middle(({ most }) => most)),
      formatMs(Math.max(...own.map(({ most }) => most))),
      formatMegabytes(middle(({ growth }) => growth)),
    ];
  });
  return [
    {
      title: 'What importing does to answers',
      note: `Milliseconds that the event loop of the thread which answers is late, looked at every millisecond while a file is read in a thread of its own; memory is what the process grows by meanwhile. Median of ${ROUNDS}, and the longest of all.`,
      head: ['imported meanwhile', 'takes, s', 'p99', 'most', 'longest', 'memory, MB'],
      rows,
    },
  ];
}

async function measure(work: () => Promise<unknown>): Promise<Run> {
  globalThis.gc?.();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 20);
  const started = performance.now();
  delay.enable();
  await work();
  delay.disable();
  const seconds = (performance.now() - started) / 1_000;
  clearInterval(watch);
  return {
    seconds,
    p99: delay.percentile(99) / NS_PER_MS,
    most: delay.max / NS_PER_MS,
    growth: most - before,
  };
}

/** @throws Error when the file is refused, as the measure would be of something else */
async function readAll(name: string, bytes: Uint8Array): Promise<ImportOutcome> {
  const importer = new Importer();
  const outcome = await importer.read({ name, bytes, contentType: null, url: null });
  await importer.close();
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome;
}

/** Pages full of text, and beside them what fills the file as pictures do. */
function largePdf(): Uint8Array {
  const streams = Array.from({ length: PAGES }, (_, page) => {
    const lines = Array.from({ length: LINES_PER_PAGE }, (_, line) => {
      const text = sentence(page * LINES_PER_PAGE + line);
      return `BT /F1 10 Tf 1 0 0 1 60 ${780 - line * 14} Tm (${text}) Tj ET`;
    });
    return { dictionary: '', bytes: Buffer.from(lines.join('\n')) };
  });
  const length = streams.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const filling = FILE_BYTES - length - PAGES * 400 - 20_000;
  return assemblePdf(streams, {
    extra: [`<< /Length ${filling} >>\nstream\n${'\x55'.repeat(filling)}\nendstream`],
  });
}

function largePage(): Uint8Array {
  const paragraphs = Array.from({ length: 24_000 }, (_, i) => `<p class="text">${sentence(i)}</p>`).join(
    '\n',
  );
  const frame = `<html lang="en"><head><title>A large page</title></head><body><main>${paragraphs}</main><script>`;
  return Buffer.from(`${frame}${' '.repeat(FILE_BYTES - frame.length - 100)}</script></body></html>`);
}

function sentence(number: number): string {
  return `The ferry of line ${number} leaves the northern pier at nine and is back before noon.`;
}
