import { once } from 'node:events';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Loopback, startLoopback } from '../../src/playground/loopback.js';
import { INTENTS } from './log-in.js';

let loopback: Loopback;
let socket: WebSocket;

beforeEach(async () => {
  loopback = await startLoopback();
  socket = new WebSocket(`ws://127.0.0.1:${loopback.port}/gateway?v=10&encoding=json`);
  await once(socket, 'message');
});

afterEach(() => loopback.close());

function identify(token = loopback.token, intents = INTENTS): object {
  return { op: 2, d: { token, intents, properties: {} } };
}

function send(...payloads: object[]): void {
  for (const payload of payloads) socket.send(JSON.stringify(payload));
}

describe('the gateway hangs up with the code for the reason', () => {
  test.each<[string, number, () => object[]]>([
    ['a wrong token', 4004, () => [identify('wrong')]],
    ['intents that do not exist', 4013, () => [identify(loopback.token, 2 ** 30)]],
    ['intents that are not switched on', 4014, () => [identify(loopback.token, 1 << 15)]],
    ['identifying twice', 4005, () => [identify(), identify()]],
    ['asking before identifying', 4003, () => [{ op: 3, d: {} }]],
    ['nonsense', 4002, () => [{ op: 'x' }]],
    ['more than 4,096 bytes', 4002, () => [{ op: 3, d: { x: 'x'.repeat(4096) } }]],
  ])('%s', async (_name, code, payloads) => {
    send(...payloads());
    expect((await once(socket, 'close'))[0]).toBe(code);
  });
});

test('a session nobody knows cannot be resumed', async () => {
  send({ op: 6, d: { token: loopback.token, session_id: 'none', seq: 1 } });
  const [data] = await once(socket, 'message');
  expect(JSON.parse(String(data))).toEqual({ op: 9, d: false });
});
