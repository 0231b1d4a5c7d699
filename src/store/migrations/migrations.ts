import type { Migration } from 'kysely';
import { first } from './001-first.js';
import { articles } from './002-articles.js';

/** Every migration, by a name that sorts behind the earlier ones. What has been released is never changed. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-first': first,
  '002-articles': articles,
};
