import { z } from 'zod';
import { MAX_ID_LENGTH } from '../article/limits.js';

const snowflake = z.string().regex(/^\d{1,20}$/);

const articleId = z.string().min(1).max(MAX_ID_LENGTH);

/** By the name under which each is kept. A value that can no longer be read counts as not set. */
const SETTINGS = {
  moderatorChannelId: snowflake.nullable().catch(null).default(null),
  /** The article that is asked when none is named; null: all of them. */
  defaultArticleId: articleId.nullable().catch(null).default(null),
  /** The same for channels that have their own: channel's id → article's id, null for all articles. */
  channelArticleIds: z.record(snowflake, articleId.nullable()).catch({}).default({}),
} as const;

const schema = z.object(SETTINGS);

/** What moderators have set for their server. */
export type GuildSettings = Readonly<z.infer<typeof schema>>;

/** Settings out of their rows; what is not there has its default. */
export function readSettings(values: Readonly<Record<string, string>>): GuildSettings {
  const known = Object.keys(SETTINGS).flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [[name, parseJson(value)]];
  });
  return schema.parse(Object.fromEntries(known));
}

/** What a server has that has set nothing. */
export const DEFAULT_SETTINGS: GuildSettings = readSettings({});

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
