import type { Migration } from 'kysely';
import { first } from './001-first.js';

/** Every migration, by a name that sorts behind the earlier ones. What has been released is never changed. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '001-first': first,
};
