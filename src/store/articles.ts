import type { Kysely } from 'kysely';
import type { ArticleLimits } from './article-limits.js';
import type { Connection } from './connection.js';
import type { GuildMemories } from './guild-memories.js';
import type { ArticleSource, KeptArticle } from './kept-article.js';
import { createQuestionId } from './question-id.js';
import type { Schema } from './schema.js';
import { noteChange } from './server-changes.js';

/** How long a removal can be undone, in milliseconds. */
export const UNDO_MS = 10 * 60_000;
/** How long a draft waits to be kept, in milliseconds. */
export const DRAFT_MS = 60 * 60_000;
/** Drafts of one server that wait at once: their text is in the database meanwhile. */
export const MAX_DRAFTS = 20;

/** What was done to a server's articles. */
export const CORPUS_ACTS = ['added', 'replaced', 'removed', 'restored', 'made the default'] as const;
export type CorpusAct = (typeof CORPUS_ACTS)[number];

/** A line of the list of changes. */
export interface CorpusChange {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Discord's id; empty for one who wanted to be forgotten. */
  readonly memberId: string;
  readonly act: CorpusAct;
  readonly articleId: string;
  readonly title: string;
}

/** An article that waits for a moderator to look at it. */
export interface Draft {
  readonly id: string;
  readonly source: string;
  /** The id of the article it is to take the place of; null for a new one. */
  readonly replaces: string | null;
}

export type KeepOutcome =
  | { readonly kind: 'kept'; readonly id: string }
  /** `limit` says which of the bounds it would break. */
  | { readonly kind: 'full'; readonly limit: 'articles' | 'bytes' };

/** An id that is free. @param taken the ids of the server's own articles */
type ChooseId = (taken: ReadonlySet<string>) => string;

type NewArticle = Omit<ArticleSource, 'id' | 'addedAt' | 'bytes'> & { readonly id: string | ChooseId };

/** Articles that belong to a server alone. Every method that returns a promise throws StoreError. */
export class Articles {
  constructor(
    private readonly connection: Connection,
    private readonly memory: Pick<GuildMemories, 'of' | 'refresh'>,
    readonly limits: ArticleLimits,
    private readonly now: () => number,
  ) {}

  /** A server's articles by id, at once, from memory: the same array until they change. */
  of(guildId: string | null): readonly KeptArticle[] {
    return this.memory.of(guildId).articles;
  }

  /** The texts of those of a server's articles. @param ids left out: of all */
  async load(guildId: string, ids?: readonly string[]): Promise<ArticleSource[]> {
    const rows = await this.connection.read((db) =>
      db
        .selectFrom('articles')
        .selectAll()
        .where('guild_id', '=', guildId)
        .where('removed_at', 'is', null)
        .$if(ids !== undefined, (query) => query.where('id', 'in', ids ?? []))
        .orderBy('id')
        .execute(),
    );
    return rows.map(({ id, version, title, source, bytes, added_at }) => ({
      id,
      version,
      title,
      source,
      bytes,
      addedAt: added_at,
    }));
  }

  /**
   * Keeps an article, in place of the one with its id if there is one. Durable, and in force in this process, when it
   * resolves; in others within a second. An id that is to be chosen is, while nobody else can keep one there.
   */
  async keep(guildId: string, article: NewArticle, memberId: string): Promise<KeepOutcome> {
    const bytes = Buffer.byteLength(article.source);
    const outcome = await this.connection.write((db) =>
      db.transaction().execute(async (transaction): Promise<KeepOutcome> => {
        await noteChange(transaction, guildId);
        const known = await transaction
          .selectFrom('articles')
          .select(['id', 'bytes'])
          .where('guild_id', '=', guildId)
          .where('removed_at', 'is', null)
          .execute();
        const id =
          typeof article.id === 'string' ? article.id : article.id(new Set(known.map((one) => one.id)));
        const others = known.filter((one) => one.id !== id);
        if (others.length >= this.limits.articles) return { kind: 'full', limit: 'articles' };
        const sum = others.reduce((all, one) => all + one.bytes, bytes);
        if (sum > this.limits.bytes) return { kind: 'full', limit: 'bytes' };
        const row = { ...article, id, guild_id: guildId, bytes, added_at: this.now(), removed_at: null };
        await transaction
          .insertInto('articles')
          .values(row)
          .onConflict((conflict) => conflict.columns(['guild_id', 'id']).doUpdateSet(row))
          .execute();
        const act = others.length < known.length ? 'replaced' : 'added';
        await this.#note(transaction, guildId, memberId, act, { id, title: article.title });
        return { kind: 'kept', id };
      }),
    );
    await this.memory.refresh();
    return outcome;
  }

