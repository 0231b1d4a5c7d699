import { SlashCommandBuilder } from 'discord.js';
import type { SlashCommand } from '../src/bot/command.js';
import { CONTEXTS, INTEGRATION_TYPES } from '../src/bot/install-everywhere.js';
import { HELP } from '../src/bot/render-help.js';
import { respond } from '../src/bot/respond.js';

/** `/help`: what the bot can do. */
export default {
  kind: 'slash',
  data: new SlashCommandBuilder()
    .setName('help')
    .setDescription('What I can do, in a few lines')
    .setIntegrationTypes(INTEGRATION_TYPES)
    .setContexts(CONTEXTS),
  async execute(interaction) {
    await respond(interaction, HELP, 'private');
  },
} satisfies SlashCommand;
