import { renderExcerpt } from './render-excerpt.js';

/** `2025-07-24` as `24 July 2025`, `2025-07` as `July 2025`, `2025` as it is; no more than 20 characters. */
export function renderDate(published: string): string {
  const [, year, month, day] = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(published) ?? [];
  if (!year || !month) return renderExcerpt(published, [], 20);
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
  return date.toLocaleDateString('en-GB', day ? { ...options, day: 'numeric' } : options);
}
