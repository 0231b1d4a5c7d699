import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  InteractionResponseType,
  MessageFlags,
  Routes,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Stage, setStage } from './stage.js';

let stage: Stage;
let expectsRefused = false;

beforeEach(async () => {
  expectsRefused = false;
  stage = await setStage();
});

afterEach(async () => {
  await stage.end();
  expect(expectsRefused ? [] : stage.loopback.refused).toEqual([]);
});

/** For a test that sends something malformed on purpose. */
function allowRefused(): void {
  expectsRefused = true;
}

const ROW = new ActionRowBuilder<ButtonBuilder>().addComponents(
  new ButtonBuilder().setCustomId('context').setLabel('Context').setStyle(ButtonStyle.Secondary),
);

test('a slash command is answered by its first response', async () => {
  stage.answerWith(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply(`You asked: ${interaction.options.getString('question')}`);
  });

  const reply = await stage.ann.slash('ask', { question: 'When did they meet?' });

  expect(reply.kind).toBe('message');
  expect(reply.message?.content).toBe('You asked: When did they meet?');
  expect(reply.states).toHaveLength(1);
  expect(reply.acknowledgedAfterMs).toBeGreaterThan(0);
  expect(stage.bob.messages('general').map(({ content }) => content)).toEqual([
    'You asked: When did they meet?',
  ]);
});

test('an ephemeral reply is seen by its member only', async () => {
  stage.answerWith(async (interaction) => {
    if (interaction.isRepliable())
      await interaction.reply({ content: 'between us', flags: MessageFlags.Ephemeral, components: [ROW] });
  });

  const reply = await stage.ann.slash('ask', { question: 'When?' });

  expect(reply.isEphemeral).toBe(true);
  expect(stage.ann.messages('general').map(({ content }) => content)).toEqual(['between us']);
  expect(stage.bob.messages('general')).toEqual([]);
  const theirs = reply.message ?? { id: '' };
  await expect(stage.bob.press(theirs, 'Context')).rejects.toThrow(/Bob sees no message/);
});

test('an interaction can be acknowledged once', async () => {
  const handled = stage.answerWith(async (interaction) => {
    if (!interaction.isRepliable()) return;
    await interaction.reply('first');
    interaction.replied = false;
    await interaction.reply('second');
  });

  const reply = await stage.ann.slash('ask', { question: 'When?' });

  await expect(handled).rejects.toMatchObject({ code: 40060, status: 400 });
  expect(reply.message?.content).toBe('first');
});

test('an acknowledgement that comes too late is an unknown interaction', async () => {
  await stage.end();
  stage = await setStage({ acknowledgeWithinMs: 20 });
  await stage.client.application.commands.create({ name: 'slow', description: 'Takes its time' });
  let answer: () => Promise<unknown> = async () => undefined;
  stage.client.on('interactionCreate', (interaction) => {
    if (interaction.isRepliable()) answer = () => interaction.reply('sorry');
  });

  const sent = stage.loopback.member('Ann').slash('slow');

  await expect(sent).rejects.toThrow(
    'The application did not respond: /slow was not acknowledged within 0.02 s.',
  );
  await expect(answer()).rejects.toMatchObject({ code: 10062, status: 404 });
});

