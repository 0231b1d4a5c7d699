import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type StoreBot, startStoreBot } from '../bot/store-bot.js';

let bot: StoreBot;

beforeEach(async () => {
  bot = await startStoreBot();
});

afterEach(async () => {
  await bot.end();
  expect(bot.troubles()).toEqual([]);
});

describe('/settings', () => {
  it('shows what is set, says what it means, and keeps it', async () => {
    const mo = bot.loopback.member('Mo', { moderator: true });
    const replies = [];
    for (const [subcommand, values] of [
      ['show', {}],
      ['moderators', { channel: 'mods' }],
      ['show', {}],
      ['moderators', {}],
    ] as const) {
      replies.push((await mo.slash('settings', values, { subcommand })).message?.content);
    }

    const mods = mo.channelId('mods');
    expect(replies.map((text) => text?.slice(0, 26))).toEqual([
      '**Ask a moderator**: off. ',
      '**Ask a moderator**: on. W',
      '**Ask a moderator**: on. W',
      '**Ask a moderator**: off. ',
    ]);
    expect(replies[2]).toContain(`<#${mods}>`);
  });

  it('is for those who manage the server', async () => {
    await expect(bot.loopback.member('Ann').slash('settings', {}, { subcommand: 'show' })).rejects.toThrow(
      'permission',
    );
  });
});
