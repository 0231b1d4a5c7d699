import {
  ApplicationCommandType,
  ButtonStyle,
  ComponentType,
  ContextMenuCommandBuilder,
  REST,
  Routes,
  SlashCommandBuilder,
} from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { Command } from '../../src/bot/command.js';
import type { Loopback } from '../../src/playground/loopback.js';
import { type BotHarness, startHarness } from './bot-harness.js';
import { moonBase } from './moon-base.js';

const QUESTION = 'Who leads the crew?';
const APOLOGY = 'Something went wrong on my side, and I have noted it. Please try again in a moment.';
const CALLBACK = /^\/interactions\/.*\/callback$/;

let harness: BotHarness;

afterEach(() => harness.end());

/** What an older version of the bot has left behind in Discord: it has the same account. */
function asOlderVersion(loopback: Loopback): REST {
  return new REST({ api: loopback.apiUrl, version: '10' }).setToken(loopback.token);
}

describe('what the bot does not know', () => {
  it('a command of an older version is answered', async () => {
    harness = await startHarness();
    const { loopback } = harness;
    const rest = asOlderVersion(loopback);
    const route = Routes.applicationCommands(loopback.applicationId);
    await rest.post(route, { body: { name: 'quote', description: 'Quote something' } });
    await rest.post(route, { body: { name: 'Quote this', type: ApplicationCommandType.Message } });
    const ann = loopback.member('Ann');
    const { message } = await ann.say('general', 'so');

    const replies = [await ann.slash('quote'), await ann.contextMenu('Quote this', message)];

    expect(replies.map(({ isEphemeral }) => isEphemeral)).toEqual([true, true]);
    expect(replies.map((reply) => reply.message?.content)).toEqual([
      'That command is from an older version of me. Reload Discord, then pick one from the list; `/help` says what I can do.',
      'That command is from an older version of me. Reload Discord, then pick one from the list; `/help` says what I can do.',
    ]);
  });

  it.each(['vote|yes', '|', 'context', 'context|nonsense', 'others|', 'page|x|y'])(
    'the button %s of an older version is answered privately',
    async (custom_id) => {
      harness = await startHarness();
      const { loopback } = harness;
      const ann = loopback.member('Ann');
      const { message } = await ann.say('general', 'so');
      const button = { type: ComponentType.Button, style: ButtonStyle.Primary, label: 'Old', custom_id };
      const body = {
        content: 'Long ago',
        components: [{ type: ComponentType.ActionRow, components: [button] }],
      };
      await asOlderVersion(loopback).post(Routes.channelMessages(message.channelId), { body });
      const old = ann.messages().at(-1);
      if (!old) throw new Error('there is no old message');

      const reply = await ann.press(old, 'Old');

      expect(reply.isEphemeral).toBe(true);
      expect([
        'That button is from an older version of me. Ask again to get a fresh one.',
        'The article has changed since then. Ask again, and I look into what it says now.',
      ]).toContain(reply.message?.content);
      expect(harness.troubles()).toEqual([]);
    },
  );
});

/** A command that fails in the way a member names. */
const FAIL: Command = {
  kind: 'slash',
  data: new SlashCommandBuilder()
    .setName('fail')
    .setDescription('Fails')
    .addStringOption((option) => option.setName('how').setDescription('How').setAutocomplete(true)),
  async autocomplete() {
    throw new Error('no choices');
  },
  async execute(interaction) {
    const how = interaction.options.getString('how');
    if (how === 'after a reply') await interaction.reply('So far so good.');
    if (how === 'after deferring') await interaction.deferReply();
    throw new Error('a secret detail');
  },
};

const FAIL_MENU: Command = {
  kind: 'message',
  data: new ContextMenuCommandBuilder().setName('Fail here').setType(ApplicationCommandType.Message),
  execute: () => Promise.reject(new Error('no menu')),
};

