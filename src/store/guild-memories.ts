import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Kysely, Selectable } from 'kysely';
import type { Logger } from 'pino';
import type { Connection } from './connection.js';
import { DEFAULT_SETTINGS, type GuildSettings, readSettings } from './guild-settings.js';
import type { KeptArticle } from './kept-article.js';
import type { KeptLesson } from './kept-lesson.js';
import type { Schema } from './schema.js';
import { StoreError } from './store-error.js';

/** How soon a change made by another process is seen, in milliseconds. */
const POLL_MS = 500;

const NOTHING: GuildMemory = { lessons: [], settings: DEFAULT_SETTINGS, articles: [] };

/** What is known of a server without asking the database. */
export interface GuildMemory {
  readonly lessons: readonly KeptLesson[];
  readonly settings: GuildSettings;
  /** Without their texts: the same array until one of them changes. */
  readonly articles: readonly KeptArticle[];
}

/**
 * Lessons, settings and the list of articles of every server, in memory: answering looks at them and must not wait for a database.
 * Read anew whenever this or another process has changed them; as last read while it is out of reach.
 */
export class GuildMemories {
  readonly #guilds = new Map<string, GuildMemory>();
  /** The last change of each server that is in memory, and of all of them. */
  readonly #revisions = new Map<string, number>();
  #revision = 0;
  readonly #closing = new AbortController();
  readonly #polling: Promise<void>;

  constructor(
    private readonly connection: Connection,
    private readonly log: Logger,
  ) {
    this.#polling = this.#poll();
  }

  /** The same object until something changes. */
  of(guildId: string | null): GuildMemory {
    return (guildId !== null && this.#guilds.get(guildId)) || NOTHING;
  }

  /** Reads what has changed. @throws StoreError when the database is out of reach */
  async refresh(): Promise<void> {
    await this.connection.read(async (db) => {
      const changes = await db
        .selectFrom('changes')
        .selectAll()
        .where('revision', '>', this.#revision)
        .orderBy('revision')
        .execute();
      for (const { guild_id, revision } of changes) {
        const memory = await readGuild(db, guild_id, this.of(guild_id));
        // Of two refreshes at once the slower one must not bring back what it had read before.
        if (revision > (this.#revisions.get(guild_id) ?? 0)) {
          this.#guilds.set(guild_id, memory);
          this.#revisions.set(guild_id, revision);
        }
        this.#revision = Math.max(this.#revision, revision);
      }
    });
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#polling;
  }

  async #poll(): Promise<void> {
    const { signal } = this.#closing;
    await this.connection.opened.catch(() => undefined);
    while (!signal.aborted) {
      try {
        await this.refresh();
      } catch (error) {
        // What is out of reach has been said already; a damaged file stays so.
        if (!(error instanceof StoreError)) this.log.error({ err: error }, 'lessons could not be read');
        if (!(error instanceof StoreError) || error.isFinal) return;
      }
      await sleep(POLL_MS, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }
}

async function readGuild(db: Kysely<Schema>, guildId: string, before: GuildMemory): Promise<GuildMemory> {
  const lessons = await db
    .selectFrom('lessons')
    .selectAll()
    .where('guild_id', '=', guildId)
    .orderBy('taught_at')
    .orderBy('id')
    .execute();
  const settings = await db
    .selectFrom('settings')
    .select(['name', 'value'])
    .where('guild_id', '=', guildId)
    .execute();
  const articles = await db
    .selectFrom('articles')
    .select(['id', 'version', 'title', 'bytes', 'added_at'])
    .where('guild_id', '=', guildId)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute();
  const kept = articles.map(({ added_at: addedAt, ...article }) => ({ ...article, addedAt }));
  return {
    lessons: lessons.map(toLesson),
    settings: readSettings(Object.fromEntries(settings.map(({ name, value }) => [name, value]))),
    // A taught question must not have every article of the server read anew.
    articles: isDeepStrictEqual(kept, before.articles) ? before.articles : kept,
  };
}

function toLesson(row: Selectable<Schema['lessons']>): KeptLesson {
  return {
    id: row.id,
    guildId: row.guild_id,
    articleId: row.article_id,
    articleVersion: row.article_version,
    question: row.question,
    paragraph: row.paragraph,
    sentence: row.sentence,
    taughtAt: row.taught_at,
  };
}
