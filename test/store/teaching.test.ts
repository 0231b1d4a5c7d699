import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MAX_LESSONS, type NewLesson } from '../../src/store/lessons.js';
import { openDatabase } from '../../src/store/open-database.js';
import { DATABASES } from './databases.js';
import { NOON, type StoreHarness, startStore } from './store-harness.js';

const LESSON: NewLesson = {
  guildId: '1',
  articleId: 'moon-base',
  articleVersion: 'abcdefghij',
  question: 'How old is the commander?',
  paragraph: 2,
  sentence: null,
  teacherId: '901',
};

describe.each(DATABASES)('what moderators set, in $name', (kind) => {
  let harness: StoreHarness;
  beforeEach(async () => {
    harness = await startStore(kind);
  });
  afterEach(() => harness.end());

  it('is in force at once: a lesson in its server, and in no other', async () => {
    const outcome = await harness.store.lessons.teach(LESSON);

    expect(outcome).toEqual({ kind: 'taught', id: expect.any(String), replaced: false });
    const { teacherId: _, ...lesson } = LESSON;
    expect(harness.store.lessons.of('1')).toEqual([
      { ...lesson, id: outcome.kind === 'taught' ? outcome.id : '', taughtAt: NOON },
    ]);
    expect([harness.store.lessons.of('2'), harness.store.lessons.of(null)]).toEqual([[], []]);
  });

  it('replaces the lesson for the same question, however it is typed', async () => {
    await harness.store.lessons.teach(LESSON);
    const outcome = await harness.store.lessons.teach({
      ...LESSON,
      question: 'how old is the COMMANDER',
      paragraph: null,
    });

    expect(outcome).toMatchObject({ kind: 'taught', replaced: true });
    expect(harness.store.lessons.of('1').map(({ paragraph }) => paragraph)).toEqual([null]);
  });

  it('keeps a list that is the same object until something changes', async () => {
    await harness.store.lessons.teach(LESSON);
    const before = harness.store.lessons.of('1');
    await harness.store.lessons.teach({ ...LESSON, guildId: '2' });
    const unchanged = harness.store.lessons.of('1');
    await harness.store.lessons.remove('1', before[0]?.id ?? '');

    expect(unchanged).toBe(before);
    expect(harness.store.lessons.of('1')).toEqual([]);
  });

  it('removes a lesson of the own server only', async () => {
    await harness.store.lessons.teach(LESSON);
    const [lesson] = harness.store.lessons.of('1');

    const elsewhere = await harness.store.lessons.remove('2', lesson?.id ?? '');
    const own = await harness.store.lessons.remove('1', lesson?.id ?? '');

    expect([elsewhere, own]).toEqual([false, true]);
  });

  it('takes no more lessons than a server may have', async () => {
    const { main, close } = openDatabase(harness.database.url);
    const rows = Array.from({ length: MAX_LESSONS }, (_, number) => ({
      id: `lesson ${number}`,
      guild_id: '1',
      article_id: LESSON.articleId,
      article_version: LESSON.articleVersion,
      question: `Question ${number}`,
      folded: `question ${number}`,
      paragraph: 1,
      taught_by: '',
      taught_at: NOON,
    }));
    await main.insertInto('lessons').values(rows).execute();
    await close();

    expect(await harness.store.lessons.teach(LESSON)).toEqual({ kind: 'full' });
    expect(await harness.store.lessons.teach({ ...LESSON, question: 'Question 7' })).toMatchObject({
      replaced: true,
    });
  });

  it('reaches another process within a second, and one that starts later at once', async () => {
    const other = harness.another();
    await other.opened;

    await harness.store.lessons.teach(LESSON);
    await harness.store.settings.change('1', { moderatorChannelId: '12' });

    await expect.poll(() => other.settings.of('1').moderatorChannelId, { timeout: 1_000 }).toBe('12');
    expect(other.lessons.of('1').map(({ question }) => question)).toEqual([LESSON.question]);
    const later = harness.another();
    await later.opened;
    expect(later.lessons.of('1')).toHaveLength(1);
  });

  it('loses no lesson when two processes teach at the same time', async () => {
    const other = harness.another();
    await other.opened;

    await Promise.all(
      Array.from({ length: 20 }, (_, number) =>
        (number % 2 ? other : harness.store).lessons.teach({ ...LESSON, question: `Question ${number}` }),
      ),
    );

    await expect.poll(() => other.lessons.of('1').length, { timeout: 1_000 }).toBe(20);
    await expect.poll(() => harness.store.lessons.of('1').length, { timeout: 1_000 }).toBe(20);
  });

  it('has defaults until it is set, and again when it is set to nothing', async () => {
    expect(harness.store.settings.of('1')).toEqual({
      moderatorChannelId: null,
      defaultArticleId: null,
      channelArticleIds: {},
    });

    await harness.store.settings.change('1', { moderatorChannelId: '12' });
    expect(harness.store.settings.of('1')).toMatchObject({ moderatorChannelId: '12' });

    await harness.store.settings.change('1', { moderatorChannelId: null });
    expect(harness.store.settings.of('1')).toEqual({
      moderatorChannelId: null,
      defaultArticleId: null,
      channelArticleIds: {},
    });
  });
});
