import { z } from 'zod';

const snowflake = z.string().regex(/^\d{1,20}$/);

/** By the name under which each is kept. A value that can no longer be read counts as not set. */
const SETTINGS = {
  moderatorChannelId: snowflake.nullable().catch(null).default(null),
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
