import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_DRAFTS } from '../../src/store/articles.js';
import { DATABASES } from './databases.js';
import { MINUTE, type StoreHarness, startStore } from './store-harness.js';

const article = (id: string, source = `text of ${id}`) => ({
  id,
  version: `${id}-1`,
  title: `The ${id}`,
  source,
});

describe.each(DATABASES)('a server’s articles, in $name', (kind) => {
  let harness: StoreHarness;
  beforeEach(async () => {
    harness = await startStore(kind);
  });
  afterEach(() => harness.end());

  const articles = () => harness.store.articles;
  const ids = () =>
    articles()
      .of('1')
      .map(({ id }) => id);

  it('are kept, found with their text, and nobody else’s', async () => {
    await articles().keep('1', article('zebra'), '701');
    await articles().keep('1', article('ant', 'Añt'), '701');
    await articles().keep('2', article('ant'), '702');

    expect(ids()).toEqual(['ant', 'zebra']);
    expect(await articles().load('1')).toMatchObject([
      { id: 'ant', source: 'Añt', bytes: 4 },
      { id: 'zebra' },
    ]);
    expect(articles().of('3')).toEqual([]);
    expect(articles().of(null)).toEqual([]);
  });

  it('are the same list until one of them changes, whatever else is set', async () => {
    await articles().keep('1', article('ant'), '701');
    const before = articles().of('1');
    await harness.store.settings.change('1', { moderatorChannelId: '12' });
    const after = articles().of('1');
    await articles().keep('1', { ...article('ant'), version: 'ant-2' }, '701');

    expect(after).toBe(before);
    expect(articles().of('1')).not.toBe(before);
    expect(articles().of('1')).toMatchObject([{ version: 'ant-2' }]);
  });

  it('reach other processes', async () => {
    const other = harness.another();
    await other.opened;
    await articles().keep('1', article('ant'), '701');

    await expect.poll(() => other.articles.of('1').length).toBe(1);
  });

  it('come back within ten minutes of their removal, not later', async () => {
    await articles().keep('1', article('ant'), '701');
    const removed = await articles().remove('1', 'ant', '701');
    const gone = [ids(), await articles().remove('1', 'ant', '701'), await articles().load('1')];
    harness.clock.now += 9 * MINUTE;
    const restored = await articles().restore('1', 'ant', '701');
    const there = ids();
    await articles().remove('1', 'ant', '701');
    harness.clock.now += 11 * MINUTE;

    expect([removed, ...gone]).toEqual([true, [], false, []]);
    expect([restored, there]).toEqual([true, ['ant']]);
    expect(await articles().restore('1', 'ant', '701')).toBe(false);
    expect(await articles().restore('1', 'never', '701')).toBe(false);
  });

  it('are refused beyond what the server may keep, what they take the place of set aside', async () => {
    const small = harness.another({ articleLimits: { articles: 2, bytes: 20 } });
    await small.opened;
    const keep = (id: string, source: string) => small.articles.keep('1', article(id, source), '701');

    expect(await keep('ant', '0123456789')).toMatchObject({ kind: 'kept' });
    expect(await keep('bee', '01234567890')).toEqual({ kind: 'full', limit: 'bytes' });
    expect(await keep('bee', '0123456789')).toMatchObject({ kind: 'kept' });
    expect(await keep('cow', '')).toEqual({ kind: 'full', limit: 'articles' });
    expect(await keep('bee', '9876543210')).toMatchObject({ kind: 'kept' });
    await small.articles.remove('1', 'ant', '701');
    expect(await keep('cow', '')).toMatchObject({ kind: 'kept' });
  });

  it('have ids of their own, when two processes choose them at once', async () => {
    const other = harness.another();
    await other.opened;
    const chosen = { ...article('ant'), id: (taken: ReadonlySet<string>) => `ant-${taken.size + 1}` };

    const outcomes = await Promise.all([
      articles().keep('1', chosen, '701'),
      other.articles.keep('1', chosen, '702'),
    ]);

    expect(outcomes.map((outcome) => outcome.kind === 'kept' && outcome.id).sort()).toEqual([
      'ant-1',
      'ant-2',
    ]);
    expect((await articles().load('1')).map(({ id }) => id)).toEqual(['ant-1', 'ant-2']);
  });

  it('have a list of who changed what, newest first, from which a member can be forgotten', async () => {
    await articles().keep('1', article('ant'), '701');
    harness.clock.now += MINUTE;
    await articles().keep('1', article('ant'), '702');
    harness.clock.now += MINUTE;
    await articles().remove('1', 'ant', '702');
    await harness.store.members.forget('701');

    const log = await articles().log('1', 10);
    expect(log.map(({ act, memberId, title }) => [act, memberId, title])).toEqual([
      ['removed', '702', 'The ant'],
      ['replaced', '702', 'The ant'],
      ['added', '', 'The ant'],
    ]);
    expect(await articles().log('2', 10)).toEqual([]);
  });

  it('wait as drafts for an hour, not too many at once', async () => {
    const id = await articles().draft('1', 'text', null);
    await articles().changeDraft('1', id ?? '', 'other text');
    const found = await articles().findDraft('1', id ?? '');
    const elsewhere = await articles().findDraft('2', id ?? '');
    for (let i = 1; i < MAX_DRAFTS; i++) await articles().draft('1', 'text', 'ant');
    const tooMany = await articles().draft('1', 'text', null);
    harness.clock.now += 61 * MINUTE;

    expect(found).toEqual({ id, source: 'other text', replaces: null });
    expect([elsewhere, tooMany]).toEqual([null, null]);
    expect(await articles().findDraft('1', id ?? '')).toBeNull();
    expect(await articles().draft('1', 'text', null)).not.toBeNull();
  });
});
