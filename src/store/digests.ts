import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import { type AskedQuestion, readSource } from './asked-question.js';
import type { Connection } from './connection.js';
import type { Schema } from './schema.js';

/** Which questions a digest is about. */
export interface DigestScope {
  /** null: everywhere, direct messages included. For the operator alone: no server sees another's questions. */
  readonly guildId: string | null;
  /** Milliseconds since the epoch: from the first, up to but without the second. */
  readonly from: number;
  readonly to: number;
  /** This article only. */
  readonly articleId?: string | undefined;
}

/** The figures at the top of a digest. */
export interface Totals {
  readonly asked: number;
  readonly answered: number;
  /** Different members who asked. */
  readonly askers: number;
  /** Votes on these questions. */
  readonly helpful: number;
  readonly unhelpful: number;
  /** Questions that could not be kept, and are in none of the other figures. */
  readonly lost: number;
}

/** Questions of one day. */
export interface DayCount {
  /** When the day starts. */
  readonly start: number;
  readonly answered: number;
  readonly notSaid: number;
}

/** Questions that differ in no more than case, punctuation and white space. */
export interface AskedText {
  /** What they have in common. */
  readonly folded: string;
  /** One of them as it was asked. */
  readonly text: string;
  /** The newest of them. */
  readonly lastId: string;
  readonly asked: number;
  readonly answered: number;
}

/** A paragraph, and how often it was quoted. */
export interface QuotedParagraph {
  readonly articleId: string;
  /** 0: the article's metadata. */
  readonly paragraph: number;
  readonly quoted: number;
}

/** What a member was looking for and did not find. */
export interface UnhelpfulComment {
  readonly questionId: string;
  readonly text: string;
  readonly comment: string;
  readonly votedAt: number;
}

/** A question as it was asked, with its votes and without its asker. */
export interface LoggedQuestion extends Omit<AskedQuestion, 'askerId'> {
  readonly helpful: number;
  readonly unhelpful: number;
}

/** Every offset from UTC in use is a multiple of a quarter of an hour, in milliseconds. */
const QUARTER_MS = 15 * 60 * 1000;

/** What was asked in a period. Every method throws StoreError when the database is out of reach. */
export class Digests {
  constructor(private readonly connection: Connection) {}

  async totals(scope: DigestScope): Promise<Totals> {
    return this.connection.digest(async (db) => {
      const counts = await within(db, scope)
        .select(({ fn }) => [
          fn.countAll<number>().as('asked'),
          fn.coalesce(fn.sum<number>('answered'), sql<number>`0`).as('answered'),
        ])
        .executeTakeFirstOrThrow();
      const askers = await db
        .selectFrom(within(db, scope).select('asker').distinct().as('askers'))
        .select(({ fn }) => fn.countAll<number>().as('askers'))
        .executeTakeFirstOrThrow();
      const votes = await within(db, scope)
        .innerJoin('votes', 'votes.question_id', 'questions.id')
        .select(({ fn }) => [
          fn.countAll<number>().as('votes'),
          fn.coalesce(fn.sum<number>('helpful'), sql<number>`0`).as('helpful'),
        ])
        .executeTakeFirstOrThrow();
      return {
        asked: counts.asked,
        answered: Number(counts.answered),
        askers: askers.askers,
        helpful: Number(votes.helpful),
        unhelpful: votes.votes - Number(votes.helpful),
        lost: await countLost(db, scope),
      };
    });
  }

  /** @param dayStarts when each day starts, rising; the last one ends with the scope. */
  async perDay(scope: DigestScope, dayStarts: readonly number[]): Promise<DayCount[]> {
    const quarters = await this.connection.digest((db) =>
      within(db, scope)
        .select(({ fn }) => [
          sql<number>`asked_at / ${sql.lit(QUARTER_MS)}`.as('quarter'),
          fn.countAll<number>().as('asked'),
          fn.sum<number>('answered').as('answered'),
        ])
        .groupBy('quarter')
        .execute(),
    );
    return dayStarts.map((start, day) => {
      const end = dayStarts[day + 1] ?? scope.to;
      const own = quarters.filter(
        ({ quarter }) => quarter * QUARTER_MS >= start && quarter * QUARTER_MS < end,
      );
      const answered = own.reduce((sum, quarter) => sum + Number(quarter.answered), 0);
      const asked = own.reduce((sum, quarter) => sum + quarter.asked, 0);
      return { start, answered, notSaid: asked - answered };
    });
  }

