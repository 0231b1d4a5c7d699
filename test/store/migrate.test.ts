import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { migrate } from '../../src/store/migrate.js';
import { MIGRATIONS } from '../../src/store/migrations/migrations.js';
import { openDatabase } from '../../src/store/open-database.js';
import { createQuestionId } from '../../src/store/question-id.js';
import { createStore } from '../../src/store/store.js';
import { keepLog } from '../bot/bot-harness.js';
import { DATABASES, type TestDatabase } from './databases.js';
import { NOON } from './store-harness.js';

const VERSIONS = Object.keys(MIGRATIONS).sort();

/** As ids are: by time. */
const ID = createQuestionId(NOON);

/** Rows of the first version, as it wrote them: what every later one must still know. */
const FIRST = [
  `insert into questions (id, asked_at, guild_id, channel_id, article_id, question, folded, language, answered,
     paragraph, confidence, source, asker)
   values ('${ID}', ${NOON}, '1', '11', 'moon-base', 'Who leads?', 'who leads', 'en', 1, 2, 0.5, 'slash', 'x')`,
  `insert into votes (question_id, voter, helpful, comment, voted_at) values ('${ID}', 'y', 1, null, ${NOON})`,
  `insert into counters (name, value) values ('revision', 1)`,
  `insert into changes (guild_id, revision) values ('1', 1)`,
  `insert into lessons (id, guild_id, article_id, article_version, question, folded, paragraph, sentence, taught_by, taught_at)
   values ('a', '1', 'moon-base', 'abcdefghij', 'Who leads?', 'who leads', 2, null, 'z', ${NOON})`,
  `insert into settings (guild_id, name, value) values ('1', 'moderatorChannelId', '"12"')`,
];

describe.each(DATABASES)('a database in $name', (kind) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await kind.create();
  });
  afterEach(() => database.drop());

  it.each(VERSIONS)('of version %s is brought up to date, and keeps what it holds', async (version) => {
    const old = openDatabase(database.url);
    await migrate(old.main, VERSIONS[0]);
    for (const row of FIRST) await sql.raw(row).execute(old.main);
    await migrate(old.main, version);
    await old.close();

    const store = createStore(database.url, { log: keepLog().log, retentionDays: 90, now: () => NOON });
    await store.opened;
    const scope = { guildId: '1', from: NOON, to: NOON + 1 };
    const totals = await store.digests.totals(scope);
    const [lessons, settings] = [store.lessons.of('1'), store.settings.of('1')];
    await store.close();

    expect(totals).toMatchObject({ asked: 1, answered: 1, askers: 1, helpful: 1 });
    expect(lessons).toMatchObject([{ question: 'Who leads?', paragraph: 2 }]);
    expect(settings.moderatorChannelId).toBe('12');
  });

  it('is made once when several processes start at the same moment', async () => {
    const { log, lines } = keepLog();
    const stores = Array.from({ length: 4 }, () => createStore(database.url, { log, retentionDays: 90 }));

    await Promise.all(stores.map(({ opened }) => opened));
    const codes = await Promise.all(stores.map(({ members }) => members.export('701')));
    for (const store of stores) await store.close();

    expect(codes).toHaveLength(4);
    expect(lines.filter(({ level }) => level >= 40)).toEqual([]);
  });

  it('that a newer version has been at is left alone, and the operator is told', async () => {
    const newer = openDatabase(database.url);
    await migrate(newer.main);
    await sql
      .raw(`insert into kysely_migration (name, timestamp) values ('999-tomorrow', '2099-01-01')`)
      .execute(newer.main);
    await newer.close();
    const { log, lines } = keepLog();

    const store = createStore(database.url, { log, retentionDays: 90 });
    await expect(store.opened).rejects.toThrow('a newer version of Pincite');
    await store.close();

    expect(lines.map(({ level, cause }) => [level, cause])).toEqual([
      [50, 'a newer version of Pincite has changed it (999-tomorrow)'],
    ]);
  });
});
