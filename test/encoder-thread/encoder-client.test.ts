import { afterEach, describe, expect, it } from 'vitest';
import {
  EncoderClient,
  type EncoderClientOptions,
  MAX_WAITING_TEXTS,
} from '../../src/encoder-thread/encoder-client.js';
import { Comparer } from '../../src/engine/meaning/comparer.js';
import { loadEncoder } from '../../src/engine/meaning/encoder/load-encoder.js';

/** A worker that answers each text with how many it has seen; “die” kills it. */
const COUNTING = workerOf(`
  let seen = 0;
  parentPort.on('message', (text) => {
    if (text === 'die') throw new Error('it was told to');
    parentPort.postMessage({ kind: 'encoded', vector: Float32Array.of(++seen, text.length), tokens: new Float32Array() });
  });
  parentPort.postMessage({ kind: 'ready', comparer: { width: 0, numbers: new Float32Array(1) } });
`);
const MISSING = workerOf(`parentPort.postMessage({ kind: 'missing', reason: 'no such file' });`);
const STILLBORN = workerOf(`throw new Error('no memory');`);

function workerOf(source: string): URL {
  const module = `import { parentPort } from 'node:worker_threads';${source}`;
  return new URL(`data:text/javascript,${encodeURIComponent(module)}`);
}

let clients: EncoderClient[] = [];
afterEach(async () => {
  await Promise.all(clients.map((client) => client.close()));
  clients = [];
});

function start(options: EncoderClientOptions): EncoderClient {
  const client = new EncoderClient(options);
  clients.push(client);
  return client;
}

async function seenBy(client: EncoderClient, texts: readonly string[], isUrgent = false) {
  const outcome = await client.encode(texts, { isUrgent });
  return outcome.ok ? outcome.encodings.map(({ vector: [count] }) => count) : outcome.reason;
}

describe('an encoder in its own thread', () => {
  it('gives what the encoder gives, and what compares it', async () => {
    const loaded = loadEncoder();
    const client = start({});

    const outcome = await client.encode(['Where is the museum?', 'It stands by the river.']);

    const here = loaded.ok
      ? ['Where is the museum?', 'It stands by the river.'].map((text) => loaded.encoder.encode(text))
      : [];
    const [question, sentence] = here.map(({ tokens }) => tokens);
    const compared = (comparer: Comparer | null) => question && sentence && comparer?.to(question)(sentence);
    expect(outcome).toEqual({ ok: true, encodings: here });
    expect(compared(client.comparer)).toEqual({ which: expect.any(Number), whether: expect.any(Number) });
    expect(compared(client.comparer)).toEqual(
      loaded.ok && compared(new Comparer(loaded.encoder.comparerWeights)),
    );
  });

  it('keeps the texts in order', async () => {
    const client = start({ worker: COUNTING });

    expect(await Promise.all([seenBy(client, ['a', 'b']), seenBy(client, ['c'])])).toEqual([[1, 2], [3]]);
  });

  it('lets a question go before what an article still waits for', async () => {
    const client = start({ worker: COUNTING });

    const answers = await Promise.all([
      seenBy(client, ['first', 'second', 'third']),
      seenBy(client, ['question'], true),
    ]);

    expect(answers).toEqual([[2, 3, 4], [1]]);
  });

  it('has nothing to do where there is no text', async () => {
    expect(await seenBy(start({ worker: COUNTING }), [])).toEqual([]);
  });

  it('cuts a text that is too long', async () => {
    const outcome = await start({ worker: COUNTING }).encode(['x'.repeat(5_000)]);

    expect(outcome.ok && outcome.encodings.map(({ vector }) => vector)).toEqual([Float32Array.of(1, 2_000)]);
  });

  it('takes no more than can wait', async () => {
    const client = start({ worker: COUNTING });
    const full = client.encode(new Array<string>(MAX_WAITING_TEXTS).fill(''));

    expect(await seenBy(client, ['one too many'])).toBe('busy');
    expect((await full).ok).toBe(true);
    expect((await client.encode(['again'])).ok).toBe(true);
  });
});

describe('an encoder that fails', () => {
  it('goes on after the thread has died once, without the text that killed it', async () => {
    const client = start({ worker: COUNTING });

    const answers = await Promise.all([seenBy(client, ['die', 'b']), seenBy(client, ['c'])]);

    expect(answers).toEqual(['lost', [1]]);
  });

  it('has room again for what was lost', async () => {
    const client = start({ worker: COUNTING });
    const full = ['die', ...new Array<string>(MAX_WAITING_TEXTS - 1).fill('')];

    expect(await seenBy(client, full)).toBe('lost');
    expect((await client.encode(full.slice(1))).ok).toBe(true);
  });

  it('is missing once it has died twice, and says why', async () => {
    const reasons: string[] = [];
    const client = start({ worker: COUNTING, onMissing: (reason) => reasons.push(reason) });

    const answers = await Promise.all(['die', 'die', 'c'].map((text) => seenBy(client, [text])));

    expect(answers).toEqual(['lost', 'lost', 'missing']);
    expect(reasons).toEqual(["the sentence encoder's thread died twice: it was told to"]);
    expect(await seenBy(client, ['later'])).toBe('missing');
  });

  it.each([
    ['its file is not there', MISSING, 'no such file'],
    ['its thread cannot start', STILLBORN, "the sentence encoder's thread died twice: no memory"],
  ])('is missing where %s', async (_, worker, reason) => {
    const reasons: string[] = [];
    const client = start({ worker, onMissing: (why) => reasons.push(why) });

    expect(await seenBy(client, ['a'])).toBe('missing');
    expect(reasons).toEqual([reason]);
    expect(client.comparer).toBeNull();
  });

  it('is missing where the worker was never built', async () => {
    const client = start({ worker: new URL('file:///no/such/encoder-worker.js') });

    expect(await seenBy(client, ['a'])).toBe('missing');
  });

  it('lets nobody wait when it is closed', async () => {
    const client = start({ worker: COUNTING });
    const waiting = seenBy(client, ['a', 'b']);

    await client.close();

    expect(await waiting).toBe('missing');
    expect(await seenBy(client, ['c'])).toBe('missing');
  });
});
