import { ChannelType, SlashCommandBuilder } from 'discord.js';
import type { SlashCommand } from '../src/bot/command.js';
import { missingPermissions } from '../src/bot/missing-permissions.js';
import { moderatorsOnly } from '../src/bot/moderators-only.js';
import { permissionOf } from '../src/bot/permission-of.js';
import { plainReply, type Reply } from '../src/bot/reply.js';
import { respond } from '../src/bot/respond.js';
import type { GuildSettings } from '../src/store/guild-settings.js';

function renderSettings({ moderatorChannelId }: GuildSettings): Reply {
  return plainReply(
    moderatorChannelId === null
      ? '**Ask a moderator**: off. `/settings moderators` with a channel switches it on: where an article does not say, who asked can hand the question to you there.'
      : `**Ask a moderator**: on. Where an article does not say, who asked can hand the question to <#${moderatorChannelId}>. \`/settings moderators\` without a channel switches it off.`,
  );
}

/** `/settings`: what holds for the whole server. */
export default {
  kind: 'slash',
  data: moderatorsOnly(
    new SlashCommandBuilder().setName('settings').setDescription('Set what holds for this server'),
    'Manage Server',
  )
    .addSubcommand((command) => command.setName('show').setDescription('What is set'))
    .addSubcommand((command) =>
      command
        .setName('moderators')
        .setDescription('Where members’ questions go that the articles do not answer')
        .addChannelOption((option) =>
          option
            .setName('channel')
            .setDescription('A channel that moderators read; none switches it off')
            .addChannelTypes(ChannelType.GuildText),
        ),
    ),
  async execute(interaction, { store }) {
    const { guildId, refusal } = permissionOf(interaction, 'Manage Server');
    if (refusal) return respond(interaction, refusal, 'private');
    if (interaction.options.getSubcommand() === 'show') {
      return respond(interaction, renderSettings(store.settings.of(guildId)), 'private');
    }
    const chosen = interaction.options.getChannel('channel');
    if (chosen) {
      const channel = await interaction.client.channels.fetch(chosen.id).catch(() => null);
      const missing = missingPermissions(channel, ['ViewChannel', 'SendMessages']);
      if (missing.length > 0) {
        const text = `Nothing is changed: in <#${chosen.id}> I lack ${missing.join(' and ')}. Give me that, then try again.`;
        return respond(interaction, plainReply(text), 'private');
      }
    }
    await store.settings.change(guildId, { moderatorChannelId: chosen?.id ?? null });
    await respond(interaction, renderSettings(store.settings.of(guildId)), 'private');
  },
} satisfies SlashCommand;