  /** Takes an article away; for ten minutes it can be brought back. @returns false when there is none such */
  remove(guildId: string, id: string, memberId: string): Promise<boolean> {
    return this.#setRemoved(guildId, id, memberId, 'removed');
  }

  /** Brings a removed article back. @returns false when it is too late, or there is an article of that id again */
  restore(guildId: string, id: string, memberId: string): Promise<boolean> {
    return this.#setRemoved(guildId, id, memberId, 'restored');
  }

  /** Notes that an article was made the one that is asked when none is named. */
  async noteDefault(
    guildId: string,
    article: Pick<KeptArticle, 'id' | 'title'>,
    memberId: string,
  ): Promise<void> {
    await this.connection.write((db) => this.#note(db, guildId, memberId, 'made the default', article));
  }

  /** What was done to a server's articles, newest first. */
  async log(guildId: string, limit: number): Promise<CorpusChange[]> {
    const rows = await this.connection.read((db) =>
      db
        .selectFrom('corpus_log')
        .selectAll()
        .where('guild_id', '=', guildId)
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    );
    return rows.map(({ changed_at, member_id, act, article_id, title }) => ({
      at: changed_at,
      memberId: member_id,
      act: CORPUS_ACTS.find((known) => known === act) ?? 'added',
      articleId: article_id,
      title,
    }));
  }

  /** Puts a draft by. @returns its id; null when too many wait in that server */
  async draft(guildId: string, source: string, replaces: string | null): Promise<string | null> {
    const now = this.now();
    const id = createQuestionId(now);
    return this.connection.write((db) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .deleteFrom('drafts')
          .where('drafted_at', '<', now - DRAFT_MS)
          .execute();
        const waiting = await transaction
          .selectFrom('drafts')
          .select('id')
          .where('guild_id', '=', guildId)
          .execute();
        if (waiting.length >= MAX_DRAFTS) return null;
        const row = { id, guild_id: guildId, source, replaces, drafted_at: now };
        await transaction.insertInto('drafts').values(row).execute();
        return id;
      }),
    );
  }

  /** @returns null when there is no such draft in that server, or it has waited too long */
  async findDraft(guildId: string, id: string): Promise<Draft | null> {
    const row = await this.connection.read((db) =>
      db
        .selectFrom('drafts')
        .select(['id', 'source', 'replaces'])
        .where('guild_id', '=', guildId)
        .where('id', '=', id)
        .where('drafted_at', '>=', this.now() - DRAFT_MS)
        .executeTakeFirst(),
    );
    return row ?? null;
  }

  /** @returns false when there is no such draft (any more) */
  async changeDraft(guildId: string, id: string, source: string): Promise<boolean> {
    const { numUpdatedRows } = await this.connection.write((db) =>
      db
        .updateTable('drafts')
        .set({ source })
        .where('guild_id', '=', guildId)
        .where('id', '=', id)
        .executeTakeFirst(),
    );
    return numUpdatedRows > 0n;
  }

  async dropDraft(guildId: string, id: string): Promise<void> {
    await this.connection.write((db) =>
      db.deleteFrom('drafts').where('guild_id', '=', guildId).where('id', '=', id).execute(),
    );
  }

  async #setRemoved(
    guildId: string,
    id: string,
    memberId: string,
    act: 'removed' | 'restored',
  ): Promise<boolean> {
    const now = this.now();
    const done = await this.connection.write((db) =>
      db.transaction().execute(async (transaction) => {
        await noteChange(transaction, guildId);
        const article = await transaction
          .selectFrom('articles')
          .select(['id', 'title'])
          .where('guild_id', '=', guildId)
          .where('id', '=', id)
          .$if(act === 'removed', (query) => query.where('removed_at', 'is', null))
          .$if(act === 'restored', (query) => query.where('removed_at', '>=', now - UNDO_MS))
          .executeTakeFirst();
        if (!article) return false;
        await transaction
          .updateTable('articles')
          .set({ removed_at: act === 'removed' ? now : null })
          .where('guild_id', '=', guildId)
          .where('id', '=', id)
          .execute();
        await this.#note(transaction, guildId, memberId, act, article);
        return true;
      }),
    );
    await this.memory.refresh();
    return done;
  }

  async #note(
    db: Kysely<Schema>,
    guildId: string,
    memberId: string,
    act: CorpusAct,
    { id, title }: Pick<KeptArticle, 'id' | 'title'>,
  ): Promise<void> {
    const at = this.now();
    await db
      .insertInto('corpus_log')
      .values({
        id: createQuestionId(at),
        guild_id: guildId,
        changed_at: at,
        member_id: memberId,
        act,
        article_id: id,
        title,
      })
      .execute();
  }
}
