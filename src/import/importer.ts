import { type ImportOutcome, refuse } from './import-messages.js';
import { IMPORT_LIMITS, type ImportLimits } from './limits.js';
import { linkAbort } from './link-abort.js';
import { CANCELLED, readInThread } from './reading-thread.js';
import { WaitingLine } from './waiting-line.js';
import { type DownloadOptions, download } from './web/download.js';
import type { Network } from './web/fetch-once.js';

export type { ImportOutcome } from './import-messages.js';
export type { ImportLimits } from './limits.js';

/** A file's bytes and what is known of them. */
export interface ImportSource {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType: string | null;
  /** Where the article can be found; recorded as its `url`. */
  readonly url: string | null;
}

/** A file that Discord keeps, as it describes it. */
export interface ImportAttachment {
  readonly url: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly contentType: string | null;
}

export type ImportStage = 'downloading' | 'reading';

export interface ImportOptions {
  /** Told when a stage begins. */
  readonly onStage?: (stage: ImportStage) => void;
  /** Ends the import, which is then refused. */
  readonly signal?: AbortSignal;
}

export interface ImporterOptions {
  /** Such as `http://127.0.0.1:4123`: exempt from the guards of addresses and ports. For tests and the playground. */
  readonly allowedOrigins?: readonly string[];
  readonly limits?: Partial<ImportLimits>;
  /** Told what a reading thread died of, for the log. The import is refused all the same. */
  readonly onCrash?: (error: unknown) => void;
  /** Another internet, for tests. */
  readonly network?: Network;
}

const BUSY = 'Too many articles are being imported at the moment. Try again in a minute.';
const TOO_SLOW =
  'The site takes too long to answer. Try again later, or copy the article’s text and import that.';
const CLOSED = 'Pincite is shutting down. Try again in a minute.';

type Fetched = Extract<Awaited<ReturnType<typeof download>>, { ok: true }>;
type Refused = Extract<ImportOutcome, { kind: 'refused' }>;

/**
 * Turns files, links and attachments into article files. One file is read at a time, in a thread; the others wait.
 * No method rejects: what goes wrong is a refusal.
 */
export class Importer {
  readonly #limits: ImportLimits;
  readonly #addresses: Pick<DownloadOptions, 'allowedOrigins' | 'network'>;
  readonly #onCrash: (error: unknown) => void;
  readonly #reading: WaitingLine;
  readonly #downloading: WaitingLine;
  readonly #closing = new AbortController();
  readonly #running = new Set<Promise<unknown>>();

  constructor({ allowedOrigins = [], limits, onCrash = () => {}, network }: ImporterOptions = {}) {
    this.#onCrash = onCrash;
    this.#limits = { ...IMPORT_LIMITS, ...limits };
    this.#addresses = { allowedOrigins, ...(network && { network }) };
    this.#reading = new WaitingLine(1, this.#limits.maxWaiting);
    this.#downloading = new WaitingLine(this.#limits.maxDownloads, this.#limits.maxWaiting);
  }

  /** Reads a file's bytes; the caller keeps them. */
  read(source: ImportSource, options: ImportOptions = {}): Promise<ImportOutcome> {
    const { bytes } = source;
    if (bytes.length > this.#limits.maxBytes) return Promise.resolve(refuse(this.#tooLarge(bytes.length)));
    // A buffer's slice would be the same memory.
    return this.#run(options, (signal) =>
      this.#read({ ...source, bytes: new Uint8Array(bytes) }, { ...options, signal }),
    );
  }

  /** Downloads a page or file from the web, if its site's robots.txt allows it, and reads it. */
  download(url: string, options: ImportOptions = {}): Promise<ImportOutcome> {
    return this.#run(options, async (signal) => {
      const found = await this.#download(
        url.trim(),
        { obeysRobots: true, checksType: true },
        { ...options, signal },
      );
      if ('kind' in found) return found;
      const { bytes, contentType, url: address } = found;
      const name = lastPart(address);
      return this.#read({ name, bytes, contentType, url: address.href }, { ...options, signal });
    });
  }

  /** Downloads a file that Discord keeps, and reads it. One that is stated to be too large is refused at once. */
  downloadAttachment(attachment: ImportAttachment, options: ImportOptions = {}): Promise<ImportOutcome> {
    const { url, name, size, contentType } = attachment;
    if (size > this.#limits.maxBytes) return Promise.resolve(refuse(this.#tooLarge(size)));
    return this.#run(options, async (signal) => {
      const found = await this.#download(
        url,
        { obeysRobots: false, checksType: false },
        { ...options, signal },
      );
      if ('kind' in found) return found;
      return this.#read({ name, bytes: found.bytes, contentType, url: null }, { ...options, signal });
    });
  }

  /** Ends what is being imported, which is then refused, and waits until it is gone. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#running);
  }

  async #read(source: ImportSource, { onStage, signal }: ImportOptions): Promise<ImportOutcome> {
    const outcome = await this.#reading.enter(() => {
      onStage?.('reading');
      return readInThread(source, this.#limits, { onCrash: this.#onCrash, ...(signal && { signal }) });
    });
    return outcome ?? refuse(BUSY);
  }

  async #download(
    url: string,
    rules: Pick<DownloadOptions, 'obeysRobots' | 'checksType'>,
    { onStage, signal }: ImportOptions,
  ): Promise<Fetched | Refused> {
    const { downloadMs, maxBytes, maxRedirects } = this.#limits;
    const found = await this.#downloading.enter(async () => {
      onStage?.('downloading');
      const deadline = linkAbort([signal], downloadMs);
      try {
        return await download(url, {
          ...this.#addresses,
          ...rules,
          maxBytes,
          maxRedirects,
          signal: deadline.signal,
        });
      } finally {
        deadline.release();
      }
    });
    if (found === null) return refuse(BUSY);
    if (found.ok) return found;
    return refuse(found.reason ?? (signal?.aborted ? CANCELLED : TOO_SLOW));
  }

  #tooLarge(bytes: number): string {
    const [size, most] = [bytes, this.#limits.maxBytes].map((count) => (count / 1_000_000).toFixed(1));
    return `This file is too large: ${size} MB, and ${most} MB is the most. Save its text as a .txt or .docx file, or split it.`;
  }

  async #run(
    { signal }: ImportOptions,
    work: (signal: AbortSignal) => Promise<ImportOutcome>,
  ): Promise<ImportOutcome> {
    const closing = this.#closing.signal;
    if (closing.aborted) return refuse(CLOSED);
    const linked = linkAbort([signal, closing]);
    const running = work(linked.signal);
    this.#running.add(running);
    try {
      return await running;
    } finally {
      linked.release();
      this.#running.delete(running);
    }
  }
}

/** An address's file name, or its host where it has none. */
function lastPart({ pathname, hostname }: URL): string {
  const part = pathname.split('/').findLast((one) => one !== '');
  try {
    return part === undefined ? hostname : decodeURIComponent(part);
  } catch {
    return part ?? hostname;
  }
}
