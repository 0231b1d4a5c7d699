import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelSelectMenuBuilder,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Stage, setStage } from './stage.js';

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
});

afterEach(async () => {
  await stage.end();
  expect(stage.loopback.refused).toEqual([]);
});

const ROW = new ActionRowBuilder<ButtonBuilder>().addComponents(
  new ButtonBuilder().setCustomId('context').setLabel('Context').setStyle(ButtonStyle.Secondary),
);

test('a button updates its own message, or answers with a new one', async () => {
  stage.answerWith(async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply({ content: 'answer', components: [ROW] });
    else if (interaction.isButton() && interaction.user.id === stage.ann.userId)
      await interaction.update({ content: `pressed by ${interaction.user.globalName}`, components: [] });
    else if (interaction.isButton())
      await interaction.reply({ content: 'the context', flags: MessageFlags.Ephemeral });
  });
  const message = await (await stage.ann.slash('ask', { question: 'When?' })).answered();

  const opened = await stage.bob.press(message, 'Context');
  expect([opened.kind, opened.message?.content, opened.isEphemeral]).toEqual([
    'message',
    'the context',
    true,
  ]);

  const updated = await stage.ann.press(message, 'context');
  expect([updated.kind, updated.message?.content, updated.message?.id]).toEqual([
    'update',
    'pressed by Ann',
    message.id,
  ]);
  await expect(stage.ann.press(message, 'Context')).rejects.toThrow('There is no button Context.');
});

test('a menu sends what was chosen', async () => {
  stage.answerWith(async (interaction) => {
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
  const message = await (await stage.ann.slash('ask', { question: 'When?' })).answered();
  expect((await stage.ann.select(message, 'Article', ['ESA'])).message?.content).toBe('chosen: esa');
  await expect(stage.ann.select(message, 'article', [])).rejects.toThrow('Choose 1 to 1 in article.');
});

test('a modal opens, is filled in and submitted', async () => {
  stage.answerWith(async (interaction) => {
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
  const form = await stage.ann.slash('ask', { question: 'When?' });
  expect([form.kind, form.modal?.title]).toEqual(['modal', 'What was wrong?']);

  const reply = await stage.ann.submitModal(form, { 'In a word': 'outdated' });

  expect(reply.message?.content).toBe('noted: outdated');
  await expect(stage.ann.submitModal(form, {})).rejects.toThrow('In a word is required.');
  await expect(stage.ann.submitModal(form, { why: 'x'.repeat(21) })).rejects.toThrow('20 or fewer');
});

test('a menu of channels sends the channel and what it is', async () => {
  stage.answerWith(async (interaction) => {
    if (interaction.isChannelSelectMenu())
      await interaction.update(`chosen: ${interaction.channels.map((channel) => channel?.id).join()}`);
    else if (interaction.isChatInputCommand())
      await interaction.reply({
        content: 'where?',
        components: [
          new ActionRowBuilder<ChannelSelectMenuBuilder>().addComponents(
            new ChannelSelectMenuBuilder().setCustomId('where').setPlaceholder('Channel'),
          ),
        ],
      });
  });
  const message = await (await stage.ann.slash('ask', { question: 'Where?' })).answered();

  const reply = await stage.ann.select(message, 'Channel', ['#general']);

  expect(reply.message?.content).toBe(`chosen: ${stage.ann.channelId('general')}`);
  await expect(stage.ann.select(message, 'Channel', ['#nowhere'])).rejects.toThrow('has no #nowhere');
});
