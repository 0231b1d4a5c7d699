import { ChannelType, SlashCommandBuilder } from 'discord.js';
import { IANAZone } from 'luxon';
import type { SlashCommand } from '../src/bot/command.js';
import { missingPermissions } from '../src/bot/missing-permissions.js';
import { moderatorsOnly } from '../src/bot/moderators-only.js';
import { permissionOf } from '../src/bot/permission-of.js';
import { renderSchedules } from '../src/bot/render-schedules.js';
import { plainReply } from '../src/bot/reply.js';
import { offer, respond } from '../src/bot/respond.js';
import { suggestTimezones } from '../src/bot/suggest-timezones.js';
import { MAX_SCHEDULES } from '../src/store/schedules.js';
import { nextOccurrence } from '../src/summary/next-occurrence.js';

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

const FULL = plainReply(
  `This server has ${MAX_SCHEDULES} digests already. \`/digest unschedule\` makes room.`,
);

/** `9`, `9:30`, `09.30` or `21:00` as minutes of the day; null for what is no time. */
function readTime(text: string): number | null {
  const [, hour = '', minute = '0'] = /^\s*(\d{1,2})(?:[:.h](\d{2}))?\s*$/.exec(text) ?? [];
  const minutes = Number(hour) * 60 + Number(minute);
  return hour === '' || Number(hour) > 23 || Number(minute) > 59 ? null : minutes;
}

/** `/digest`: what members asked, posted by itself. */
export default {
  kind: 'slash',
  data: moderatorsOnly(
    new SlashCommandBuilder()
      .setName('digest')
      .setDescription('Post what members asked by itself, daily or weekly'),
    'Manage Server',
  )
    .addSubcommand((command) =>
      command
        .setName('schedule')
        .setDescription('Post it in a channel, every day or once a week')
        .addChannelOption((option) =>
          option
            .setName('channel')
            .setDescription('Where; whoever reads it there sees what was asked, not who asked')
            .addChannelTypes(ChannelType.GuildText)
            .setRequired(true),
        )
        .addStringOption((option) =>
          option
            .setName('every')
            .setDescription('Every day, or on which day of the week')
            .setRequired(true)
            .addChoices(
              { name: 'day', value: 'day' },
              ...WEEKDAYS.map((name, i) => ({ name, value: String(i + 1) })),
            ),
        )
        .addStringOption((option) =>
          option
            .setName('at')
            .setDescription('Time of day, for example 9:00 or 21:30')
            .setRequired(true)
            .setMaxLength(8),
        )
        .addStringOption((option) =>
          option
            .setName('timezone')
            .setDescription('Whose time that is, for example Europe/Berlin; UTC unless you say')
            .setAutocomplete(true)
            .setMaxLength(40),
        ),
    )
    .addSubcommand((command) =>
      command
        .setName('unschedule')
        .setDescription('No longer post it')
        .addChannelOption((option) =>
          option
            .setName('channel')
            .setDescription('In this channel only; everywhere unless you say')
            .addChannelTypes(ChannelType.GuildText),
        ),
    )
    .addSubcommand((command) => command.setName('show').setDescription('Where and when it is posted')),
  async autocomplete(interaction) {
    await offer(interaction, suggestTimezones(interaction.options.getFocused()));
  },
  async execute(interaction, { store }) {
    const { guildId, refusal } = permissionOf(interaction, 'Manage Server');
    if (refusal) return respond(interaction, refusal, 'private');
    const { options } = interaction;
    if (options.getSubcommand() === 'show') {
      return respond(interaction, renderSchedules(await store.schedules.list(guildId)), 'private');
    }
    if (options.getSubcommand() === 'unschedule') {
      const removed = await store.schedules.remove(guildId, options.getChannel('channel')?.id);
      const text = removed === 0 ? 'No digest was scheduled there.' : 'Done: it is no longer posted there.';
      return respond(interaction, plainReply(text), 'private');
    }
    const chosen = options.getChannel('channel', true);
    const minuteOfDay = readTime(options.getString('at', true));
    if (minuteOfDay === null) {
      const text = 'I do not read that as a time of day. Write it as 9:00 or 21:30.';
      return respond(interaction, plainReply(text), 'private');
    }
    const timezone = options.getString('timezone') ?? 'UTC';
    if (!IANAZone.isValidZone(timezone)) {
      const text =
        'I do not know that time zone. Pick one from the list that opens while you type, such as Europe/Berlin.';
      return respond(interaction, plainReply(text), 'private');
    }
    const channel = await interaction.client.channels.fetch(chosen.id).catch(() => null);
    const missing = missingPermissions(channel, ['ViewChannel', 'SendMessages', 'AttachFiles']);
    if (missing.length > 0) {
      const text = `Nothing is scheduled: in <#${chosen.id}> I lack ${missing.join(' and ')}. Give me that, then try again.`;
      return respond(interaction, plainReply(text), 'private');
    }
    const every = options.getString('every', true);
    const when = { weekday: every === 'day' ? null : Number(every), minuteOfDay, timezone };
    const isSet = await store.schedules.set({
      ...when,
      guildId,
      channelId: chosen.id,
      every: every === 'day' ? 'day' : 'week',
      creatorId: interaction.user.id,
      nextAt: nextOccurrence(when, Date.now()),
    });
    await respond(
      interaction,
      isSet ? renderSchedules(await store.schedules.list(guildId)) : FULL,
      'private',
    );
  },
} satisfies SlashCommand;
