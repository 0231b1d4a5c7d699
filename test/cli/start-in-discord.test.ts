import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Loopback, startLoopback } from '../../src/playground/loopback.js';
import { runPincite, startPincite } from './run-pincite.js';

let loopback: Loopback;
beforeAll(async () => {
  loopback = await startLoopback();
});
afterAll(() => loopback.close());

const discord = (token = loopback.token) => ({
  env: { DISCORD_TOKEN: token, DISCORD_API_URL: loopback.apiUrl },
});

describe('start with a token', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('answers until %s, and ends with 0', async (signal) => {
    const process = startPincite(['start'], discord());
    await process.until('invite it with https://discord.com/oauth2/authorize?client_id=');

    const said = await loopback.member('Ada').dm('Who wrote the article?');
    expect((await said.answer()).text).toContain('David Shepardson');
    process.kill(signal);

    expect(await process.ended).toMatchObject({ code: 0, stdout: '' });
  });

  it('ends with 1 and a line that says what to do when the token is wrong', async () => {
    const run = await runPincite(['start'], discord('MTIz.wrong.token'));
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr.trimEnd().split('\n')).toEqual([
      expect.stringContaining('Discord does not accept the token'),
    ]);
  });

  it('keeps trying while Discord cannot be reached, and can be ended meanwhile', async () => {
    const process = startPincite(['start'], {
      env: { DISCORD_TOKEN: loopback.token, DISCORD_API_URL: 'http://127.0.0.1:9' },
    });
    await process.until('Discord at http://127.0.0.1:9 cannot be reached (ECONNREFUSED). Trying again.');
    process.kill('SIGTERM');
    expect(await process.ended).toMatchObject({ code: 0, stdout: '' });
  });
});

describe('deploy', () => {
  it('registers the commands in one server', async () => {
    const run = await runPincite(['deploy', '--guild', loopback.guildId], discord());
    expect(run).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^\d+ commands are registered in server \d+\.\n$/),
      stderr: '',
    });
    expect(loopback.commands('guild').map(({ name }) => name)).toContain('ask');
  });

  it.each([
    [['deploy'], '', 'DISCORD_TOKEN is not set'],
    [['deploy', '--guild', 'mine'], 'a.b.c', '“mine” is not a server id'],
    [['deploy'], 'MTIz.wrong.token', 'Discord does not accept the token'],
  ])('says what is wrong with %j and the token %j, and ends with 1', async (args, token, words) => {
    const run = await runPincite(args, discord(token));
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toContain(words);
  });
});