test('a deferred reply is first "thinking" and then the edit', async () => {
  let go = () => {};
  const asked = new Promise<void>((resolve) => {
    go = resolve;
  });
  stage.answerWith(async (interaction) => {
    if (!interaction.isRepliable()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await asked;
    await interaction.editReply('Here it is.');
    await interaction.followUp({ content: 'And more.', flags: MessageFlags.Ephemeral });
  });

  const reply = await stage.ann.slash('ask', { question: 'When?' });
  expect([reply.kind, reply.isThinking, reply.message, reply.isEphemeral]).toEqual([
    'deferred',
    true,
    null,
    true,
  ]);

  go();
  expect((await reply.answered()).content).toBe('Here it is.');
  expect((await reply.followUp()).content).toBe('And more.');
  expect(reply.isThinking).toBe(false);
  expect(stage.bob.messages('general')).toEqual([]);
});

test('a follow-up while the bot is thinking takes the thought’s place', async () => {
  const handled = stage.answerWith(async (interaction) => {
    if (!interaction.isRepliable()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.followUp('Here it is.');
  });
  const reply = await stage.ann.slash('ask', { question: 'When?' });
  await handled;
  expect([reply.message?.content, reply.isEphemeral, reply.followUps]).toEqual(['Here it is.', true, []]);
});

test.each<[string, object]>([
  ['choices', { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices: [] } }],
  ['an update of no message', { type: InteractionResponseType.DeferredMessageUpdate }],
])('a command cannot be answered with %s', async (_name, body) => {
  const handled = stage.answerWith(async (interaction) => {
    const route = Routes.interactionCallback(interaction.id, interaction.token);
    await stage.client.rest.post(route, { body }).catch((error) => {
      if (interaction.isRepliable()) return interaction.reply(`refused: ${error.code}`);
    });
  });
  const reply = await stage.ann.slash('ask', { question: 'When?' });
  await handled;
  expect(reply.message?.content).toBe('refused: 50035');
  allowRefused();
});

test('the bot is not told of its ephemeral replies, but of the others it is', async () => {
  const told: string[] = [];
  const both = new Promise<void>((resolve) => {
    stage.client.on('messageCreate', ({ content }) => {
      told.push(content);
      if (content === 'for all') resolve();
    });
  });
  stage.answerWith(async (interaction) => {
    if (!interaction.isRepliable()) return;
    await interaction.reply({ content: 'for one', flags: MessageFlags.Ephemeral });
    await interaction.followUp('for all');
  });
  await stage.ann.slash('ask', { question: 'When?' });
  await both;
  expect(told).toEqual(['for all']);
});

test('a follow-up before any acknowledgement is refused', async () => {
  const handled = stage.answerWith(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.webhook.send('too early');
  });
  const sent = stage.ann.slash('ask', { question: 'When?' });
  sent.catch(() => undefined);
  await expect(handled).rejects.toMatchObject({ code: 10015 });
});

test('a reply can be fetched, edited and deleted', async () => {
  const handled = stage.answerWith(async (interaction) => {
    if (!interaction.isRepliable()) return undefined;
    const response = await interaction.reply({ content: 'one', withResponse: true });
    const first = response.resource?.message?.content;
    const fetched = (await interaction.fetchReply()).content;
    await interaction.editReply('two');
    await interaction.deleteReply();
    return [first, fetched, interaction.fetchReply()];
  });

  const reply = await stage.ann.slash('ask', { question: 'When?' });

  const [first, fetched, gone] = (await handled) as [string, string, Promise<unknown>];
  await expect(gone).rejects.toMatchObject({ code: 10008 });
  expect([first, fetched]).toEqual(['one', 'one']);
  expect(reply.states.map(({ content }) => content)).toEqual(['one', 'two']);
  expect(reply.message).toBe(null);
});

test('an option completes from what the bot proposes', async () => {
  stage.answerWith(async (interaction) => {
    if (interaction.isAutocomplete())
      await interaction.respond([{ name: `for ${interaction.options.getFocused()}`, value: 'nasa' }]);
  });
  const reply = await stage.ann.autocomplete('ask', 'article', 'na', { others: { question: 'When?' } });
  expect(reply.choices).toEqual([{ name: 'for na', value: 'nasa' }]);
});

test('a message’s context menu gives the bot its text, blank though its event was', async () => {
  stage.answerWith(async (interaction) => {
    if (interaction.isMessageContextMenuCommand())
      await interaction.reply(`it says: ${interaction.targetMessage.content}`);
  });
  const said = await stage.bob.say('general', 'They met in 2018.');
  const reply = await stage.ann.contextMenu('Find in article', said.message);
  expect(reply.message?.content).toBe('it says: They met in 2018.');
});

test('a member’s context menu gives the bot the member', async () => {
  stage.answerWith(async (interaction) => {
    if (interaction.isUserContextMenuCommand())
      await interaction.reply(`of ${interaction.targetUser.globalName}`);
  });
  expect((await stage.ann.contextMenu('Questions of', stage.bob)).message?.content).toBe('of Bob');
});

test('commands work in direct messages and, for who has installed the bot, between members', async () => {
  stage.answerWith(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply(
        [interaction.context, interaction.guildId, interaction.inGuild(), interaction.user.username].join(),
      );
  });

  const inDm = await stage.ann.slash('ask', { question: 'When?' }, { channel: 'dm' });
  const between = await stage.ann.slash(
    'ask',
    { question: 'When?' },
    { channel: stage.ann.privateWith(stage.bob) },
  );

  expect(inDm.message?.content).toBe('1,,false,ann');
  expect(between.message?.content).toBe('2,,false,ann');
  expect(stage.bob.messages(stage.bob.privateWith(stage.ann))).toHaveLength(1);
});
