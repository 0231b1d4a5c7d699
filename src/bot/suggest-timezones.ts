import { MAX_CHOICES } from './limits.js';
import type { Choice } from './suggest-articles.js';

const TIMEZONES = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC')];

/** What is offered before anything is typed: where most people are who write in the languages that ship. */
const USUAL = [
  'UTC',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Moscow',
  'America/New_York',
  'America/Chicago',
  'America/Los_Angeles',
  'America/Mexico_City',
  'Asia/Shanghai',
];

const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();

/** Time zones that hold what was typed, those that begin with it, or whose city does, first. */
export function suggestTimezones(typed: string): Choice[] {
  const wanted = fold(typed.slice(0, 40));
  if (wanted === '') return USUAL.map((name) => ({ name, value: name }));
  const rank = (name: string): number => {
    const folded = fold(name);
    if (folded.startsWith(wanted)) return 0;
    if (folded.includes(`/${wanted}`)) return 1;
    return folded.includes(wanted) ? 2 : 3;
  };
  return TIMEZONES.map((name) => ({ name, place: rank(name) }))
    .filter(({ place }) => place < 3)
    .sort((a, b) => a.place - b.place)
    .slice(0, MAX_CHOICES)
    .map(({ name }) => ({ name, value: name }));
}
