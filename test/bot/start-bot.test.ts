import { ApplicationCommandType, REST, Routes, SlashCommandBuilder } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../src/bot/command.js';
import { loadCommands } from '../../src/bot/load-commands.js';
import { type Bot, type StartOptions, startBot } from '../../src/bot/start-bot.js';
import { type Loopback, startLoopback } from '../../src/playground/loopback.js';
import { validatePayload } from '../playground/validate-payload.js';
import { type HarnessOptions, type LogLine, optionsFor } from './bot-harness.js';

const NAMES = (await loadCommands()).all.map(({ data }) => data.name).sort();
const QUESTION = 'Who leads the crew?';
const SOON = { firstMs: 1, maxMs: 4 };

let loopback: Loopback;
let bots: Bot[];

beforeEach(async () => {
  loopback = await startLoopback({ validate: validatePayload });
  bots = [];
});

afterEach(async () => {
  for (const bot of bots) await bot.stop();
  await loopback.close();
  expect(loopback.refused).toEqual([]);
});

/** Starts a bot that has to come up. */
async function start(changes: Partial<StartOptions> = {}, options: HarnessOptions = {}) {
  const { start: base, lines } = await optionsFor(loopback, options);
  const outcome = await startBot({ ...base, ...changes });
  if (outcome.kind !== 'ready') throw new Error(`the bot did not start: ${JSON.stringify(outcome)}`);
  bots.push(outcome.bot);
  return { bot: outcome.bot, lines };
}

/** Starts a bot that is not to come up. */
async function startInVain(changes: Partial<StartOptions>) {
  const { start: base, lines } = await optionsFor(loopback);
  return { outcome: await startBot({ ...base, ...changes }), lines };
}

function warnings(lines: readonly LogLine[]): string[] {
  return lines.filter(({ level }) => level >= 40).map(({ msg }) => msg);
}

/** Resolves when a line of the log says this, and at once if one already did. */
async function logged(lines: readonly LogLine[], msg: string): Promise<void> {
  await expect.poll(() => lines.map((line) => line.msg), { timeout: 5_000 }).toContain(msg);
}

describe('a bot that starts', () => {
  it('says under which name and account', async () => {
    const { bot, lines } = await start();

    expect([bot.name, bot.applicationId]).toEqual([loopback.bot.name, loopback.applicationId]);
    expect(lines.at(-1)).toMatchObject({ msg: 'ready', servers: 1 });
    expect(warnings(lines)).toEqual([]);
  });

  it('asks for no privileged intent', async () => {
    await start();

    const identify = loopback.traffic.recent.find(({ route }) => route === 'Identify');

    expect(identify?.body).toMatchObject({ intents: 1 + 512 + 4096 });
  });
});

/** How often commands were put. */
function timesPut(): number {
  return loopback.traffic.recent.filter(({ route }) => route === 'PUT /applications/:application/commands')
    .length;
}

