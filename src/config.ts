import dotenv from 'dotenv';
import { z } from 'zod';
import { ARTICLE_LIMITS, type ArticleLimits } from './store/article-limits.js';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const RETENTION_PROBLEM = 'must be a whole number of days from 1 to 3650';

const ARTICLES_PROBLEM = 'must be a whole number of articles from 0 to 10000';

const TEXT_PROBLEM = 'must be a number of megabytes from 0 to 100';

/** Where questions are kept unless the environment says otherwise. */
const DEFAULT_DATABASE_URL = 'file:data/pincite.db';

const httpUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http(s) address such as https://discord.com/api' })
  .transform((url) => url.replace(/\/+$/, ''));

const schema = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^\S+$/, 'must be the token alone, with no space in it and no "Bot" before it')
    .optional(),
  DISCORD_API_URL: httpUrl.default('https://discord.com/api'),
  CORPUS_DIR: z.string().default('corpus'),
  DATABASE_URL: z
    .string()
    .regex(/^(postgres(ql)?:\/\/|file:)\S+$/, 'must be file:PATH or postgres://USER:PASSWORD@HOST/DATABASE')
    .optional(),
  RETENTION_DAYS: z.coerce
    .number({ error: RETENTION_PROBLEM })
    .int(RETENTION_PROBLEM)
    .min(1, RETENTION_PROBLEM)
    .max(3_650, RETENTION_PROBLEM)
    .default(90),
  SERVER_ARTICLES: z.coerce
    .number({ error: ARTICLES_PROBLEM })
    .int(ARTICLES_PROBLEM)
    .min(0, ARTICLES_PROBLEM)
    .max(10_000, ARTICLES_PROBLEM)
    .default(ARTICLE_LIMITS.articles),
  SERVER_TEXT_MB: z.coerce
    .number({ error: TEXT_PROBLEM })
    .min(0, TEXT_PROBLEM)
    .max(100, TEXT_PROBLEM)
    .default(ARTICLE_LIMITS.bytes / 1_000_000),
  PORT: z.coerce
    .number({ error: 'must be a number from 0 to 65535' })
    .int('must be a whole number')
    .min(0, 'must be a number from 0 to 65535')
    .max(65_535, 'must be a number from 0 to 65535')
    .default(3000),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `must be one of ${LOG_LEVELS.join(', ')}` }).optional(),
});

/** What the environment says, read once at start. */
export interface Config {
  /** null: no token, so the playground is meant. */
  readonly discordToken: string | null;
  /** Without a slash at its end. */
  readonly discordApiUrl: string;
  readonly corpusDir: string;
  readonly databaseUrl: string;
  /** Whether the environment names the database. If not, the playground keeps its hands off the default one. */
  readonly isDatabaseNamed: boolean;
  /** How long questions and votes are kept. */
  readonly retentionDays: number;
  /** How many articles of its own a server may keep, and how large they may be together. */
  readonly articleLimits: ArticleLimits;
  /** Where the playground listens; 0 means any free port. */
  readonly port: number;
  /** null: not stated, each command has its own default. */
  readonly logLevel: (typeof LOG_LEVELS)[number] | null;
}

export type ConfigResult =
  | { readonly ok: true; readonly config: Config }
  /** One line a variable, naming it and what to do. */
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Reads the environment, `.env` in the current folder included (what is set already wins). All bad values
 * are named at once. An empty value counts as not set. Nothing else in Pincite reads the environment.
 */
export function readConfig(): ConfigResult {
  dotenv.config({ quiet: true });
  return parseConfig(process.env);
}

/** The pure part of `readConfig`. */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): ConfigResult {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const result = schema.safeParse(set);
  if (!result.success) {
    return {
      ok: false,
      problems: result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`),
    };
  }
  const values = result.data;
  return {
    ok: true,
    config: {
      discordToken: values.DISCORD_TOKEN ?? null,
      discordApiUrl: values.DISCORD_API_URL,
      corpusDir: values.CORPUS_DIR,
      databaseUrl: values.DATABASE_URL ?? DEFAULT_DATABASE_URL,
      isDatabaseNamed: values.DATABASE_URL !== undefined,
      retentionDays: values.RETENTION_DAYS,
      articleLimits: { articles: values.SERVER_ARTICLES, bytes: values.SERVER_TEXT_MB * 1_000_000 },
      port: values.PORT,
      logLevel: values.LOG_LEVEL ?? null,
    },
  };
}
