import { afterEach, beforeEach, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine.js';
import type { Library } from '../../src/library/library.js';
import { StoreError } from '../../src/store/store-error.js';
import { type BotHarness, startHarness } from './bot-harness.js';
import { moonBase } from './moon-base.js';

let harness: BotHarness;
let open: (library: Library) => void;
let fail: (error: Error) => void;
/** How often a library was asked for. */
let asked: number;

beforeEach(async () => {
  asked = 0;
  const opening = new Promise<Library>((resolve, reject) => {
    open = resolve;
    fail = reject;
  });
  opening.catch(() => undefined);
  const of = () => {
    asked++;
    return opening;
  };
  harness = await startHarness({ start: { libraries: { of } } });
});

afterEach(() => harness.end());

const library = { engine: createEngine([moonBase()]) };

it('a question is thought about while articles are made ready, then answered', async () => {
  const reply = await harness.loopback.member('Ann').slash('ask', { question: 'Who leads the crew?' });
  expect(reply.isThinking).toBe(true);
  open(library);
  expect((await reply.answered()).content).toContain('Ines Okafor');
});

it('what cannot wait is told to try again', async () => {
  const reply = await harness.loopback.member('Ann').slash('article');
  expect(reply.message?.content).toBe('I am still reading this server’s articles. Try again in a moment.');
  expect(reply.isEphemeral).toBe(true);
  open(library);
});

it('a mention waits until it can be answered', async () => {
  const said = await harness.loopback
    .member('Ann')
    .say('general', `${harness.loopback.bot.mention} Who leads the crew?`);
  await expect.poll(() => asked).toBe(1);
  open(library);
  expect((await said.answer()).content).toContain('Ines Okafor');
});

it('nobody is told more than to try again where the articles cannot be had', async () => {
  fail(new StoreError('the disk is gone'));
  const ann = harness.loopback.member('Ann');
  const reply = await ann.slash('ask', { question: 'Who leads the crew?' });
  const said = await ann.say('general', `${harness.loopback.bot.mention} Who leads the crew?`);

  const text = 'I cannot get at this server’s articles right now. Please try again in a few minutes.';
  expect(reply.message?.content).toBe(text);
  expect((await said.answer()).content).toBe(text);
  expect(harness.troubles()).toEqual([]);
});
