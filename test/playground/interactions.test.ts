import {
  ActionRowBuilder,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  DiscordAPIError,
  type Interaction,
  InteractionContextType,
  InteractionResponseType,
  MessageFlags,
  ModalBuilder,
  Routes,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Loopback, startLoopback } from '../../src/playground/loopback.js';
import type { Member } from '../../src/playground/member/member.js';
import { logIn } from './log-in.js';
import { validatePayload } from './validate-payload.js';

let loopback: Loopback;
let client: Client<true>;
let ann: Member;
let bob: Member;

beforeEach(async () => {
  expectsRefused = false;
  loopback = await startLoopback({ validate: validatePayload });
  ann = loopback.member('Ann');
  bob = loopback.member('Bob');
  client = await logIn(loopback);
  await client.application.commands.set([
    new SlashCommandBuilder()
      .setName('ask')
      .setDescription('Ask the article')
      .setContexts(
        InteractionContextType.Guild,
        InteractionContextType.BotDM,
        InteractionContextType.PrivateChannel,
      )
      .setIntegrationTypes(ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall)
      .addStringOption((option) => option.setName('question').setDescription('What to ask').setRequired(true))
      .addStringOption((option) =>
        option.setName('article').setDescription('Which article').setAutocomplete(true),
      ),
    { name: 'Find in article', type: ApplicationCommandType.Message },
    { name: 'Questions of', type: ApplicationCommandType.User },
  ]);
});

afterEach(async () => {
  await client.destroy();
  await loopback.close();
  expect(expectsRefused ? [] : loopback.refused).toEqual([]);
});

let expectsRefused = false;
/** For a test that sends something malformed on purpose. */
function allowRefused(): void {
  expectsRefused = true;
}

/** The bot's one answer to everything in a test; resolves or rejects as the first answer does. */
function answerWith(answer: (interaction: Interaction) => Promise<unknown>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    client.on('interactionCreate', (interaction) => answer(interaction).then(resolve, reject));
  });
}

const ROW = new ActionRowBuilder<ButtonBuilder>().addComponents(
  new ButtonBuilder().setCustomId('context').setLabel('Context').setStyle(ButtonStyle.Secondary),
);

test('a slash command is answered by its first response', async () => {
  answerWith(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply(`You asked: ${interaction.options.getString('question')}`);
  });

  const reply = await ann.slash('ask', { question: 'When did they meet?' });

  expect(reply.kind).toBe('message');
  expect(reply.message?.content).toBe('You asked: When did they meet?');
  expect(reply.states).toHaveLength(1);
  expect(reply.acknowledgedAfterMs).toBeGreaterThan(0);
  expect(bob.messages('general').map(({ content }) => content)).toEqual(['You asked: When did they meet?']);
});

test('an ephemeral reply is seen by its member only', async () => {
  answerWith(async (interaction) => {
    if (interaction.isRepliable())
      await interaction.reply({ content: 'between us', flags: MessageFlags.Ephemeral, components: [ROW] });
  });

  const reply = await ann.slash('ask', { question: 'When?' });

  expect(reply.isEphemeral).toBe(true);
  expect(ann.messages('general').map(({ content }) => content)).toEqual(['between us']);
  expect(bob.messages('general')).toEqual([]);
  const theirs = reply.message ?? { id: '' };
  await expect(bob.press(theirs, 'Context')).rejects.toThrow(/Bob sees no message/);
});

test('an interaction can be acknowledged once', async () => {
  const handled = answerWith(async (interaction) => {
    if (!interaction.isRepliable()) return;
    await interaction.reply('first');
    interaction.replied = false;
    await interaction.reply('second');
  });

  const reply = await ann.slash('ask', { question: 'When?' });

  await expect(handled).rejects.toMatchObject({ code: 40060, status: 400 });
  expect(reply.message?.content).toBe('first');
});

