import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BotHarness, startHarness } from '../bot/bot-harness.js';

let harness: BotHarness;

beforeEach(async () => {
  harness = await startHarness();
});

afterEach(async () => {
  await harness.end();
  expect(harness.troubles()).toEqual([]);
});

/** Bob writes, Ann looks it up. */
async function find(content: string) {
  const { message } = await harness.loopback.member('Bob').say('general', content);
  return harness.loopback.member('Ann').contextMenu('Find in article', message);
}

it('shows privately what bears on a message, with its citation and a way to the context', async () => {
  const reply = await find('So how much has the agency spent on the base?');

  expect(reply.isEphemeral).toBe(true);
  expect(reply.message?.content).toMatch(
    /^This bears on that message\.\n> The .*3\.2 billion euros.*\n-# .*¶ 5 of 6/,
  );
  expect(reply.message?.buttons.map(({ label }) => label)).toEqual(['Context']);
});

it('looks a longer message up sentence by sentence', async () => {
  const reply = await find('How much has the agency spent? And who is it that leads the crew?');

  expect(reply.message?.content).toMatch(/^These passages bear on that message\./);
  expect(reply.message?.content).toContain('billion');
  expect(reply.message?.content).toContain('Okafor');
});

it('says so when nothing bears on the message', async () => {
  const reply = await find('penguins sleep standing up');

  expect(reply.isEphemeral).toBe(true);
  expect(reply.message?.content).toBe('Nothing in the article bears on that message.');
});

it('says so when the message has no text', async () => {
  const reply = await find('<@1> <:hm:2>');

  expect(reply.message?.content).toBe('That message has no text that I could look for.');
});
