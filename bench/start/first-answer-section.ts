import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { packageRoot } from '../../src/package-root.js';
import { reportProgress } from '../report/progress.js';
import type { Table } from '../report/table.js';
import { median } from '../speed/quantile.js';

const CHROMIUM = '/usr/bin/chromium';
const RUNS = 7;
const PATIENCE_MS = 60_000;
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/;

/** Clicks the first question of the tour as soon as it is there, and notes when, and when its answer is. */
const CLICKER = `
  new MutationObserver(() => {
    const question = document.querySelector('.tour li button');
    if (question && !window.clickedAt) { window.clickedAt = Date.now(); question.click(); }
    if (window.clickedAt && !window.answeredAt && document.body.innerText.includes('October 2018')) window.answeredAt = Date.now();
  }).observe(document, { childList: true, subtree: true, characterData: true });
`;

/** Milliseconds from `npm start`. */
interface FirstAnswer {
  readonly address: number;
  readonly usable: number;
  readonly answer: number;
}

/** What passes from `npm start` to the first answer in the playground's page; nothing where there is no browser. */
export async function firstAnswerTables(): Promise<Table[]> {
  if (process.platform !== 'linux' || !existsSync(CHROMIUM)) {
    reportProgress(`first answer: left out, since there is no ${CHROMIUM}`);
    return [];
  }
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox'] });
  const runs: FirstAnswer[] = [];
  for (let i = 0; i < RUNS; i++) {
    reportProgress(`first answer: ${i + 1} of ${RUNS}`);
    runs.push(await timeFirstAnswer(browser));
  }
  await browser.close();
  const row = (name: string, of: (run: FirstAnswer) => number) => [
    name,
    ...[median(runs.map(of)), Math.min(...runs.map(of)), Math.max(...runs.map(of))].map((ms) =>
      ms.toFixed(0),
    ),
  ];
  return [
    {
      title: 'From `npm start` to the first answer',
      note: `Milliseconds: built before, in a terminal, a browser open already; the page is opened when its address is printed, and its first question clicked as soon as it is there. ${RUNS} runs.`,
      head: ['', 'median', 'least', 'most'],
      rows: [
        row('address printed', ({ address }) => address),
        row('page usable', ({ usable }) => usable),
        row('answered', ({ answer }) => answer),
      ],
    },
  ];
}

async function timeFirstAnswer(browser: Browser): Promise<FirstAnswer> {
  const { DISCORD_TOKEN: _, ...env } = process.env;
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript(CLICKER);
  const started = Date.now();
  // As in a terminal: without one there is no page.
  const bot = spawn('script', ['-qfc', 'npm start', '/dev/null'], { cwd: packageRoot(), env });
  const ended = once(bot, 'exit');
  let printed = '';
  while (!ADDRESS.test(printed)) {
    const [part] = await once(bot.stdout, 'data', { signal: AbortSignal.timeout(PATIENCE_MS) });
    printed += String(part);
  }
  const address = Date.now() - started;
  await page.goto(ADDRESS.exec(printed)?.[0] ?? '', { waitUntil: 'commit' });
  await page.waitForFunction(() => 'answeredAt' in globalThis, null, { timeout: PATIENCE_MS });
  const at = async (name: string) =>
    Number(await page.evaluate((key) => Reflect.get(globalThis, key), name)) - started;
  const [usable, answer] = [await at('clickedAt'), await at('answeredAt')];
  bot.stdin.write('/quit\r');
  await ended;
  await context.close();
  return { address, usable, answer };
}
