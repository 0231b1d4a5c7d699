import { once } from 'node:events';
import { request } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Loopback, startLoopback } from '../../src/playground/loopback.js';

let loopback: Loopback;

beforeEach(async () => {
  loopback = await startLoopback();
});

afterEach(() => loopback.close());

async function statusWith(headers: Record<string, string>): Promise<number | undefined> {
  const sent = request({ host: '127.0.0.1', port: loopback.port, path: '/api/v10/gateway', headers }).end();
  const [response] = await once(sent, 'response');
  response.resume();
  return response.statusCode;
}

test('a request to this machine’s own name is answered', async () => {
  expect(await statusWith({})).toBe(200);
  expect(await statusWith({ host: `localhost:${loopback.port}` })).toBe(200);
});

test('a request to another name that resolves to this machine is refused', async () => {
  expect(await statusWith({ host: `evil.example:${loopback.port}` })).toBe(403);
});

test('a request from another site’s page is refused', async () => {
  expect(await statusWith({ origin: 'https://evil.example' })).toBe(403);
});

test('a page of another site cannot open the gateway', async () => {
  const socket = new WebSocket(`ws://127.0.0.1:${loopback.port}/gateway`, { origin: 'https://evil.example' });
  const [error] = await once(socket, 'error');
  expect(error.message).toBe('socket hang up');
});
