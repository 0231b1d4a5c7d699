import { parentPort } from 'node:worker_threads';
import { loadEncoder } from '../engine/meaning/encoder/load-encoder.js';
import type { FromWorker } from './encoder-messages.js';

/** Encoded a few times before the first question, so that it meets compiled code. */
const WARM_UP = 'The museum opens at nine in the morning, and dogs are not allowed inside.';
const WARM_UP_ROUNDS = 20;

/** Runs in a thread of its own: loads the encoder, then answers each text with its encoding. */
function work(port: NonNullable<typeof parentPort>): void {
  const say = (message: FromWorker, transfer: readonly ArrayBuffer[] = []) =>
    port.postMessage(message, transfer);
  const loaded = loadEncoder();
  if (!loaded.ok) {
    say({ kind: 'missing', reason: loaded.reason });
    return;
  }
  const { encoder } = loaded;
  for (let round = 0; round < WARM_UP_ROUNDS; round++) encoder.encode(WARM_UP);
  port.on('message', (text: string) => {
    const { vector, tokens } = encoder.encode(text);
    say({ kind: 'encoded', vector, tokens }, [vector.buffer as ArrayBuffer, tokens.buffer as ArrayBuffer]);
  });
  const { width, numbers } = encoder.comparerWeights;
  // Copied, or all of the file that they are a part of would be sent.
  say({ kind: 'ready', comparer: { width, numbers: numbers.slice() } });
}

if (parentPort) work(parentPort);
