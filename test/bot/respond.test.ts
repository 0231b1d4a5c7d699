import { SlashCommandBuilder } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import type { Command } from '../../src/bot/command.js';
import { openForm, respond } from '../../src/bot/respond.js';
import { type BotHarness, startHarness } from './bot-harness.js';

let harness: BotHarness;
afterEach(() => harness.end());

function commandThat(execute: Extract<Command, { kind: 'slash' }>['execute'], rest = {}): Command {
  const data = new SlashCommandBuilder().setName('try').setDescription('Try it');
  return { kind: 'slash', data, execute, ...rest };
}

describe('a reply', () => {
  it('shows its buttons in rows of five', async () => {
    const buttons = Array.from({ length: 7 }, (_, number) => ({
      label: `No. ${number}`,
      id: `try|${number}`,
    }));
    const command = commandThat((interaction) => respond(interaction, { text: 'Pick', buttons }, 'private'));
    harness = await startHarness({ commands: [command] });

    const reply = await harness.loopback.member('Ann').slash('try');

    const rows = reply.message?.api.components ?? [];
    expect(rows.map((row) => ('components' in row ? row.components.length : 0))).toEqual([5, 2]);
    expect(reply.message?.buttons).toHaveLength(7);
  });

  it('brings its files along, with what an image shows', async () => {
    const files = [
      { name: 'chart.png', data: Uint8Array.of(137, 80), description: 'A line that rises' },
      { name: 'rows.json', data: '{"é":1}' },
    ];
    const command = commandThat((interaction) =>
      respond(interaction, { text: 'Here', buttons: [], files }, 'shared'),
    );
    harness = await startHarness({ commands: [command] });

    const reply = await harness.loopback.member('Ann').slash('try');

    const seen = reply.message?.attachments ?? [];
    expect(seen.map(({ filename, size, description }) => [filename, size, description])).toEqual([
      ['chart.png', 2, 'A line that rises'],
      ['rows.json', 8, ''],
    ]);
    expect(await (await fetch(seen[1]?.url ?? '')).text()).toBe('{"é":1}');
  });
});

describe('a form', () => {
  it('is opened, and what is filled in comes to its handler', async () => {
    const form = {
      id: 'wish|7',
      title: 'A wish',
      fields: [
        { kind: 'text' as const, id: 'what', label: 'What do you wish?', maxLength: 20, isRequired: true },
      ],
    };
    const command = commandThat((interaction) => openForm(interaction, form), {
      modals: {
        wish: async (interaction: Parameters<typeof respond>[0], [number]: string[]) => {
          const what = interaction.isModalSubmit() ? interaction.fields.getTextInputValue('what') : '';
          await respond(interaction, { text: `${number}: ${what}`, buttons: [] }, 'private');
        },
      },
    });
    harness = await startHarness({ commands: [command] });
    const ann = harness.loopback.member('Ann');

    const opened = await ann.slash('try');
    const sent = await ann.submitModal(opened, { 'What do you wish?': 'Rain' });

    expect([opened.modal?.title, sent.message?.content]).toEqual(['A wish', '7: Rain']);
  });
});