  /** The texts asked most, most frequent first. @param answered only those (not) answered, if given. */
  async mostAsked(scope: DigestScope, limit: number, answered?: boolean): Promise<AskedText[]> {
    const rows = await this.connection.digest((db) =>
      within(db, scope)
        .$if(answered !== undefined, (query) => query.where('answered', '=', answered ? 1 : 0))
        .select(({ fn }) => [
          'folded',
          fn.max('question').as('text'),
          fn.max('id').as('lastId'),
          fn.countAll<number>().as('asked'),
          fn.sum<number>('answered').as('answered'),
        ])
        .groupBy('folded')
        .orderBy('asked', 'desc')
        .orderBy('lastId', 'desc')
        .limit(limit)
        .execute(),
    );
    return rows.map((row) => ({ ...row, answered: Number(row.answered) }));
  }

  /** The paragraphs quoted, most often first. */
  async quotedParagraphs(scope: DigestScope, limit: number): Promise<QuotedParagraph[]> {
    const rows = await this.connection.digest((db) =>
      within(db, scope)
        .where('answered', '=', 1)
        .select(({ fn }) => ['article_id', 'paragraph', fn.countAll<number>().as('quoted')])
        .groupBy(['article_id', 'paragraph'])
        .orderBy('quoted', 'desc')
        .orderBy('article_id')
        .orderBy('paragraph')
        .limit(limit)
        .execute(),
    );
    return rows.map(({ article_id, paragraph, quoted }) => ({
      articleId: article_id ?? '',
      paragraph: paragraph ?? 0,
      quoted,
    }));
  }

  /** What members said with a 👎, newest first. */
  async comments(scope: DigestScope, limit: number): Promise<UnhelpfulComment[]> {
    return this.connection.digest((db) =>
      within(db, scope)
        .innerJoin('votes', 'votes.question_id', 'questions.id')
        .where('comment', 'is not', null)
        .select([
          'questions.id as questionId',
          'question as text',
          sql<string>`comment`.as('comment'),
          'voted_at as votedAt',
        ])
        .orderBy('voted_at', 'desc')
        .limit(limit)
        .execute(),
    );
  }

  /** A question by its id. @returns null when that server has none such. */
  async find(guildId: string, id: string): Promise<LoggedQuestion | null> {
    const [question] = await this.connection.read((db) =>
      logged(db.selectFrom('questions').where('guild_id', '=', guildId).where('id', '=', id)).execute(),
    );
    return question ? toLogged(question) : null;
  }

  /** The questions themselves, newest first. @param before only those older than the one with this id. */
  async questions(scope: DigestScope, limit: number, before?: string): Promise<LoggedQuestion[]> {
    const rows = await this.connection.digest((db) =>
      logged(
        within(db, scope)
          .$if(before !== undefined, (query) => query.where('questions.id', '<', before ?? ''))
          .orderBy('questions.id', 'desc')
          .limit(limit),
      ).execute(),
    );
    return rows.map(toLogged);
  }
}

function within(db: Kysely<Schema>, { guildId, from, to, articleId }: DigestScope) {
  return db
    .selectFrom('questions')
    .where('asked_at', '>=', from)
    .where('asked_at', '<', to)
    .$if(guildId !== null, (query) => query.where('guild_id', '=', guildId))
    .$if(articleId !== undefined, (query) => query.where('article_id', '=', articleId ?? ''));
}

async function countLost(db: Kysely<Schema>, { guildId, from, to }: DigestScope): Promise<number> {
  const { lost } = await db
    .selectFrom('losses')
    .where('lost_at', '>=', from)
    .where('lost_at', '<', to)
    .$if(guildId !== null, (query) => query.where('guild_id', '=', guildId))
    .select(({ fn }) => fn.coalesce(fn.sum<number>('questions'), sql<number>`0`).as('lost'))
    .executeTakeFirstOrThrow();
  return Number(lost);
}

function logged<T>(query: SelectQueryBuilder<Schema, 'questions', T>) {
  return query.select(({ selectFrom }) => [
    'id',
    'asked_at',
    'guild_id',
    'channel_id',
    'article_id',
    'question',
    'language',
    'answered',
    'paragraph',
    'confidence',
    'source',
    ...([1, 0] as const).map((helpful) =>
      selectFrom('votes')
        .select(({ fn }) => fn.countAll<number>().as('votes'))
        .whereRef('votes.question_id', '=', 'questions.id')
        .where('helpful', '=', helpful)
        .$asScalar()
        .$notNull()
        .as(helpful ? 'helpful' : 'unhelpful'),
    ),
  ]);
}

function toLogged(
  row: Awaited<ReturnType<ReturnType<typeof logged<object>>['execute']>>[number],
): LoggedQuestion {
  return {
    id: row.id,
    at: row.asked_at,
    guildId: row.guild_id,
    channelId: row.channel_id,
    articleId: row.article_id,
    text: row.question,
    language: row.language,
    answered: row.answered === 1,
    paragraph: row.paragraph,
    confidence: row.confidence,
    source: readSource(row.source),
    helpful: row.helpful,
    unhelpful: row.unhelpful,
  };
}
