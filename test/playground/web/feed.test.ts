import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Loopback, startLoopback } from '../../../src/playground/loopback.js';
import { follow } from '../../../src/playground/web/feed.js';
import type { News } from '../../../src/playground/web/wire.js';

let loopback: Loopback;
let told: News[];

beforeEach(async () => {
  loopback = await startLoopback();
  told = [];
});
afterEach(() => loopback.close());

/** The texts a page has been told of. */
function texts(): unknown[] {
  return told.flatMap((news) => (news.kind === 'message' ? news.message.body : []));
}

test('a page is told of what its member sees, and of nothing else', async () => {
  const ada = loopback.member('Ada');
  const mo = loopback.member('Mo', { moderator: true });
  const end = follow(loopback, ada, (news) => told.push(news));

  await mo.say('mods', 'a secret');
  await mo.dm('private');
  await mo.say('general', 'hello');
  await ada.dm('mine');

  expect(texts()).toEqual(['hello', 'mine']);
  end();
});

test('a page that is gone is told nothing', async () => {
  const ada = loopback.member('Ada');
  const end = follow(loopback, ada, (news) => told.push(news));
  end();

  await ada.say('general', 'hello');

  expect(told).toEqual([]);
  expect(loopback.events.listenerCount('message')).toBe(0);
});
