import { PassThrough, Writable } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Client,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  REST,
  Routes,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Loopback, startLoopback } from '../../../src/playground/loopback.js';
import { runTerminal } from '../../../src/playground/terminal/run-terminal.js';
import { logIn } from '../log-in.js';

let loopback: Loopback;
let client: Client<true>;

const ROW = new ActionRowBuilder<ButtonBuilder>().addComponents(
  new ButtonBuilder().setCustomId('context').setLabel('Context').setStyle(ButtonStyle.Secondary),
  new ButtonBuilder().setCustomId('wrong').setLabel('Wrong?').setStyle(ButtonStyle.Secondary),
);

async function handle(interaction: Interaction): Promise<unknown> {
  if (interaction.isChatInputCommand())
    return interaction.reply(`asked ${interaction.options.getString('question')}`);
  if (interaction.isModalSubmit())
    return interaction.reply(`because ${interaction.fields.getTextInputValue('why')}`);
  if (!interaction.isButton()) return;
  if (interaction.customId === 'context')
    return interaction.reply({ content: 'the neighbours', flags: MessageFlags.Ephemeral });
  return interaction.showModal(
    new ModalBuilder()
      .setCustomId('feedback')
      .setTitle('What was wrong?')
      .addComponents(
        new ActionRowBuilder<TextInputBuilder>().addComponents(
          new TextInputBuilder().setCustomId('why').setLabel('Why').setStyle(TextInputStyle.Short),
        ),
      ),
  );
}

beforeEach(async () => {
  loopback = await startLoopback();
  client = await logIn(loopback);
  await client.application.commands.set([
    {
      name: 'ask',
      description: 'Ask the article',
      options: [{ type: 3, name: 'question', description: 'What to ask', required: true }],
    },
  ]);
  client.on('interactionCreate', handle);
  client.on('messageCreate', async (message) => {
    if (!message.author.bot)
      await message.reply({ content: `> You said **${message.content}**\n-# ¶ 1 of 9`, components: [ROW] });
  });
});

afterEach(async () => {
  await client.destroy();
  await loopback.close();
});

/** A stream to write on that remembers, and tells when a text has come. */
class Paper extends PassThrough {
  #text = '';

  constructor(readonly columns = 80) {
    super();
    this.on('data', (chunk) => {
      this.#text += chunk;
    });
  }

  get text(): string {
    return this.#text;
  }

