import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Debian's Chromium, which `.ci/run` installs. */
const EXECUTABLE = '/usr/bin/chromium';

/** Whether the tests in a browser can run here. */
export const hasBrowser = existsSync(EXECUTABLE);

/** What a skipped test says. */
export const WITHOUT_BROWSER = `skipped without ${EXECUTABLE}: apt-get install chromium`;

/** Starts a browser that talks to nobody but the page. */
export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: EXECUTABLE,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
