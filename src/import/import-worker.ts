import { parentPort, workerData } from 'node:worker_threads';
import type { ImportJob } from './import-messages.js';
import { packOutcome } from './packed-outcome.js';
import { readSource } from './read-source.js';

/** Runs in a thread of its own, which reads one file and ends. What it throws ends it, which is heard. */
if (parentPort) parentPort.postMessage(packOutcome(await readSource(workerData as ImportJob)));
