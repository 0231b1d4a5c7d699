import { Worker } from 'node:worker_threads';
import { builtWorker } from '../../built-worker.js';
import { MAX_ROBOTS_BYTES, MAX_ROBOTS_HEAP_MB } from '../limits.js';
import { checkAddress } from './check-address.js';
import { fetchOnce, type Network } from './fetch-once.js';
import type { RobotsJob } from './robots-worker.js';
import { userAgent } from './user-agent.js';

/** By RFC 9309, what cannot be had forbids everything: the file is `unreadable`, or the site `unreachable`. */
export type RobotsPermission =
  | 'allowed'
  | 'forbidden'
  | 'unreadable'
  | 'unreachable'
  | 'not-public'
  | 'aborted';

export interface RobotsOptions {
  readonly allowedOrigins: readonly string[];
  readonly maxRedirects: number;
  readonly signal: AbortSignal;
  readonly network?: Network;
}

/**
 * Whether the robots.txt of an address's site allows it to be read, asked for under the same guards as the page. One
 * that is not there (4xx) allows all; one that is not to be had (5xx, no answer, too large) forbids all. Never rejects.
 */
export async function askRobots(page: URL, options: RobotsOptions): Promise<RobotsPermission> {
  const own = new URL('/robots.txt', page);
  let next = own.href;
  for (let hop = 0; hop <= options.maxRedirects; hop++) {
    const checked = checkAddress(next, {
      allowedOrigins: options.allowedOrigins,
      ports: options.network?.ports,
    });
    if (!checked.ok) return 'unreadable';
    const fetched = await fetchOnce(checked.url, {
      userAgent: userAgent(),
      accept: 'text/plain, */*;q=0.1',
      maxBytes: MAX_ROBOTS_BYTES,
      signal: options.signal,
      isExempt: checked.isExempt,
      ...(options.network && { network: options.network }),
      wantsBody: (status) => status === 200,
    });
    if (fetched.kind === 'too-large' || fetched.kind === 'undecodable') return 'unreadable';
    if (fetched.kind !== 'response') return fetched.kind;
    const { status, headers, body } = fetched;
    const { location } = headers;
    if (status >= 300 && status < 400 && location !== undefined && URL.canParse(location, checked.url.href)) {
      next = new URL(location, checked.url).href;
      continue;
    }
    if (status >= 400 && status < 500) return 'allowed';
    if (status !== 200) return 'unreadable';
    return judge({ robotsUrl: own.href, robotsTxt: body, url: page.href }, options.signal);
  }
  // Redirected too often counts as not there.
  return 'allowed';
}

/** In a thread: matching a hostile file's patterns takes seconds. */
function judge(job: RobotsJob, signal: AbortSignal): Promise<RobotsPermission> {
  if (signal.aborted) return Promise.resolve('aborted');
  return new Promise((resolve) => {
    const worker = new Worker(builtWorker('import/web/robots-worker.js'), {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: MAX_ROBOTS_HEAP_MB },
    });
    const abort = () => settle('aborted');
    const settle = (permission: RobotsPermission) => {
      signal.removeEventListener('abort', abort);
      resolve(permission);
      void worker.terminate();
    };
    signal.addEventListener('abort', abort, { once: true });
    worker.on('message', (isAllowed: boolean) => settle(isAllowed ? 'allowed' : 'forbidden'));
    worker.on('error', () => settle('unreadable'));
    worker.on('exit', () => settle('unreadable'));
  });
}
