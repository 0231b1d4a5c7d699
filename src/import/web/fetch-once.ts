import { lookup as systemLookup } from 'node:dns';
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { PassThrough, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { isPublicAddress } from './public-address.js';

/** Finds a host's addresses, as `dns.lookup` does with `all`. */
export type Lookup = (
  hostname: string,
  options: { readonly all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: { address: string; family: number }[]) => void,
) => void;

/** Another internet than this machine's, for tests. */
export interface Network {
  readonly lookup?: Lookup;
  /** Where a machine is reached whose address has been found to be public. */
  readonly route?: (address: string) => string;
  /** Of its sites. */
  readonly ports?: readonly number[];
}

export interface FetchOptions {
  readonly userAgent: string;
  readonly accept: string;
  /** In bytes, before and after decompression. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  /** May it be on a machine that is not public? */
  readonly isExempt: boolean;
  readonly network?: Network;
  /** Looks at status and headers; the body is left unread when it returns false. */
  readonly wantsBody: (status: number, headers: IncomingHttpHeaders) => boolean;
}

export type Fetched =
  | {
      readonly kind: 'response';
      readonly status: number;
      readonly headers: IncomingHttpHeaders;
      /** Empty when it is not wanted. Not shared with anything. */
      readonly body: Uint8Array;
    }
  | { readonly kind: 'not-public' | 'unreachable' | 'aborted' | 'too-large' | 'undecodable' };

type Failure = Exclude<Fetched, { kind: 'response' }>['kind'];

/** An expected end, on its way out of streams and callbacks. */
class FetchFailure extends Error {
  constructor(readonly kind: Failure) {
    super(kind);
  }
}

/**
 * Asks for one address, without following redirects. The addresses of its host are checked as they are looked up for
 * this very connection, so a name that stands for another machine the next time gains nothing. Never rejects.
 */
export async function fetchOnce(url: URL, options: FetchOptions): Promise<Fetched> {
  try {
    const response = await send(url, options);
    const { statusCode: status = 0, headers } = response;
    const isWanted = options.wantsBody(status, headers);
    const body = isWanted ? await readBody(response, options) : new Uint8Array();
    response.destroy();
    return { kind: 'response', status, headers, body };
  } catch (error) {
    if (options.signal.aborted) return { kind: 'aborted' };
    return { kind: error instanceof FetchFailure ? error.kind : 'unreachable' };
  }
}

function send(
  url: URL,
  { userAgent, accept, signal, isExempt, network = {} }: FetchOptions,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? httpsRequest : httpRequest)(url, {
      signal,
      // A connection of its own: one that is kept would have been checked for another request.
      agent: false,
      lookup: guardedLookup(isExempt, network),
      headers: { 'user-agent': userAgent, accept, 'accept-encoding': 'gzip, br', 'accept-language': '*' },
    });
    request.on('response', resolve);
    request.on('error', reject);
    request.end();
  });
}

function guardedLookup(
  isExempt: boolean,
  { lookup = systemLookup as Lookup, route = same }: Network,
): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { all: true }, (error, found) => {
      const addresses = found ?? [];
      const [first] = addresses;
      if (error || !first) callback(error ?? new FetchFailure('unreachable'), '', 4);
      // One private address among others is enough: which of them is connected to is a race.
      else if (!isExempt && !addresses.every(({ address }) => isPublicAddress(address)))
        callback(new FetchFailure('not-public'), '', 4);
      else if (options.all)
        callback(
          null,
          addresses.map((one) => ({ ...one, address: route(one.address) })),
        );
      else callback(null, route(first.address), first.family);
    });
  };
}

function same(address: string): string {
  return address;
}

async function readBody(response: IncomingMessage, { maxBytes, signal }: FetchOptions): Promise<Uint8Array> {
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw new FetchFailure('too-large');
  const decoder = decoderFor(response.headers['content-encoding']);
  let received = 0;
  response.on('data', (chunk: Buffer) => {
    received += chunk.length;
    if (received > maxBytes) decoder.destroy(new FetchFailure('too-large'));
  });
  response.on('error', (error) => decoder.destroy(error));
  response.on('aborted', () => decoder.destroy(new FetchFailure('unreachable')));
  response.pipe(decoder);
  const abort = () => decoder.destroy(new FetchFailure('aborted'));
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await gather(decoder, maxBytes);
  } catch (error) {
    throw error instanceof FetchFailure
      ? error
      : new FetchFailure(response.complete ? 'undecodable' : 'unreachable');
  } finally {
    signal.removeEventListener('abort', abort);
    decoder.destroy();
    response.destroy();
  }
}

function decoderFor(encoding: string | undefined): Readable & NodeJS.WritableStream {
  switch (encoding?.trim().toLowerCase() ?? '') {
    case '':
    case 'identity':
      return new PassThrough();
    case 'gzip':
    case 'x-gzip':
      return createGunzip();
    case 'br':
      return createBrotliDecompress();
    case 'deflate':
      return createInflate();
    default:
      throw new FetchFailure('undecodable');
  }
}

/** What comes out, counted as it comes, so that what inflates without end stops at the bound. */
async function gather(stream: Readable, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) throw new FetchFailure('too-large');
    chunks.push(chunk);
  }
  const body = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}
