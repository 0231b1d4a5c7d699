import { afterEach, beforeEach, expect, it } from 'vitest';
import { deployCommands } from '../../src/bot/deploy-commands.js';
import { loadCommands } from '../../src/bot/load-commands.js';
import { type Loopback, startLoopback } from '../../src/playground/loopback.js';
import { validatePayload } from '../playground/validate-payload.js';

const NAMES = (await loadCommands()).all.map(({ data }) => data.name).sort();

let loopback: Loopback;

beforeEach(async () => {
  loopback = await startLoopback({ validate: validatePayload });
});

afterEach(async () => {
  await loopback.close();
  expect(loopback.refused).toEqual([]);
});

async function deploy(changes: { token?: string; apiUrl?: string; guildId?: string } = {}) {
  const { token, apiUrl } = loopback;
  return deployCommands({ token, apiUrl, registry: await loadCommands(), ...changes });
}

it('registers the commands everywhere, once', async () => {
  expect(await deploy()).toEqual({ kind: 'registered', count: NAMES.length });
  expect(await deploy()).toEqual({ kind: 'unchanged', count: NAMES.length });

  expect(
    loopback
      .commands('global')
      .map(({ name }) => name)
      .sort(),
  ).toEqual(NAMES);
  expect(loopback.commands('guild')).toEqual([]);
});

it('registers them in one server, once', async () => {
  expect(await deploy({ guildId: loopback.guildId })).toEqual({ kind: 'registered', count: NAMES.length });
  expect(await deploy({ guildId: loopback.guildId })).toEqual({ kind: 'unchanged', count: NAMES.length });

  expect(loopback.commands('guild')).toHaveLength(NAMES.length);
  expect(loopback.commands('global')).toEqual([]);
});

it('says what to check when the bot is not in that server', async () => {
  expect(await deploy({ guildId: '123456789012345678' })).toEqual({
    kind: 'failed',
    reason:
      'There is no server 123456789012345678 that the bot is in: check the id, and invite the bot there first.',
  });
});

it('says what to do about a wrong token', async () => {
  expect(await deploy({ token: 'wrong' })).toEqual({
    kind: 'failed',
    reason: expect.stringContaining('Discord does not accept the token'),
  });
});

it('says so when Discord cannot be reached', async () => {
  const apiUrl = loopback.apiUrl;
  await loopback.close();

  expect(await deploy({ apiUrl })).toEqual({
    kind: 'failed',
    reason: `Discord at ${apiUrl} cannot be reached (ECONNREFUSED).`,
  });
});
