import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import { type AskedQuestion, readSource } from './asked-question.js';
import type { Connection } from './connection.js';
import { type DigestScope, scan, votesWithin, within } from './digest-scope.js';
import type { Schema } from './schema.js';

export type { DigestScope } from './digest-scope.js';

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
  /** The newest of them, as it was asked. */
  readonly text: string;
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

/** What was asked in a period. Every method throws StoreError when the database is out of reach. */
export class Digests {
  constructor(private readonly connection: Connection) {}

  async totals(scope: DigestScope): Promise<Totals> {
    return this.connection.digest(async (db) => {
      const counts = await within(db, scope)
        .select(({ fn }) => [fn.countAll<number>().as('asked'), sumOf('answered').as('answered')])
        .executeTakeFirstOrThrow();
      const askers = await db
        .selectFrom(scan(db, scope).select('asker').distinct().as('askers'))
        .select(({ fn }) => fn.countAll<number>().as('askers'))
        .executeTakeFirstOrThrow();
      const votes = await votesWithin(db, scope)
        .select(({ fn }) => [fn.countAll<number>().as('votes'), sumOf('helpful').as('helpful')])
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

  /** @param dayStarts when each day starts, rising, at most 400; the last one ends with the scope. */
  async perDay(scope: DigestScope, dayStarts: readonly number[]): Promise<DayCount[]> {
    const days = dayStarts.map((start, day) => ({
      ...scope,
      from: start,
      to: dayStarts[day + 1] ?? scope.to,
    }));
    const [first, ...others] = days;
    if (!first) return [];
    const rows = await this.connection.digest((db) => {
      const count = (day: DigestScope) =>
        within(db, day).select(({ fn }) => [
          sql<number>`cast(${day.from} as bigint)`.as('start'),
          fn.countAll<number>().as('asked'),
          sumOf('answered').as('answered'),
        ]);
      return others
        .reduce((all, day) => all.unionAll(count(day)), count(first))
        .orderBy('start')
        .execute();
    });
    return rows.map(({ start, asked, answered }) => ({
      start,
      answered: Number(answered),
      notSaid: asked - Number(answered),
    }));
  }

  /** The texts asked most, most frequent first. @param answered only those (not) answered, if given. */
  async mostAsked(scope: DigestScope, limit: number, answered?: boolean): Promise<AskedText[]> {
    return this.connection.digest(async (db) => {
      const texts = await scan(db, scope)
        .$if(answered !== undefined, (query) => query.where('answered', '=', answered ? 1 : 0))
        .select(({ fn }) => [
          'folded',
          fn.max('id').as('lastId'),
          fn.countAll<number>().as('asked'),
          sumOf('answered').as('answered'),
        ])
        .groupBy('folded')
        .orderBy('asked', 'desc')
        .orderBy('lastId', 'desc')
        .limit(limit)
        .execute();
      if (texts.length === 0) return [];
      const ids = texts.map(({ lastId }) => lastId);
      const newest = await db
        .selectFrom('questions')
        .select(['id', 'question'])
        .where('id', 'in', ids)
        .execute();
      const asTyped = new Map(newest.map(({ id, question }) => [id, question]));
      return texts.map((text) => ({
        ...text,
        text: asTyped.get(text.lastId) ?? text.folded,
        answered: Number(text.answered),
      }));
    });
  }

  /** The paragraphs quoted, most often first. */
  async quotedParagraphs(scope: DigestScope, limit: number): Promise<QuotedParagraph[]> {
    const rows = await this.connection.digest((db) =>
      scan(db, scope)
        // Only answers have one.
        .where('paragraph', 'is not', null)
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
      votesWithin(db, scope)
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

/** A sum that is 0 of nothing. PostgreSQL gives sums of counts as text. */
function sumOf(column: 'answered' | 'helpful' | 'questions') {
  return sql<number>`coalesce(sum(${sql.ref(column)}), 0)`;
}

async function countLost(db: Kysely<Schema>, { guildId, from, to }: DigestScope): Promise<number> {
  const { lost } = await db
    .selectFrom('losses')
    .where('lost_at', '>=', from)
    .where('lost_at', '<', to)
    .$if(guildId !== null, (query) => query.where('guild_id', '=', guildId))
    .select(sumOf('questions').as('lost'))
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
