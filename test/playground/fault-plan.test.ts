import { DiscordAPIError } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Stage, setStage } from './stage.js';

let stage: Stage;

beforeEach(async () => {
  stage = await setStage();
});

afterEach(async () => {
  await stage.end();
  expect(stage.loopback.refused).toEqual([]);
});

test('a fault after the effect leaves the reply standing and its retry told so', async () => {
  const fault = stage.loopback.fail({ method: 'POST', path: /\/callback$/, status: 500, after: 'effect' });
  const handled = stage.answerWith(async (interaction) => {
    if (interaction.isRepliable()) await interaction.reply('answered');
  });

  const reply = await stage.ann.slash('ask', { question: 'When?' });

  const error = await handled.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DiscordAPIError);
  expect(error).toMatchObject({ code: 40060 });
  expect(reply.message?.content).toBe('answered');
  expect(fault.hits).toBe(1);
});

test('an edit that fails after its effect is retried, and both edits show', async () => {
  stage.loopback.fail({ method: 'PATCH', path: /@original$/, status: 500, after: 'effect' });
  const handled = stage.answerWith(async (interaction) => {
    if (!interaction.isRepliable()) return;
    await interaction.reply('one');
    await interaction.editReply('two');
  });
  const reply = await stage.ann.slash('ask', { question: 'When?' });
  await handled;
  expect(reply.states.map(({ content }) => content)).toEqual(['one', 'two', 'two']);
});

test('a rate limit is waited out', async () => {
  const limit = stage.loopback.fail({ path: /\/callback$/, status: 429, retryAfter: 0.01, times: 2 });
  stage.answerWith(async (interaction) => {
    if (interaction.isRepliable()) await interaction.reply('at last');
  });
  const reply = await stage.ann.slash('ask', { question: 'When?' });
  expect(reply.message?.content).toBe('at last');
  expect(limit.hits).toBe(2);
});

test('a connection that is cut before the request’s effect is retried', async () => {
  const cut = stage.loopback.fail({ path: /\/callback$/, status: 'drop' });
  stage.answerWith(async (interaction) => {
    if (interaction.isRepliable()) await interaction.reply('here');
  });
  const reply = await stage.ann.slash('ask', { question: 'When?' });
  expect(reply.message?.content).toBe('here');
  expect(cut.hits).toBe(1);
});