test('an acknowledgement that comes too late is an unknown interaction', async () => {
  await client.destroy();
  await loopback.close();
  loopback = await startLoopback({ acknowledgeWithinMs: 20 });
  client = await logIn(loopback);
  await client.application.commands.create({ name: 'slow', description: 'Takes its time' });
  let answer: () => Promise<unknown> = async () => undefined;
  client.on('interactionCreate', (interaction) => {
    if (interaction.isRepliable()) answer = () => interaction.reply('sorry');
  });

  const sent = loopback.member('Ann').slash('slow');

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
  answerWith(async (interaction) => {
    if (!interaction.isRepliable()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await asked;
    await interaction.editReply('Here it is.');
    await interaction.followUp({ content: 'And more.', flags: MessageFlags.Ephemeral });
  });

  const reply = await ann.slash('ask', { question: 'When?' });
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
  expect(bob.messages('general')).toEqual([]);
});

test('a follow-up while the bot is thinking takes the thought’s place', async () => {
  const handled = answerWith(async (interaction) => {
    if (!interaction.isRepliable()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.followUp('Here it is.');
  });
  const reply = await ann.slash('ask', { question: 'When?' });
  await handled;
  expect([reply.message?.content, reply.isEphemeral, reply.followUps]).toEqual(['Here it is.', true, []]);
});

test.each<[string, object]>([
  ['choices', { type: InteractionResponseType.ApplicationCommandAutocompleteResult, data: { choices: [] } }],
  ['an update of no message', { type: InteractionResponseType.DeferredMessageUpdate }],
])('a command cannot be answered with %s', async (_name, body) => {
  const handled = answerWith(async (interaction) => {
    const route = Routes.interactionCallback(interaction.id, interaction.token);
    await client.rest.post(route, { body }).catch((error) => {
      if (interaction.isRepliable()) return interaction.reply(`refused: ${error.code}`);
    });
  });
  const reply = await ann.slash('ask', { question: 'When?' });
  await handled;
  expect(reply.message?.content).toBe('refused: 50035');
  allowRefused();
});

test('the bot is not told of its ephemeral replies, but of the others it is', async () => {
  const told: string[] = [];
  const both = new Promise<void>((resolve) => {
    client.on('messageCreate', ({ content }) => {
      told.push(content);
      if (content === 'for all') resolve();
    });
  });
  answerWith(async (interaction) => {
    if (!interaction.isRepliable()) return;
    await interaction.reply({ content: 'for one', flags: MessageFlags.Ephemeral });
    await interaction.followUp('for all');
  });
  await ann.slash('ask', { question: 'When?' });
  await both;
  expect(told).toEqual(['for all']);
});

test('a follow-up before any acknowledgement is refused', async () => {
  const handled = answerWith(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.webhook.send('too early');
  });
  const sent = ann.slash('ask', { question: 'When?' });
  sent.catch(() => undefined);
  await expect(handled).rejects.toMatchObject({ code: 10015 });
});

test('a reply can be fetched, edited and deleted', async () => {
  const handled = answerWith(async (interaction) => {
    if (!interaction.isRepliable()) return undefined;
    const response = await interaction.reply({ content: 'one', withResponse: true });
    const first = response.resource?.message?.content;
    const fetched = (await interaction.fetchReply()).content;
    await interaction.editReply('two');
    await interaction.deleteReply();
    return [first, fetched, interaction.fetchReply()];
  });

  const reply = await ann.slash('ask', { question: 'When?' });

  const [first, fetched, gone] = (await handled) as [string, string, Promise<unknown>];
  await expect(gone).rejects.toMatchObject({ code: 10008 });
  expect([first, fetched]).toEqual(['one', 'one']);
  expect(reply.states.map(({ content }) => content)).toEqual(['one', 'two']);
  expect(reply.message).toBe(null);
});

test('an option completes from what the bot proposes', async () => {
  answerWith(async (interaction) => {
    if (interaction.isAutocomplete())
      await interaction.respond([{ name: `for ${interaction.options.getFocused()}`, value: 'nasa' }]);
  });
  const reply = await ann.autocomplete('ask', 'article', 'na', { others: { question: 'When?' } });
  expect(reply.choices).toEqual([{ name: 'for na', value: 'nasa' }]);
});

test('a button updates its own message, or answers with a new one', async () => {
  answerWith(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: 'answer', components: [ROW] });
    else if (interaction.isButton() && interaction.user.id === ann.userId)
      await interaction.update({ content: `pressed by ${interaction.user.globalName}`, components: [] });
    else if (interaction.isButton())
      await interaction.reply({ content: 'the context', flags: MessageFlags.Ephemeral });
  });
  const message = await (await ann.slash('ask', { question: 'When?' })).answered();

  const opened = await bob.press(message, 'Context');
  expect([opened.kind, opened.message?.content, opened.isEphemeral]).toEqual([
    'message',
    'the context',
    true,
  ]);

  const updated = await ann.press(message, 'context');
  expect([updated.kind, updated.message?.content, updated.message?.id]).toEqual([
    'update',
    'pressed by Ann',
    message.id,
  ]);
  await expect(ann.press(message, 'Context')).rejects.toThrow('There is no button Context.');
});

test('a menu sends what was chosen', async () => {
  answerWith(async (interaction) => {
    if (interaction.isStringSelectMenu()) await interaction.update(`chosen: ${interaction.values.join()}`);
    else if (interaction.isChatInputCommand())
      await interaction.reply({
        content: 'choose',
        components: [
          new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
            new StringSelectMenuBuilder()
              .setCustomId('article')
              .setPlaceholder('Article')
              .addOptions({ label: 'NASA', value: 'nasa' }, { label: 'ESA', value: 'esa' }),
          ),
        ],
      });
  });
  const message = await (await ann.slash('ask', { question: 'When?' })).answered();
  expect((await ann.select(message, 'Article', ['ESA'])).message?.content).toBe('chosen: esa');
  await expect(ann.select(message, 'article', [])).rejects.toThrow('Choose 1 to 1 in article.');
});