describe('commands', () => {
  it('are registered at the first start, and not again while they are the same', async () => {
    const first = await start();
    await first.bot.stop();
    const second = await start();

    expect(
      loopback
        .commands()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(NAMES);
    expect(first.lines.map(({ msg }) => msg)).toContain('commands registered');
    expect(second.lines.map(({ msg }) => msg)).toContain('commands unchanged');
    expect(timesPut()).toBe(1);
  });

  it('are registered again when they have changed', async () => {
    const first = await start();
    await first.bot.stop();
    const more: Command = {
      kind: 'slash',
      data: new SlashCommandBuilder().setName('more').setDescription('More'),
      execute: async () => undefined,
    };
    await start({}, { commands: [more] });

    expect(loopback.commands()).toHaveLength(NAMES.length + 1);
    expect(timesPut()).toBe(2);
  });

  it('of an older version that are gone are taken back', async () => {
    const rest = new REST({ api: loopback.apiUrl, version: '10' }).setToken(loopback.token);
    const route = Routes.applicationCommands(loopback.applicationId);
    await rest.post(route, { body: { name: 'ask', type: ApplicationCommandType.Message } });

    await start();

    expect(
      loopback
        .commands()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(NAMES);
    expect(loopback.commands().find(({ name }) => name === 'ask')?.type).toBe(
      ApplicationCommandType.ChatInput,
    );
  });

  it('that cannot be registered do not keep the bot from answering', async () => {
    const first = await start();
    await first.bot.stop();
    loopback.fail({ method: 'GET', path: /\/commands$/, status: 500, times: 4 });

    const { lines } = await start();
    const reply = await loopback.member('Ann').slash('ask', { question: QUESTION });

    expect(reply.message?.content).toMatch(/^> /);
    expect(warnings(lines)).toEqual(['could not register the commands; "pincite deploy" tries again']);
  });
});

describe('a bot that cannot start', () => {
  it('says of a wrong token where to get the right one', async () => {
    const { outcome } = await startInVain({ token: 'not-the-token' });

    expect(outcome).toEqual({
      kind: 'failed',
      reason:
        "Discord does not accept the token: copy the bot's token anew from https://discord.com/developers/applications (Bot, Reset Token) into DISCORD_TOKEN.",
    });
  });

  it.each([
    [4004, 'Discord does not accept the token: '],
    [4014, 'Discord does not allow the bot its intents, none of which is privileged: '],
  ])('says why when the gateway closes with %d', async (code, beginning) => {
    loopback.traffic.on('entry', ({ route }) => {
      if (route === 'Identify') loopback.closeConnections(code);
    });

    const { outcome, lines } = await startInVain({});

    expect(outcome).toEqual({ kind: 'failed', reason: expect.stringContaining(beginning) });
    expect(warnings(lines)).toHaveLength(1);
  });

  it('says so when the address is not Discord’s', async () => {
    const { outcome } = await startInVain({ apiUrl: `${loopback.apiUrl}/elsewhere` });

    expect(outcome).toMatchObject({ kind: 'failed', reason: expect.stringContaining('/elsewhere refuses') });
  });

  it('tries again while Discord is in trouble, with a line for each attempt', async () => {
    loopback.fail({ path: /^\/gateway\/bot$/, status: 503, times: 8 });

    const { lines } = await start({ retry: SOON });

    expect(warnings(lines)).toEqual(
      Array(2).fill(`Discord at ${loopback.apiUrl} is in trouble (status 503). Trying again.`),
    );
    expect(lines.filter(({ level }) => level === 40).map(({ seconds }) => seconds)).toEqual([0.001, 0.002]);
  });

  it('tries again while there is no network, until it is told to stop', async () => {
    const gone = await startLoopback();
    await gone.close();
    const stop = new AbortController();
    const { start: base, lines } = await optionsFor(loopback);

    const starting = startBot({ ...base, apiUrl: gone.apiUrl, retry: SOON, signal: stop.signal });
    await expect.poll(() => warnings(lines).length).toBeGreaterThan(2);
    stop.abort();

    expect(await starting).toEqual({ kind: 'stopped' });
    expect(warnings(lines)[0]).toBe(
      `Discord at ${gone.apiUrl} cannot be reached (ECONNREFUSED). Trying again.`,
    );
  });
});

describe('a bot that is told to stop while it cannot get through', () => {
  it('gives up for good, and does not come back beside the next one', async () => {
    loopback.refuseConnections(true);
    const stop = new AbortController();
    const { start: base, lines } = await optionsFor(loopback);
    const starting = startBot({ ...base, signal: stop.signal });
    await logged(lines, 'connection to Discord lost, trying again');
    stop.abort();
    expect(await starting).toEqual({ kind: 'stopped' });
    loopback.refuseConnections(false);

    const next = await start();
    loopback.dropConnections();
    await logged(next.lines, 'connected to Discord again');

    expect(loopback.traffic.recent.filter(({ route }) => route === 'Identify')).toHaveLength(1);
  });

  it('does not even try when it was told before', async () => {
    const { start: base } = await optionsFor(loopback);

    expect(await startBot({ ...base, signal: AbortSignal.abort() })).toEqual({ kind: 'stopped' });
    expect(loopback.traffic.recent).toEqual([]);
  });
});

describe('a bot whose connection drops', () => {
  it('resumes, and answers what was asked meanwhile', async () => {
    const { lines } = await start();
    const ann = loopback.member('Ann');

    loopback.dropConnections();
    const said = await ann.dm(QUESTION);
    const answer = await said.answer();

    expect(answer.content).toMatch(/^> .*Okafor/);
    await logged(lines, 'connected to Discord again');
    expect(warnings(lines)).toEqual([]);
    expect(loopback.traffic.recent.filter(({ route }) => route === 'Resume')).toHaveLength(1);
  });

  it('for good tells the operator why', async () => {
    let closed = (_reason: string): void => undefined;
    const reason = new Promise<string>((resolve) => {
      closed = resolve;
    });
    await start({ onClosed: closed });

    loopback.closeConnections(4004);

    expect(await reason).toMatch(/^Discord does not accept the token: /);
  });
});

describe('a bot that is stopped', () => {
  it('finishes what it is at, then leaves', async () => {
    let release = (): void => undefined;
    const wait = new Promise<void>((resolve) => {
      release = resolve;
    });
    let begun = (): void => undefined;
    const atWork = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const slow: Command = {
      kind: 'slash',
      data: new SlashCommandBuilder().setName('slow').setDescription('Is slow'),
      async execute(interaction) {
        begun();
        await wait;
        await interaction.reply('Done.');
      },
    };
    const { bot, lines } = await start({}, { commands: [slow] });
    const asked = loopback.member('Ann').slash('slow');
    await atWork;

    const stopped = bot.stop();
    const stoppedAgain = bot.stop();
    expect(loopback.isConnected).toBe(true);
    release();
    await Promise.all([stopped, stoppedAgain]);

    expect((await asked).message?.content).toBe('Done.');
    expect(warnings(lines)).toEqual([]);
    await expect.poll(() => loopback.isConnected).toBe(false);
  });
});
