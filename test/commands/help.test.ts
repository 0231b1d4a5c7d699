import { expect, it } from 'vitest';
import { startHarness } from '../bot/bot-harness.js';

it('/help says in a few lines what the bot can do, to the member only', async () => {
  const harness = await startHarness();

  const reply = await harness.loopback.member('Ann').slash('help');

  expect(reply.isEphemeral).toBe(true);
  expect(reply.message?.content.split('\n')).toEqual([
    expect.stringContaining('`/ask`'),
    expect.stringContaining('`/article`'),
    expect.stringContaining('`/summary`'),
    expect.stringContaining('Find in article'),
    expect.stringContaining('direct message'),
    expect.stringContaining('`/corpus add`'),
    expect.stringContaining('quote'),
  ]);
  await harness.end();
});
