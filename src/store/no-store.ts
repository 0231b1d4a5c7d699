import { Articles } from './articles.js';
import type { Connection } from './connection.js';
import { Digests } from './digests.js';
import type { GuildMemory } from './guild-memories.js';
import { DEFAULT_SETTINGS } from './guild-settings.js';
import { Handovers } from './handovers.js';
import { Lessons } from './lessons.js';
import { Members } from './members.js';
import { Pseudonyms } from './pseudonyms.js';
import { Schedules } from './schedules.js';
import { Settings } from './settings.js';
import type { Store } from './store.js';
import { StoreError } from './store-error.js';
import { Votes } from './votes.js';

const fail = (): Promise<never> => Promise.reject(new StoreError('there is no database', { isFinal: true }));

const NOWHERE: Connection = {
  get opened() {
    return fail();
  },
  read: fail,
  write: fail,
  writeInBackground: fail,
  digest: fail,
  giveUp: () => undefined,
  close: async () => undefined,
};

const NOTHING: GuildMemory = { lessons: [], settings: DEFAULT_SETTINGS, articles: [] };
const EMPTY = { of: () => NOTHING, refresh: fail };

/** A store that keeps nothing: what needs a database throws `StoreError`, the rest is empty. */
export function createNoStore(): Store {
  const pseudonyms = new Pseudonyms(NOWHERE);
  const questions = { add: () => undefined, flush: async () => undefined, counts: { waiting: 0, lost: 0 } };
  return {
    isKept: false,
    questions,
    votes: new Votes(NOWHERE, pseudonyms, Date.now),
    lessons: new Lessons(NOWHERE, pseudonyms, EMPTY, Date.now),
    settings: new Settings(NOWHERE, EMPTY),
    articles: new Articles(NOWHERE, EMPTY, { articles: 0, bytes: 0 }, Date.now),
    schedules: new Schedules(NOWHERE),
    handovers: new Handovers(NOWHERE, Date.now),
    digests: new Digests(NOWHERE),
    members: new Members(NOWHERE, pseudonyms, questions),
    retentionDays: 0,
    get opened() {
      return fail();
    },
    close: async () => undefined,
  };
}