test('a modal opens, is filled in and submitted', async () => {
  answerWith(async (interaction) => {
    if (interaction.isModalSubmit())
      await interaction.reply(`noted: ${interaction.fields.getTextInputValue('why')}`);
    else if (interaction.isChatInputCommand())
      await interaction.showModal(
        new ModalBuilder()
          .setCustomId('feedback')
          .setTitle('What was wrong?')
          .addComponents(
            new ActionRowBuilder<TextInputBuilder>().addComponents(
              new TextInputBuilder()
                .setCustomId('why')
                .setLabel('In a word')
                .setStyle(TextInputStyle.Short)
                .setMaxLength(20),
            ),
          ),
      );
  });
  const form = await ann.slash('ask', { question: 'When?' });
  expect([form.kind, form.modal?.title]).toEqual(['modal', 'What was wrong?']);

  const reply = await ann.submitModal(form, { 'In a word': 'outdated' });

  expect(reply.message?.content).toBe('noted: outdated');
  await expect(ann.submitModal(form, {})).rejects.toThrow('In a word is required.');
  await expect(ann.submitModal(form, { why: 'x'.repeat(21) })).rejects.toThrow('20 or fewer');
});

test('a message’s context menu gives the bot its text, blank though its event was', async () => {
  answerWith(async (interaction) => {
    if (interaction.isMessageContextMenuCommand())
      await interaction.reply(`it says: ${interaction.targetMessage.content}`);
  });
  const said = await bob.say('general', 'They met in 2018.');
  const reply = await ann.contextMenu('Find in article', said.message);
  expect(reply.message?.content).toBe('it says: They met in 2018.');
});

test('a member’s context menu gives the bot the member', async () => {
  answerWith(async (interaction) => {
    if (interaction.isUserContextMenuCommand())
      await interaction.reply(`of ${interaction.targetUser.globalName}`);
  });
  expect((await ann.contextMenu('Questions of', bob)).message?.content).toBe('of Bob');
});

test('commands work in direct messages and, for who has installed the bot, between members', async () => {
  answerWith(async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply(
        [interaction.context, interaction.guildId, interaction.inGuild(), interaction.user.username].join(),
      );
  });

  const inDm = await ann.slash('ask', { question: 'When?' }, { channel: 'dm' });
  const between = await ann.slash('ask', { question: 'When?' }, { channel: ann.privateWith(bob) });

  expect(inDm.message?.content).toBe('1,,false,ann');
  expect(between.message?.content).toBe('2,,false,ann');
  expect(bob.messages(bob.privateWith(ann))).toHaveLength(1);
});

test('a fault after the effect leaves the reply standing and its retry told so', async () => {
  const fault = loopback.fail({ method: 'POST', path: /\/callback$/, status: 500, after: 'effect' });
  const handled = answerWith(async (interaction) => {
    if (interaction.isRepliable()) await interaction.reply('answered');
  });

  const reply = await ann.slash('ask', { question: 'When?' });

  const error = await handled.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DiscordAPIError);
  expect(error).toMatchObject({ code: 40060 });
  expect(reply.message?.content).toBe('answered');
  expect(fault.hits).toBe(1);
});

test('an edit that fails after its effect is retried, and both edits show', async () => {
  loopback.fail({ method: 'PATCH', path: /@original$/, status: 500, after: 'effect' });
  const handled = answerWith(async (interaction) => {
    if (!interaction.isRepliable()) return;
    await interaction.reply('one');
    await interaction.editReply('two');
  });
  const reply = await ann.slash('ask', { question: 'When?' });
  await handled;
  expect(reply.states.map(({ content }) => content)).toEqual(['one', 'two', 'two']);
});

test('a rate limit is waited out', async () => {
  const limit = loopback.fail({ path: /\/callback$/, status: 429, retryAfter: 0.01, times: 2 });
  answerWith(async (interaction) => {
    if (interaction.isRepliable()) await interaction.reply('at last');
  });
  const reply = await ann.slash('ask', { question: 'When?' });
  expect(reply.message?.content).toBe('at last');
  expect(limit.hits).toBe(2);
});

test('a connection that is cut before the request’s effect is retried', async () => {
  const cut = loopback.fail({ path: /\/callback$/, status: 'drop' });
  answerWith(async (interaction) => {
    if (interaction.isRepliable()) await interaction.reply('here');
  });
  const reply = await ann.slash('ask', { question: 'When?' });
  expect(reply.message?.content).toBe('here');
  expect(cut.hits).toBe(1);
});