describe('a handler that throws', () => {
  it.each([
    ['/fail', 'at once'],
    ['/fail', 'after deferring'],
  ])(
    'is owned up to in a short sentence, %s %s, and the cause is logged with its name',
    async (handler, how) => {
      harness = await startHarness({ commands: [FAIL] });

      const reply = await harness.loopback.member('Ann').slash('fail', { how });
      const answer = await reply.answered();

      expect(answer.content).toBe(APOLOGY);
      expect(harness.log.find(({ level }) => level === 50)).toMatchObject({
        msg: 'a handler failed',
        handler,
        err: { message: 'a secret detail' },
      });
    },
  );

  it('is owned up to privately after a reply has gone out', async () => {
    harness = await startHarness({ commands: [FAIL] });

    const reply = await harness.loopback.member('Ann').slash('fail', { how: 'after a reply' });
    const followUp = await reply.followUp();

    expect(reply.message?.content).toBe('So far so good.');
    expect([followUp.content, followUp.isEphemeral]).toEqual([APOLOGY, true]);
  });

  it('in a menu is owned up to, and one that completes an option offers nothing', async () => {
    harness = await startHarness({ commands: [FAIL, FAIL_MENU] });
    const ann = harness.loopback.member('Ann');
    const { message } = await ann.say('general', 'so');

    const menu = await ann.contextMenu('Fail here', message);
    const typed = await ann.autocomplete('fail', 'how', 'a');

    expect([menu.message?.content, menu.isEphemeral]).toEqual([APOLOGY, true]);
    expect(typed.choices).toEqual([]);
    expect(harness.log.filter(({ level }) => level === 50).map(({ handler }) => handler)).toEqual([
      'menu Fail here',
      '/fail',
    ]);
  });
});

describe('when Discord is in trouble', () => {
  it('a first response that took effect though Discord said it failed is the answer', async () => {
    harness = await startHarness();
    const fault = harness.loopback.fail({ path: CALLBACK, status: 500, after: 'effect' });

    const reply = await harness.loopback.member('Ann').slash('ask', { question: QUESTION });
    await harness.bot.stop();

    expect(fault.hits).toBe(1);
    expect(reply.message?.content).toMatch(/^> .*Okafor/);
    expect([reply.states.length, reply.followUps]).toEqual([1, []]);
    expect(harness.troubles()).toEqual([]);
  });

  it('choices that were offered though Discord said it failed are offered', async () => {
    harness = await startHarness();
    harness.loopback.fail({ path: CALLBACK, status: 500, after: 'effect' });

    const typed = await harness.loopback.member('Ann').autocomplete('ask', 'article', 'crew');
    await harness.bot.stop();

    expect(typed.choices).toHaveLength(1);
    expect(harness.troubles()).toEqual([]);
  });

  it('a turned page that took effect though Discord said it failed is turned', async () => {
    harness = await startHarness({
      articles: Array.from({ length: 9 }, (_, i) => ({ ...moonBase(), id: `a${i}`, title: `Number ${i}` })),
    });
    const ann = harness.loopback.member('Ann');
    const { message } = await ann.slash('article');
    if (!message) throw new Error('no reply');
    harness.loopback.fail({ path: CALLBACK, status: 500, after: 'effect' });

    const turned = await ann.press(message, 'Next ▶');
    await harness.bot.stop();

    expect(turned.message?.content).toContain('Number 8');
    expect(harness.troubles()).toEqual([]);
  });

  it('a first response that fails once is sent again', async () => {
    harness = await startHarness();
    harness.loopback.fail({ path: CALLBACK, status: 502 });

    const reply = await harness.loopback.member('Ann').slash('ask', { question: QUESTION });

    expect(reply.message?.content).toMatch(/^> .*Okafor/);
  });

  it('an answer that comes too late is one line in the log, and no second try', async () => {
    let release = (): void => undefined;
    const wait = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow: Command = {
      kind: 'slash',
      data: new SlashCommandBuilder().setName('slow').setDescription('Is slow'),
      async execute(interaction) {
        await wait;
        await interaction.reply('At last!');
      },
    };
    harness = await startHarness({ commands: [slow], loopback: { acknowledgeWithinMs: 50 } });

    await expect(harness.loopback.member('Ann').slash('slow')).rejects.toThrow('did not respond');
    release();
    await harness.bot.stop();

    expect(harness.troubles()).toEqual(['answered too late: Discord had given the interaction up']);
  });
});

describe('a member who is too quick', () => {
  it('is told privately how long to wait, while others go on', async () => {
    harness = await startHarness();
    const { loopback } = harness;
    const ann = loopback.member('Ann');
    for (let i = 0; i < 10; i += 1) await ann.slash('ask', { question: QUESTION });

    const eleventh = await ann.slash('ask', { question: QUESTION });
    const others = await loopback.member('Bob').slash('ask', { question: QUESTION });

    expect(eleventh.isEphemeral).toBe(true);
    expect(eleventh.message?.content).toMatch(
      /^That was quick\. Please wait (29|30) seconds, then ask again\.$/,
    );
    expect(others.message?.content).toMatch(/^> /);
  });

  it('may still type: completing an option is not counted', async () => {
    harness = await startHarness();
    const ann = harness.loopback.member('Ann');

    for (let i = 0; i < 40; i += 1) await ann.autocomplete('ask', 'article', 'moon');

    expect((await ann.slash('ask', { question: QUESTION })).message?.content).toMatch(/^> /);
  });
});
