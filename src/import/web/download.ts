import type { IncomingHttpHeaders } from 'node:http';
import { checkAddress, NOT_PUBLIC } from './check-address.js';
import { type Fetched, fetchOnce, type Network } from './fetch-once.js';
import { askRobots, type RobotsPermission } from './robots.js';
import { userAgent } from './user-agent.js';

export interface DownloadOptions {
  readonly allowedOrigins: readonly string[];
  readonly maxBytes: number;
  readonly maxRedirects: number;
  readonly signal: AbortSignal;
  /** A file in Discord's keeping was put there to be fetched; pages are asked whether they want to be. */
  readonly obeysRobots: boolean;
  /** Refuse what is no page or document by its stated type. */
  readonly checksType: boolean;
  readonly network?: Network;
}

export type Download =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      readonly contentType: string | null;
      /** Where it was in the end. */
      readonly url: URL;
    }
  /** `reason` is for the user; null when the signal was aborted. */
  | { readonly ok: false; readonly reason: string | null };

const ACCEPT =
  'text/html, application/xhtml+xml, application/pdf, application/vnd.openxmlformats-officedocument.wordprocessingml.document, text/markdown, text/plain;q=0.9, */*;q=0.1';

const TYPES = new Set([
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'text/markdown',
  'text/x-markdown',
  'application/pdf',
  'application/x-pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
]);

/** What servers call files that they know nothing of. */
const UNTYPED = new Set(['', 'application/octet-stream', 'binary/octet-stream', 'application/x-download']);

const WRONG_TYPE =
  'This link leads to no page or document. Use a web page, a PDF, a Word file (.docx), Markdown or plain text.';
const TOO_MANY_REDIRECTS =
  'This link is passed on from page to page too often. Use the link of the article itself.';

const FAILURES: Readonly<Record<Exclude<Fetched['kind'], 'response' | 'aborted'>, string>> = {
  'not-public': NOT_PUBLIC,
  unreachable: 'The site cannot be reached. Check the link and try again, or copy the article’s text.',
  'too-large': 'This page or file is too large: 10 MB is the most. Copy the article’s text and import that.',
  undecodable:
    'The site sends this page in a way that cannot be read. Copy the article’s text and import that.',
};

const ROBOTS: Readonly<Record<Exclude<RobotsPermission, 'allowed'>, string | null>> = {
  forbidden:
    'The site does not want programs to read this page (robots.txt). Copy the article’s text and import that.',
  unreadable:
    'The site’s robots.txt cannot be read, so it is not known whether programs may read this page. Try again later, or copy the article’s text.',
  'not-public': FAILURES['not-public'],
  unreachable: FAILURES.unreachable,
  aborted: null,
};

/** Fetches a page or file under guards, each redirect checked as if it were the first address. Never rejects. */
export async function download(address: string, options: DownloadOptions): Promise<Download> {
  let next = address;
  for (let hop = 0; hop <= options.maxRedirects; hop++) {
    const checked = checkAddress(next, {
      allowedOrigins: options.allowedOrigins,
      ports: options.network?.ports,
    });
    if (!checked.ok) return checked;
    const { url, isExempt } = checked;
    if (options.obeysRobots) {
      const permission = await askRobots(url, options);
      if (permission !== 'allowed') return refuse(ROBOTS[permission]);
    }
    const fetched = await fetchOnce(url, {
      userAgent: userAgent(),
      accept: ACCEPT,
      maxBytes: options.maxBytes,
      signal: options.signal,
      isExempt,
      ...(options.network && { network: options.network }),
      wantsBody: (status, headers) => status === 200 && (!options.checksType || hasRightType(url, headers)),
    });
    if (fetched.kind === 'aborted') return refuse(null);
    if (fetched.kind !== 'response') return refuse(FAILURES[fetched.kind]);
    const { status, headers, body } = fetched;
    const { location } = headers;
    if ([301, 302, 303, 307, 308].includes(status) && location !== undefined) {
      next = URL.canParse(location, url.href) ? new URL(location, url).href : location;
      continue;
    }
    if (status !== 200) return refuse(explainStatus(status));
    if (options.checksType && !hasRightType(url, headers)) return refuse(WRONG_TYPE);
    return { ok: true, bytes: body, contentType: headers['content-type'] ?? null, url };
  }
  return refuse(TOO_MANY_REDIRECTS);
}

function refuse(reason: string | null): Download {
  return { ok: false, reason };
}

/** A file without a type is told by its address's ending here and by its bytes later. */
function hasRightType(url: URL, headers: IncomingHttpHeaders): boolean {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  return (
    TYPES.has(type) ||
    type === '' ||
    (UNTYPED.has(type) && /\.(?:pdf|docx|md|markdown|txt|html?)$/i.test(url.pathname))
  );
}

function explainStatus(status: number): string {
  if (status === 404 || status === 410)
    return `There is no page at this address (${status}). Check the link.`;
  if (status === 401 || status === 402 || status === 403 || status === 451) {
    return `The site does not let this page be read without signing in or by programs (${status}). Copy the article’s text and import that.`;
  }
  if (status === 429) return 'The site asks to wait (429). Try again in a few minutes.';
  if (status >= 500) return `The site has trouble (${status}). Try again later.`;
  return `The site did not send the page (${status}). Check the link, or copy the article’s text.`;
}
