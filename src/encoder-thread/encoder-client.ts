import { Worker } from 'node:worker_threads';
import { builtWorker } from '../built-worker.js';
import { Comparer } from '../engine/meaning/comparer.js';
import { MAX_TEXT_LENGTH } from '../engine/meaning/encoder/sentence-encoder.js';
import type { TextEncoding } from '../engine/meaning/text-encoding.js';
import type { FromWorker } from './encoder-messages.js';

/** Texts that may wait at once: more than an article's, few enough to be gone within minutes. */
export const MAX_WAITING_TEXTS = 10_000;
/** Of the worker's own memory, beside the weights. */
const MAX_HEAP_MB = 64;
/** How often a worker that died is started anew. */
const RESTARTS = 1;

/** What the encoder makes of the texts, in their order, or why there is nothing. */
export type EncodeOutcome =
  | { readonly ok: true; readonly encodings: readonly TextEncoding[] }
  /** `missing`: there is no encoder, or no longer. `busy`: too much waits. `lost`: the worker died over it. */
  | { readonly ok: false; readonly reason: 'missing' | 'busy' | 'lost' };

export interface EncodeOptions {
  /** A member waits for it: it goes before all texts of articles. */
  readonly isUrgent?: boolean;
}

export interface EncoderClientOptions {
  /** The worker's file: by default the one that the build makes. */
  readonly worker?: URL;
  /** Told once, when there is no encoder or no longer; `reason` is for the log. */
  readonly onMissing?: (reason: string) => void;
}

/** Texts that were asked for together. */
interface Job {
  readonly texts: readonly string[];
  readonly encodings: TextEncoding[];
  readonly settle: (outcome: EncodeOutcome) => void;
}

/**
 * The sentence encoder in a thread of its own. Texts go to it one by one, so that an urgent one never waits for
 * more than one other. A worker that dies is started anew once; after that the encoder is missing.
 */
export class EncoderClient {
  readonly #url: URL;
  readonly #onMissing: (reason: string) => void;
  readonly #urgent: Job[] = [];
  readonly #patient: Job[] = [];
  #waiting = 0;
  #worker: Worker | null = null;
  #comparer: Comparer | null = null;
  #current: Job | null = null;
  #restartsLeft = RESTARTS;

  constructor({ worker, onMissing = () => {} }: EncoderClientOptions = {}) {
    this.#url = worker ?? builtWorker('encoder-thread/encoder-worker.js');
    this.#onMissing = onMissing;
    this.#start();
  }

  /** What compares encodings, once there is a worker that has loaded: until then texts wait, and it is null. */
  get comparer(): Comparer | null {
    return this.#comparer;
  }

  /**
   * What the encoder makes of texts; what goes beyond `MAX_TEXT_LENGTH` characters of one is left out. Never rejects.
   */
  encode(texts: readonly string[], { isUrgent = false }: EncodeOptions = {}): Promise<EncodeOutcome> {
    if (!this.#worker) return Promise.resolve({ ok: false, reason: 'missing' });
    if (texts.length === 0) return Promise.resolve({ ok: true, encodings: [] });
    if (this.#waiting + texts.length > MAX_WAITING_TEXTS)
      return Promise.resolve({ ok: false, reason: 'busy' });
    const cut = texts.map((text) => text.slice(0, MAX_TEXT_LENGTH));
    return new Promise((settle) => {
      (isUrgent ? this.#urgent : this.#patient).push({ texts: cut, encodings: [], settle });
      this.#waiting += cut.length;
      this.#next();
    });
  }

  /** Ends the worker; what waits is told that the encoder is missing. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#forget();
    await worker?.terminate();
  }

  #start(): void {
    const worker = new Worker(this.#url, { resourceLimits: { maxOldGenerationSizeMb: MAX_HEAP_MB } });
    this.#worker = worker;
    // An idle encoder does not keep the process alive.
    if (this.#waiting === 0) worker.unref();
    let cause = 'it ended by itself';
    worker.on('message', (message: FromWorker) => {
      if (worker === this.#worker) this.#hear(message);
    });
    worker.on('error', (error) => {
      cause = error instanceof Error ? error.message : String(error);
    });
    worker.on('exit', () => {
      if (worker === this.#worker) this.#bury(cause);
    });
  }

  #hear(message: FromWorker): void {
    if (message.kind === 'missing') {
      const worker = this.#worker;
      this.#giveUp(message.reason);
      worker?.terminate();
      return;
    }
    if (message.kind === 'ready') this.#comparer = new Comparer(message.comparer);
    else this.#take(message);
    this.#next();
  }

  #take({ vector, tokens }: TextEncoding): void {
    const job = this.#current;
    this.#current = null;
    if (!job) return;
    this.#waiting--;
    job.encodings.push({ vector, tokens });
    if (job.encodings.length < job.texts.length) return;
    remove(this.#urgent, job);
    remove(this.#patient, job);
    job.settle({ ok: true, encodings: job.encodings });
  }

  /** Gives the worker the next text, if it has none. */
  #next(): void {
    const worker = this.#worker;
    if (!worker) return;
    if (this.#waiting === 0) worker.unref();
    else worker.ref();
    if (!this.#comparer || this.#current) return;
    const job = this.#urgent[0] ?? this.#patient[0];
    if (!job) return;
    this.#current = job;
    worker.postMessage(job.texts[job.encodings.length]);
  }

  /** The worker died: what it worked on is lost, in case that killed it. */
  #bury(cause: string): void {
    const job = this.#current;
    this.#current = null;
    this.#comparer = null;
    if (job) {
      remove(this.#urgent, job);
      remove(this.#patient, job);
      this.#waiting -= job.texts.length - job.encodings.length;
      job.settle({ ok: false, reason: 'lost' });
    }
    if (this.#restartsLeft === 0) {
      this.#giveUp(`the sentence encoder's thread died twice: ${cause}`);
      return;
    }
    this.#restartsLeft--;
    this.#start();
  }

  #giveUp(reason: string): void {
    this.#forget();
    this.#onMissing(reason);
  }

  #forget(): void {
    this.#worker = null;
    this.#comparer = null;
    this.#current = null;
    this.#waiting = 0;
    for (const { settle } of [...this.#urgent.splice(0), ...this.#patient.splice(0)])
      settle({ ok: false, reason: 'missing' });
  }
}

function remove(jobs: Job[], job: Job): void {
  const at = jobs.indexOf(job);
  if (at >= 0) jobs.splice(at, 1);
}
