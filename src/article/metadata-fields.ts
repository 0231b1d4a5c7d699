import { z } from 'zod';
import { joinNames } from './join-names.js';
import type { Lesson } from './lesson.js';
import {
  MAX_ALIAS_LENGTH,
  MAX_ALIASED_NAMES,
  MAX_ALIASES_PER_NAME,
  MAX_EDITORS,
  MAX_LESSON_LENGTH,
  MAX_LESSONS,
  MAX_NAME_LENGTH,
  MAX_TITLE_LENGTH,
  MAX_URL_LENGTH,
} from './limits.js';

const text = (most: number, kind: string) =>
  z
    .string({ error: `must be ${kind}` })
    .transform((value) => value.replace(/\s+/gu, ' ').trim())
    .refine((value) => value.length <= most, { error: `is too long: ${most} characters is the most` });

const name = text(MAX_NAME_LENGTH, 'a name');

/** A list may be left out where there is one entry. */
const listed = (value: unknown) => (typeof value === 'string' ? [value] : value);

/** A long list may be written as a text, with an entry a line. */
const lines = (value: unknown) =>
  typeof value === 'string' ? value.split('\n').filter((line) => line.trim() !== '') : value;

const names = z.preprocess(listed, z.array(name, { error: 'must be a name or a list of names' }));

const alias = text(MAX_ALIAS_LENGTH, 'text').refine((value) => value !== '', { error: 'must not be empty' });

const aliases = z.preprocess(
  listed,
  z.array(alias, { error: 'must be text or a list of texts' }).max(MAX_ALIASES_PER_NAME, {
    error: `has too many aliases: ${MAX_ALIASES_PER_NAME} is the most`,
  }),
);

const place = (most: string) =>
  z
    .string({ error: `must be ${most}` })
    .trim()
    .regex(/^[1-9]\d{0,5}$/, { error: `must be ${most}` })
    .transform(Number);

const REDISTRIBUTABLE = 'must be true (its whole text may be shown) or false';

/** Some questions and the place that answers them; `paragraph: none` where the article does not say. */
const taughtPlace = z
  .strictObject(
    {
      paragraph: z.union([z.literal('none').transform(() => null), place('')], {
        error: 'must be the number of a paragraph, or none',
      }),
      sentence: place('the number of a sentence in its paragraph').nullable().default(null),
      questions: z.preprocess(
        lines,
        z.array(
          text(MAX_LESSON_LENGTH, 'text').refine((value) => value !== '', { error: 'must not be empty' }),
          { error: 'must be a question, a list of questions or a text with a question a line' },
        ),
      ),
    },
    { error: 'must have the keys paragraph and questions, and may have sentence' },
  )
  .transform(({ paragraph, sentence, questions }): Lesson[] =>
    questions.map((question) => ({ question, paragraph, sentence: paragraph === null ? null : sentence })),
  );

/**
 * What each key of the front matter may hold. The YAML is read without types, so every value is text,
 * a list or a map, as typed. A message goes on from the key: `url` + “must begin with …”.
 */
export const METADATA_FIELDS = {
  title: text(MAX_TITLE_LENGTH, 'text'),
  author: names.transform((list) => joinNames(list.filter((one) => one !== '')) || null),
  editors: names
    .transform((list) => list.filter((one) => one !== ''))
    .refine((list) => list.length <= MAX_EDITORS, {
      error: `has too many names: ${MAX_EDITORS} is the most`,
    }),
  publisher: name,
  place: name,
  published: z.string({ error: 'must be a date' }).trim().refine(isDate, {
    error: 'must be a date such as 2025-07-29, or 2025-07, or 2025',
  }),
  url: z
    .string({ error: 'must be an address' })
    .trim()
    .refine((value) => value.length <= MAX_URL_LENGTH, {
      error: `is too long: ${MAX_URL_LENGTH} characters is the most`,
    })
    .refine(isWebAddress, { error: 'must be a full web address that begins with https:// or http://' }),
  language: z
    .string({ error: 'must be a language tag' })
    .trim()
    .transform((value, context) => {
      const tag = canonicalTag(value);
      if (tag === null)
        context.addIssue({ code: 'custom', message: 'must be a language tag such as en, de or pt-BR' });
      return tag ?? '';
    }),
  redistributable: z
    .string({ error: REDISTRIBUTABLE })
    .trim()
    .regex(/^(?:true|false)$/i, { error: REDISTRIBUTABLE })
    .transform((value) => value.toLowerCase() === 'true'),
  aliases: z
    .record(z.string(), aliases, { error: 'must map a name in the text to other ways people say it' })
    .refine((map) => Object.keys(map).length <= MAX_ALIASED_NAMES, {
      error: `has too many names: ${MAX_ALIASED_NAMES} is the most`,
    }),
  taught: z
    .array(taughtPlace, { error: 'must be a list of paragraphs with the questions they answer' })
    .transform((places) => places.flat())
    .refine((lessons) => lessons.length <= MAX_LESSONS, {
      error: `has too many questions: ${MAX_LESSONS} is the most`,
    }),
} as const;

export type MetadataKey = keyof typeof METADATA_FIELDS;

function isDate(value: string): boolean {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value) ?? [];
  if (year === undefined) return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\//i.test(value) && !/[\s<>"`\\]/u.test(value) && URL.canParse(value);
}

function canonicalTag(value: string): string | null {
  if (!/^[a-z]{2,3}(?:-|$)/i.test(value)) return null;
  try {
    return Intl.getCanonicalLocales(value)[0] ?? null;
  } catch {
    return null;
  }
}
