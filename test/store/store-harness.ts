import type { AskedQuestion } from '../../src/store/asked-question.js';
import { createQuestionId } from '../../src/store/question-id.js';
import { createStore, type Store, type StoreOptions } from '../../src/store/store.js';
import { keepLog, type LogLine } from '../bot/bot-harness.js';
import type { DatabaseKind, TestDatabase } from './databases.js';

/** Noon of a day in March. */
export const NOON = Date.UTC(2031, 2, 7, 12);
export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** A store on a database of its own, with a clock that stands still. */
export interface StoreHarness {
  readonly database: TestDatabase;
  readonly store: Store;
  readonly clock: { now: number };
  readonly log: readonly LogLine[];
  /** Another process on the same database. */
  another(options?: Partial<StoreOptions>): Store;
  /** Closes what was opened, and drops the database. */
  end(): Promise<void>;
}

/** Opens a store. Call `end` when done. */
export async function startStore(kind: DatabaseKind): Promise<StoreHarness> {
  const database = await kind.create();
  const clock = { now: NOON };
  const { log, lines } = keepLog();
  const opened: Store[] = [];
  const another = (options: Partial<StoreOptions> = {}): Store => {
    const store = createStore(database.url, { log, retentionDays: 90, now: () => clock.now, ...options });
    opened.push(store);
    return store;
  };
  const store = another();
  await store.opened;
  return {
    database,
    store,
    clock,
    log: lines,
    another,
    async end() {
      for (const each of opened) await each.close();
      await database.drop();
    },
  };
}

/** A question as Ann asks it in server 1 about the moon base, answered from its paragraph 3. */
export function asked(changes: Partial<AskedQuestion> = {}): AskedQuestion {
  const at = changes.at ?? NOON;
  return {
    id: createQuestionId(at),
    at,
    guildId: '1',
    channelId: '11',
    articleId: 'moon-base',
    text: 'When does the crew lift off?',
    language: 'en',
    answered: true,
    paragraph: 3,
    confidence: 0.75,
    source: 'slash',
    askerId: '701',
    ...changes,
  };
}

/** One that the article does not answer. */
export function unanswered(changes: Partial<AskedQuestion> = {}): AskedQuestion {
  return asked({
    text: 'How old is the director?',
    answered: false,
    paragraph: null,
    confidence: 0.2,
    ...changes,
  });
}
