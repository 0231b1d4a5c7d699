import { Info } from 'luxon';
import type { Schedule } from '../store/schedules.js';
import { escapeText } from './escape-text.js';
import { plainReply, type Reply } from './reply.js';

const NONE = plainReply('No digest is posted by itself in this server. `/digest schedule` sets one up.');

function renderWhen({ weekday, minuteOfDay, timezone }: Schedule): string {
  const day =
    weekday === null ? 'every day' : `every ${Info.weekdays('long', { locale: 'en-US' })[weekday - 1]}`;
  const [hour, minute] = [Math.floor(minuteOfDay / 60), minuteOfDay % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${day} at ${hour}:${minute}, ${escapeText(timezone)}`;
}

/** Where and when digests are posted in a server: at most 20. Each reader sees the next time in their own zone. */
export function renderSchedules(schedules: readonly Schedule[]): Reply {
  if (schedules.length === 0) return NONE;
  const lines = schedules.map(
    (schedule) =>
      `- <#${schedule.channelId}> ${renderWhen(schedule)}; next <t:${Math.floor(schedule.nextAt / 1_000)}:R>`,
  );
  return plainReply(
    ['**What members asked is posted in**', ...lines, '-# Nothing is posted when nothing was asked.'].join(
      '\n',
    ),
  );
}
