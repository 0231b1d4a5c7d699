import { afterEach, expect, it } from 'vitest';
import { type BotHarness, startHarness } from '../bot/bot-harness.js';
import { makeArticle } from '../bot/make-article.js';
import { moonBase, rain } from '../bot/moon-base.js';

let harness: BotHarness;

afterEach(async () => {
  await harness.end();
  expect(harness.troubles()).toEqual([]);
});

it('/summary shows the sentences that carry the only article, for all to see', async () => {
  harness = await startHarness();

  const reply = await harness.loopback.member('Ann').slash('summary', { length: 'short' });

  expect(reply.isEphemeral).toBe(false);
  expect(reply.message?.content).toBe(
    [
      '**Agency picks crew for moon base**, in brief',
      '-# Meridian Wire, Ada Quill, 7 March 2031',
      '**¶ 1** Four astronauts will live at the Shackleton base for six months, the Lunar Agency said on Friday.',
      '**¶ 5** The agency has spent 3.2 billion euros on the base since 2025, its director Tomas Lind told reporters.',
      '**¶ 6** Lind declined to say whether a second crew will follow.',
    ].join('\n'),
  );
});

it('/summary asks which article is meant where there are several', async () => {
  harness = await startHarness({ articles: [moonBase(), rain()] });
  const ann = harness.loopback.member('Ann');

  expect((await ann.slash('summary')).message?.content).toContain('I know 2 articles:');
  expect((await ann.slash('summary', { article: 'rain' })).message?.content).toContain('in brief');
  expect((await ann.slash('summary', { article: 'sun' })).message?.content).toContain(
    'no article called “sun”',
  );
});

it('/summary fits a message and keeps Markdown tame, however long the sentences are', async () => {
  const long = (word: string) => `${word} **bold** @everyone ${`${word} and so on `.repeat(100)}`.trim();
  harness = await startHarness({
    articles: [makeArticle(['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((w) => [long(w)]))],
  });

  const reply = await harness.loopback.member('Ann').slash('summary', { length: 'long' });

  expect(reply.message?.content.length).toBeLessThanOrEqual(2_000);
  expect(reply.message?.content).toContain('\\*\\*bold\\*\\*');
  expect(reply.message?.mentions).toEqual([]);
});
