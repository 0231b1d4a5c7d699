import { afterEach, expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine.js';
import type { SeenMessage } from '../../src/playground/member/seen-message.js';
import { type BotHarness, startHarness } from '../bot/bot-harness.js';
import { makeArticle } from '../bot/make-article.js';
import { editedMoonBase, moonBase, rain } from '../bot/moon-base.js';

let harness: BotHarness;

afterEach(async () => {
  await harness.end();
  expect(harness.troubles()).toEqual([]);
});

/** Too long for one page. */
const LONG = makeArticle(Array.from({ length: 9 }, (_, i) => [`${i} ${'and so on '.repeat(50)}`.trim()]));

function paragraphsOn(message: SeenMessage | null): string | undefined {
  return message?.content.match(/(?<=¶ )\d/g)?.join('');
}

it('/article lists the articles, to the member only', async () => {
  harness = await startHarness({ articles: [moonBase(), rain()] });

  const reply = await harness.loopback.member('Ann').slash('article');

  expect(reply.isEphemeral).toBe(true);
  expect(reply.message?.content).toBe(
    [
      'I know 2 articles:',
      '**Agency picks crew for moon base**',
      '-# Meridian Wire, Ada Quill, 7 March 2031, 6 paragraphs',
      '**Rain returns to the northern valleys**',
      '-# Bo Sand, 2 paragraphs',
      '-# Read one with `/article` and its title.',
    ].join('\n'),
  );
});

it('/article shows one with its paragraphs numbered', async () => {
  harness = await startHarness({ articles: [moonBase(), rain()] });

  const reply = await harness.loopback.member('Ann').slash('article', { article: 'rain' });

  expect(reply.isEphemeral).toBe(true);
  expect(reply.message?.content).toBe(
    [
      '**Rain returns to the northern valleys**',
      '-# Bo Sand',
      '',
      '**¶ 1** After nine dry weeks rain fell in the northern valleys on Tuesday.',
      '',
      '**¶ 2** Farmers in Aldervik had asked the council for water from the reservoir.',
    ].join('\n'),
  );
});

it('/article offers articles while one is typed, and says so when it has none of that name', async () => {
  harness = await startHarness({ articles: [moonBase(), rain()] });
  const ann = harness.loopback.member('Ann');

  const offered = await ann.autocomplete('article', 'article', 'agen');
  const unknown = await ann.slash('article', { article: 'sun' });

  expect(offered.choices).toMatchObject([{ name: 'Agency picks crew for moon base', value: 'moon-base' }]);
  expect(unknown.message?.content).toBe('I have no article called “sun”. `/article` lists the ones I know.');
});

it('pages of an article are turned in the same message', async () => {
  harness = await startHarness({ articles: [LONG] });
  const ann = harness.loopback.member('Ann');
  const reply = await ann.slash('article', { article: LONG.id });
  if (!reply.message) throw new Error('no reply');

  const second = await ann.press(reply.message, 'Next ▶');
  const third = await ann.press(reply.message, 'Next ▶');
  const back = await ann.press(reply.message, '◀ Previous');

  expect([second, third, back].map(({ kind }) => kind)).toEqual(['update', 'update', 'update']);
  const states = [reply, second, third, back].flatMap((each) => each.states);
  expect(states.map(paragraphsOn)).toEqual(['12', '34', '56', '34']);
  expect(back.message?.id).toBe(reply.message.id);
});

it('pages of the list are turned in the same message', async () => {
  const articles = Array.from({ length: 10 }, (_, i) =>
    makeArticle([['One.']], { id: `n${i}`, title: `Number ${i}` }),
  );
  harness = await startHarness({ articles });
  const ann = harness.loopback.member('Ann');
  const reply = await ann.slash('article');
  if (!reply.message) throw new Error('no reply');

  await ann.press(reply.message, 'Next ▶');

  expect(reply.message.content.match(/Number \d/g)).toEqual(['Number 8', 'Number 9']);
});

it('a page is not turned into another text when the article has changed', async () => {
  harness = await startHarness({ articles: [LONG] });
  const ann = harness.loopback.member('Ann');
  const { message } = await ann.slash('article', { article: LONG.id });
  if (!message) throw new Error('no reply');
  harness.library.engine = createEngine([editedMoonBase()]);

  const reply = await ann.press(message, 'Next ▶');

  expect(reply.isEphemeral).toBe(true);
  expect(reply.message?.content).toMatch(/^The article has changed since then\./);
});
