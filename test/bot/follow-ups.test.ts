import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BotHarness, startHarness } from './bot-harness.js';

let harness: BotHarness;
let clock = 0;

beforeEach(async () => {
  clock = 0;
  harness = await startHarness({ start: { now: () => clock } });
});

afterEach(() => harness.end());

const MINUTE_MS = 60_000;

async function dm(name: string, text: string): Promise<string> {
  const said = await harness.loopback.member(name).dm(text);
  return (await said.answer()).content;
}

async function slash(name: string, question: string): Promise<string | undefined> {
  const reply = await harness.loopback.member(name).slash('ask', { question });
  return reply.message?.text;
}

describe('a follow-up', () => {
  it('leans on what the same member asked before in a direct message', async () => {
    await dm('Ann', 'When does the crew lift off?');

    expect(await dm('Ann', 'from where?')).toContain('Kourou');
  });

  it('leans on the question before the last where that one leaned too', async () => {
    await dm('Ann', 'When does the crew lift off?');
    await dm('Ann', 'from where?');

    expect(await dm('Ann', 'and how long does it take?')).toContain('takes five days');
  });

  it('works with commands and mentions in one channel', async () => {
    const ann = harness.loopback.member('Ann');
    await slash('Ann', 'When does the crew lift off?');
    const said = await ann.say('general', `${harness.loopback.bot.mention} from where?`);

    expect((await said.answer()).content).toContain('Kourou');
  });

  it('is nobody else’s', async () => {
    await dm('Ann', 'When does the crew lift off?');

    expect(await dm('Bob', 'from where?')).not.toContain('Kourou');
  });

  it('is forgotten in another channel', async () => {
    await dm('Ann', 'When does the crew lift off?');

    expect(await slash('Ann', 'from where?')).not.toContain('Kourou');
  });

  it('is forgotten after ten minutes, and not before', async () => {
    await dm('Ann', 'When does the crew lift off?');
    clock += 9 * MINUTE_MS;
    expect(await dm('Ann', 'from where?')).toContain('Kourou');

    clock += 11 * MINUTE_MS;
    expect(await dm('Ann', 'from where?')).not.toContain('Kourou');
  });
});
