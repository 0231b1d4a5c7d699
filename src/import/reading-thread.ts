import { Worker } from 'node:worker_threads';
import { builtWorker } from '../built-worker.js';
import { type ImportJob, type ImportOutcome, refuse } from './import-messages.js';
import type { ImportLimits } from './limits.js';
import { type PackedOutcome, unpackOutcome } from './packed-outcome.js';

const TOO_LONG =
  'Reading this file takes too long. Save its text as a .txt or .docx file and import that, or split it.';
const TOO_MUCH_MEMORY =
  'Reading this file takes too much memory. Save its text as a .txt or .docx file and import that, or split it.';
const BROKEN =
  'This file cannot be read: it is damaged or of a kind that is not supported. Try another format.';
export const CANCELLED = 'The import was cancelled.';

export interface ReadingOptions {
  readonly signal?: AbortSignal;
  /** Told what a thread died of, for the log: a file may be damaged, or a parser broken. */
  readonly onCrash?: (error: unknown) => void;
  /** The thread's file: by default the one that the build makes. */
  readonly worker?: URL;
}

/**
 * Reads a file in a thread of its own that ends with it, so that nothing a file does to the parsers outlives it.
 * The thread is stopped when it takes too long, when its heap or the whole process grows too much, or when the
 * signal is aborted. The job's bytes are moved to the thread and gone here. Never rejects.
 */
export function readInThread(
  job: ImportJob,
  limits: ImportLimits,
  { signal, onCrash = () => {}, worker: url = builtWorker('import/import-worker.js') }: ReadingOptions = {},
): Promise<ImportOutcome> {
  if (signal?.aborted) return Promise.resolve(refuse(CANCELLED));
  return new Promise((resolve) => {
    const worker = new Worker(url, {
      workerData: job,
      transferList: [job.bytes.buffer as ArrayBuffer],
      resourceLimits: { maxOldGenerationSizeMb: limits.maxHeapMb },
      // What a parser prints is about the file, and nobody's to read.
      stdout: true,
      stderr: true,
    });
    worker.stdout.resume();
    worker.stderr.resume();
    const baseline = process.memoryUsage.rss();
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - baseline > limits.maxGrowthMb * 1_000_000)
        settle(refuse(TOO_MUCH_MEMORY));
    }, limits.watchMs);
    const timer = setTimeout(() => settle(refuse(TOO_LONG)), limits.parseMs);
    const abort = () => settle(refuse(CANCELLED));
    signal?.addEventListener('abort', abort, { once: true });
    let isSettled = false;
    function settle(outcome: PackedOutcome): void {
      if (isSettled) return;
      isSettled = true;
      clearInterval(watch);
      clearTimeout(timer);
      signal?.removeEventListener('abort', abort);
      // Its memory is free only when it is gone, and only then the next may start.
      void worker.terminate().then(() => resolve(unpackOutcome(outcome)));
    }
    worker.on('message', settle);
    worker.on('error', (error: unknown) => {
      const isOutOfMemory =
        error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      if (!isOutOfMemory && !isSettled) onCrash(error);
      settle(refuse(isOutOfMemory ? TOO_MUCH_MEMORY : BROKEN));
    });
    worker.on('exit', () => settle(refuse(BROKEN)));
  });
}