  until(expected: string): Promise<void> {
    return new Promise((resolve) => {
      const look = () => {
        if (!this.#text.includes(expected)) return;
        this.off('data', look);
        resolve();
      };
      this.on('data', look);
      look();
    });
  }
}

describe('before the bot is there', () => {
  test('what is typed waits for it', async () => {
    const input = new PassThrough();
    const output = new Paper();
    let asked = 0;
    const said: string[] = [];
    loopback.events.on('message', ({ message }) => said.push(message.api.content));
    const ready = async () => {
      asked += 1;
      // First for the chat itself, then for the line.
      if (asked === 2) expect(said).toEqual([]);
      return true;
    };
    const ended = runTerminal({ loopback, input, output, isTerminal: true, ready });
    input.write('When did they meet?\n');
    await output.until('You said When did they meet?');
    expect(asked).toBe(2);
    input.end('/quit\n');
    await ended;
  });

  test('the chat ends when there will be none', async () => {
    const output = new Paper();
    await runTerminal({
      loopback,
      input: new PassThrough(),
      output,
      isTerminal: true,
      ready: async () => false,
    });
    expect(output.text).toContain('To leave');
  });
});

describe('with lines from a pipe', () => {
  test('each is a question, and only the answers are printed', async () => {
    const input = new PassThrough();
    const output = new Paper();
    input.end('When did they meet?\n\n   \nWho wrote it?');

    await runTerminal({ loopback, input, output, isTerminal: false, examples: ['Ask me'] });

    expect(output.text).toBe(
      '│ You said When did they meet?\n¶ 1 of 9\n\n│ You said Who wrote it?\n¶ 1 of 9\n',
    );
  });

  test('a line that looks like a command is a question too', async () => {
    const input = new PassThrough();
    const output = new Paper();
    input.end('/quit\n');

    await runTerminal({ loopback, input, output, isTerminal: false });

    expect(output.text).toBe('│ You said /quit\n¶ 1 of 9\n');
  });

  test('nothing at all ends at once', async () => {
    const input = new PassThrough();
    const output = new Paper();
    input.end('');
    await runTerminal({ loopback, input, output, isTerminal: false });
    expect(output.text).toBe('');
  });

  test('a line too long for a message is named, and the next is asked', async () => {
    const input = new PassThrough();
    const output = new Paper();
    input.end(`${'x'.repeat(2001)}\nshort\n`);
    await runTerminal({ loopback, input, output, isTerminal: false });
    expect(output.text).toBe('A message has at most 2000 characters.\n\n│ You said short\n¶ 1 of 9\n');
  });

  test('a reader who stops reading ends the chat quietly', async () => {
    const input = new PassThrough();
    const output = new Writable({
      // As a closed pipe does, with the news coming late.
      write: (_chunk, _encoding, done) => setImmediate(() => done(new Error('EPIPE'))),
    });
    const closed = new Promise<string>((resolve) => output.on('close', () => resolve('closed')));
    input.end('When?\nWhere?\n');

    await runTerminal({ loopback, input, output, isTerminal: false });

    expect(await closed).toBe('closed');
  });
});

describe('at a terminal', () => {
  let input: PassThrough;
  let output: Paper;
  let running: Promise<void>;

  beforeEach(() => {
    input = new PassThrough();
    output = new Paper();
    running = runTerminal({
      loopback,
      input,
      output,
      isTerminal: true,
      examples: ['When did they meet?'],
      pageUrl: 'http://127.0.0.1:3000',
    });
  });

  async function type(line: string, expected: string): Promise<void> {
    input.write(`${line}\n`);
    await output.until(expected);
  }

  test('the greeting says what this is, where its page is, what to ask and how to leave', async () => {
    input.end();
    await running;
    expect(output.text).toBe(
      `This is Pincite on a Discord of its own, on this machine only. You are in its
direct messages.
In a browser: http://127.0.0.1:3000

Ask it something. For example:
  When did they meet?

A line that begins with / is a command; / alone lists them. A number presses the
button it stands before.
To leave: /quit, Ctrl-C or Ctrl-D.

> \n`,
    );
  });

  test('an option that takes a file is given its path', async () => {
    await client.application?.commands.create({
      name: 'keep',
      description: 'Keep a file',
      options: [{ type: 11, name: 'file', description: 'Which', required: true }],
    });
    client.off('interactionCreate', handle);
    client.on('interactionCreate', async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const { name } = interaction.options.getAttachment('file', true);
      await interaction.reply(`${name} is here`);
    });

    await type('/keep no/such/file', 'no/such/file cannot be read (ENOENT).');
    await type('/keep package.json', 'package.json is here');
  });

  test('an answer comes with its buttons as numbers, and a number presses one', async () => {
    await type('When?', '[1] Context');
    expect(output.text).toContain('Pincite\n│ You said When?\n¶ 1 of 9\n[1] Context  [2] Wrong?\n');

    await type('1', 'the neighbours');
    expect(output.text).toContain('Pincite (only you see this)\nthe neighbours\n');

    input.write('/quit\n');
    await running;
  });

  test('buttons stay within reach under a later message that has none', async () => {
    await type('When?', '[1] Context');
    await type('1', 'the neighbours');
    await type('2', 'What was wrong?, line by line.');
    input.end('/cancel\n');
    await running;
  });

  test('a number without a button is a question', async () => {
    await type('2018', 'You said 2018');
    input.end();
    await running;
  });

  test('a command takes what is typed as its first required option', async () => {
    await type('/ask when did they meet?', 'asked when did they meet?');
    await type('/ask question: and where?', 'asked and where?');
    input.end();
    await running;
  });

  test('an unknown command and a missing option are explained', async () => {
    await type('/aks', 'There is no command /aks. Type / to see which there are.');
    await type('/ask', '/ask needs question.');
    await type('/', '/ask question  Ask the article');
    input.end();
    await running;
  });

  test('a form is filled in line by line', async () => {
    await type('When?', '[2] Wrong?');
    await type('2', 'Why: ');
    expect(output.text).toContain('What was wrong?, line by line. /cancel leaves it.');
    await type('it is outdated', 'because it is outdated');
    input.end();
    await running;
  });

  test('what the bot sends by itself is shown too', async () => {
    await output.until('> ');
    const you = client.users.cache.find(({ username }) => username === 'you');
    const dm = await client.users.createDM(you?.id ?? loopback.member('You').userId);
    await dm.send('Good morning.');
    await output.until('Pincite\nGood morning.\n');
    input.end();
    await running;
  });
});

test('a bot that does not answer in time is told of', async () => {
  const lonely = await startLoopback({ acknowledgeWithinMs: 20 });
  const rest = new REST({ api: lonely.apiUrl, version: '10' }).setToken(lonely.token);
  const body = [{ name: 'ask', description: 'Ask the article' }];
  await rest.put(Routes.applicationCommands(lonely.applicationId), { body });
  const input = new PassThrough();
  const output = new Paper();
  input.end('/ask\n');

  await runTerminal({ loopback: lonely, input, output, isTerminal: true });

  expect(output.text).toContain(
    'The application did not respond: /ask was not acknowledged within 0.02 s.\n',
  );
  await lonely.close();
});

test.each([
  ['Ctrl-C', '\u0003'],
  ['Ctrl-D', '\u0004'],
])('%s at a real terminal leaves the input at rest, so that the process can end', async (_key, typed) => {
  const input = new PassThrough();
  const output = Object.assign(new Paper(), { isTTY: true });
  const running = runTerminal({ loopback, input, output, isTerminal: true });
  await output.until('> ');
  input.write(typed);
  await running;
  // An input that flows keeps Node alive.
  expect(input.isPaused()).toBe(true);
});

test('colours are for real terminals only, and the words are the same', async () => {
  const input = new PassThrough();
  const output = Object.assign(new Paper(), { isTTY: true });
  const running = runTerminal({ loopback, input, output, isTerminal: true });
  input.write('When?\n');
  await output.until('Context');
  input.end();
  await running;
  expect(output.text).toContain('\u001b[1mWhen?\u001b[22m');
  expect(stripVTControlCharacters(output.text)).toContain('Pincite\n│ You said When?\n');
});
