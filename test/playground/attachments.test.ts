import { AttachmentBuilder, type Client } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Loopback, startLoopback } from '../../src/playground/loopback.js';
import { logIn } from './log-in.js';
import { validatePayload } from './validate-payload.js';

let loopback: Loopback;
let client: Client<true>;

beforeEach(async () => {
  loopback = await startLoopback({ validate: validatePayload });
  client = await logIn(loopback);
});

afterEach(async () => {
  await client.destroy();
  await loopback.close();
});

test('a file the bot sends is kept and served by its address', async () => {
  client.on('messageCreate', async (message) => {
    if (message.author.bot) return;
    const chart = new AttachmentBuilder(Buffer.from('<svg/>'), { name: 'chart.svg', description: 'A chart' });
    await message.reply({ content: 'Here.', files: [chart] });
  });
  const said = await loopback.member('Ann').dm('chart please');

  const [file] = (await said.answer()).attachments;

  expect(file).toMatchObject({ filename: 'chart.svg', size: 6, description: 'A chart' });
  const response = await fetch(file?.url ?? '');
  expect(await response.text()).toBe('<svg/>');
  expect(response.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
  expect(loopback.refused).toEqual([]);
});

test('a file a member uploads with a command can be fetched by the bot', async () => {
  await client.application.commands.create({
    name: 'import',
    description: 'Import an article',
    options: [{ type: 11, name: 'file', description: 'The article', required: true }],
  });
  client.on('interactionCreate', async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const file = interaction.options.getAttachment('file', true);
    const text = await (await fetch(file.url)).text();
    await interaction.reply(`${file.name} (${file.size}): ${text}`);
  });
  const file = { filename: 'a.md', contentType: 'text/markdown', data: Buffer.from('# Title') };

  const reply = await loopback.member('Ann').slash('import', { file });

  expect(reply.message?.content).toBe('a.md (7): # Title');
});

test('a file that is too large is refused', async () => {
  const dm = await client.users.createDM(loopback.member('Ann').userId);
  const sent = dm.send({
    files: [new AttachmentBuilder(Buffer.alloc(10 * 1024 * 1024 + 1), { name: 'big' })],
  });
  await expect(sent).rejects.toMatchObject({ code: 40005, status: 413 });
});

test('who takes no direct messages gets none', async () => {
  const dm = await client.users.createDM(loopback.member('Ann', { closedDms: true }).userId);
  await expect(dm.send('hello')).rejects.toMatchObject({ code: 50007 });
});
