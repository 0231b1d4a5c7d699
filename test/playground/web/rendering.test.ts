import {
  ActionRowBuilder,
  AttachmentBuilder,
  ContainerBuilder,
  EmbedBuilder,
  MediaGalleryBuilder,
  MediaGalleryItemBuilder,
  MessageFlags,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  UserSelectMenuBuilder,
} from 'discord.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ServedPage, servePage } from '../../../src/playground/web/serve-page.js';
import { type Stage, setStage } from '../stage.js';
import { hasBrowser, startBrowser, WITHOUT_BROWSER } from './browser.js';

/** A red pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
  'base64',
);

let browser: Browser;
let stage: Stage;
let served: ServedPage | null;
let page: Page;

/** Uses `/show`, whatever the bot shows for it. */
async function show(): Promise<void> {
  await page.getByRole('textbox', { name: /^Message / }).fill('/show');
  await page.keyboard.press('Enter');
  await page
    .getByLabel('file')
    .setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from('abc') });
  await page.getByRole('button', { name: 'Send' }).click();
}

describe.skipIf(!hasBrowser)(
  `what a bot can send, in a browser${hasBrowser ? '' : ` (${WITHOUT_BROWSER})`}`,
  () => {
    beforeAll(async () => {
      browser = await startBrowser();
    });
    afterAll(() => browser.close());

    beforeEach(async () => {
      stage = await setStage({ acknowledgeWithinMs: 1000 });
      await stage.client.application.commands.set([
        new SlashCommandBuilder()
          .setName('show')
          .setDescription('Show something')
          .addAttachmentOption((option) => option.setName('file').setDescription('A file').setRequired(true)),
      ]);
      served = await servePage({ loopback: stage.loopback, examples: [], explain: async () => '' }, 0);
      page = await browser.newPage();
      await page.goto(served?.url ?? '');
    });
    afterEach(async () => {
      await page.close();
      await served?.close();
      await stage.end();
      expect(stage.loopback.refused).toEqual([]);
    });

    it('shows an embed, an image and what became of an uploaded file', async () => {
      stage.answerWith(async (interaction) => {
        if (!interaction.isChatInputCommand()) return;
        const file = interaction.options.getAttachment('file', true);
        const response = await fetch(file.url);
        await interaction.reply({
          embeds: [
            new EmbedBuilder()
              .setTitle(`${file.name}: ${await response.text()}`)
              .setDescription('since <t:0:D>')
              .setColor(0xff0000)
              .setImage('attachment://pixel.png'),
          ],
          files: [new AttachmentBuilder(PIXEL, { name: 'pixel.png', description: 'One pixel' })],
        });
      });
      await show();
      await page.getByText('a.txt: abc').waitFor();
      expect(await page.getByText('January 1, 1970').count()).toBe(1);
      const width = await page
        .getByRole('img', { name: 'One pixel' })
        .evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth);
      expect(width).toBe(1);
    });

    it('shows the newer layout, and sends what is chosen in menus', async () => {
      stage.answerWith(async (interaction) => {
        if (interaction.isStringSelectMenu())
          await interaction.reply(`chosen: ${interaction.values.join(', ')}`);
        else if (interaction.isUserSelectMenu())
          await interaction.reply(
            `chosen: ${interaction.users.map(({ displayName }) => displayName).join()}`,
          );
        else if (interaction.isChatInputCommand())
          await interaction.reply({
            flags: MessageFlags.IsComponentsV2,
            files: [new AttachmentBuilder(PIXEL, { name: 'pixel.png' })],
            components: [
              new ContainerBuilder()
                .setAccentColor(0x00ff00)
                .addTextDisplayComponents(new TextDisplayBuilder().setContent('# Settings\n> quoted'))
                .addMediaGalleryComponents(
                  new MediaGalleryBuilder().addItems(
                    new MediaGalleryItemBuilder().setURL('attachment://pixel.png').setDescription('A chart'),
                  ),
                ),
              new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
                new StringSelectMenuBuilder()
                  .setCustomId('fruit')
                  .setPlaceholder('Fruit')
                  .setMaxValues(2)
                  .addOptions(['apple', 'pear', 'plum'].map((label) => ({ label, value: label }))),
              ),
              new ActionRowBuilder<UserSelectMenuBuilder>().addComponents(
                new UserSelectMenuBuilder().setCustomId('who').setPlaceholder('Who'),
              ),
            ],
          });
      });
      await show();
      await page.getByRole('img', { name: 'A chart' }).waitFor();
      await page.getByLabel('Fruit').selectOption(['apple', 'plum']);
      await page.getByRole('button', { name: 'Choose' }).click();
      await page.getByText('chosen: apple, plum').waitFor();
      await page.getByLabel('Who').selectOption({ label: 'Bob' });
      await page.getByText('chosen: Bob').waitFor();
    });

    it('says that the bot is thinking, and that it did not answer', async () => {
      let answer = () => {};
      const later = new Promise<void>((resolve) => {
        answer = resolve;
      });
      let asked = 0;
      stage.client.on('interactionCreate', async (interaction) => {
        asked += 1;
        if (asked > 1 || !interaction.isChatInputCommand()) return;
        await interaction.deferReply();
        await later;
        await interaction.editReply('here it is');
      });
      await show();
      await page.getByText('Pincite is thinking…').waitFor();
      answer();
      await page.getByText('here it is').waitFor();
      await show();
      await page
        .getByRole('alert')
        .getByText(/did not respond/)
        .waitFor();
    });
  },
);
