import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Member } from '../../src/playground/member/member.js';
import { type StoreBot, startStoreBot } from '../bot/store-bot.js';

let bot: StoreBot;
let mo: Member;

beforeEach(async () => {
  bot = await startStoreBot();
  mo = bot.loopback.member('Mo', { moderator: true });
});

afterEach(async () => {
  await bot.end();
  expect(bot.troubles()).toEqual([]);
});

async function digest(subcommand: string, values: Record<string, string> = {}): Promise<string> {
  const reply = await mo.slash('digest', values, { subcommand });
  expect(reply.isEphemeral).toBe(true);
  return reply.message?.content ?? '';
}

describe('/digest', () => {
  it('schedules a digest and says when it comes, shows it, and ends it', async () => {
    const mods = mo.channelId('mods');
    const scheduled = await digest('schedule', {
      channel: 'mods',
      every: 'Monday',
      at: '9:05',
      timezone: 'Europe/Berlin',
    });
    const shown = await digest('show');
    const ended = await digest('unschedule', { channel: 'mods' });

    expect(scheduled).toMatch(
      new RegExp(`- <#${mods}> every Monday at 09:05, Europe/Berlin; next <t:\\d+:R>\\n-# Nothing is posted`),
    );
    expect(shown).toBe(scheduled);
    expect(ended).toContain('no longer posted');
    expect(await digest('show')).toContain('No digest is posted');
    expect(await digest('unschedule')).toContain('No digest was scheduled');
  });

  it('has one schedule a channel: the last one', async () => {
    await digest('schedule', { channel: 'mods', every: 'day', at: '9' });
    const again = await digest('schedule', { channel: 'mods', every: 'day', at: '21.30' });

    expect(again).toContain('every day at 21:30, UTC');
    expect(again).not.toContain('09:00');
  });

  it.each([
    ['at', 'noon', 'a time of day'],
    ['at', '24:00', 'a time of day'],
    ['timezone', 'Middle/Earth', 'time zone'],
  ])('says what is wrong with %s: %s', async (option, value, said) => {
    expect(
      await digest('schedule', { channel: 'mods', every: 'day', at: '9:00', [option]: value }),
    ).toContain(said);
    expect(await bot.store.schedules.list(bot.loopback.guildId)).toEqual([]);
  });

  it('offers time zones while one is typed', async () => {
    const offer = async (typed: string) =>
      (await mo.autocomplete('digest', 'timezone', typed, { subcommand: 'schedule' })).choices.map(
        ({ value }) => value,
      );

    expect(await offer('new yo')).toEqual(['America/New_York']);
    expect((await offer('berl'))[0]).toBe('Europe/Berlin');
    expect(await offer('')).toContain('UTC');
  });

  it('is for those who manage the server', async () => {
    await expect(bot.loopback.member('Ann').slash('digest', {}, { subcommand: 'show' })).rejects.toThrow(
      'permission',
    );
  });
});
