/** Languages whose month names are understood. */
const LANGUAGES = 'en de es fr it pt nl sv da nb fi pl cs sk hu ro hr tr ca id ru uk el'.split(' ');
let months: ReadonlyMap<string, string> | null = null;
const MONTH = '([\\p{L}]{3,}\\.?)';
const EARLIEST_YEAR = 1500;

/**
 * A date in words or figures as front matter writes it, `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, or null when there is none.
 * The date is the one that is written, whatever the time zone. `06/12/2025` is read only when it can mean one day.
 */
export function readDate(text: string): string | null {
  const line = text.slice(0, 200).replace(/\s+/gu, ' ').trim();
  return readFigures(line) ?? readWords(line);
}

function readFigures(line: string): string | null {
  const iso = /(?<!\d)(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?!\d)/u.exec(line);
  if (iso) return dateOf(iso[1], iso[2], iso[3]);
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?$/u.exec(line);
  if (compact) return dateOf(compact[1], compact[2], compact[3]);
  const eastern = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월](?:\s*(\d{1,2})\s*[日일])?/u.exec(line);
  if (eastern) return dateOf(eastern[1], eastern[2], eastern[3]);
  const [, first, mark, second, year] = /(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)/u.exec(line) ?? [];
  if (year === undefined) return /^\d{4}$/u.test(line) ? dateOf(line) : null;
  // With full stops the day is first everywhere; else only a number above twelve tells.
  if (mark === '.' || Number(first) > 12 || first === second) return dateOf(year, second, first);
  return Number(second) > 12 ? dateOf(year, first, second) : null;
}

function readWords(line: string): string | null {
  const dayFirst = new RegExp(
    `(?<!\\d)(\\d{1,2})(?:\\.|º|er|st|nd|rd|th)?[ -](?:(?:de|of|d')\\s*)?${MONTH}[,]?[ -](?:(?:de|del)\\s+)?(\\d{4})(?!\\d)`,
    'iu',
  ).exec(line);
  const [, day, month, year] = dayFirst ?? [];
  const found = month === undefined ? null : dateOf(year, monthOf(month), day);
  if (found !== null) return found;
  const monthFirst = new RegExp(`${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'iu').exec(line);
  if (monthFirst) return dateOf(monthFirst[3], monthOf(monthFirst[1] ?? ''), monthFirst[2]);
  // `2025. június 12.`
  const yearFirst = new RegExp(`(\\d{4})\\.? ${MONTH} (\\d{1,2})(?!\\d)`, 'iu').exec(line);
  if (yearFirst) return dateOf(yearFirst[1], monthOf(yearFirst[2] ?? ''), yearFirst[3]);
  const noDay = new RegExp(`^${MONTH} (?:de )?(\\d{4})$`, 'iu').exec(line);
  return noDay ? dateOf(noDay[2], monthOf(noDay[1] ?? '')) : null;
}

function monthOf(name: string): string | undefined {
  months ??= monthNames();
  return months.get(name.toLowerCase().replace(/\.$/u, ''));
}

/** null when the parts are no day of the calendar, or one that no article can be of. */
function dateOf(year = '', month?: string, day?: string): string | null {
  if (Number(year) < EARLIEST_YEAR || Number(year) > new Date().getUTCFullYear() + 1) return null;
  if (month === undefined) return day === undefined ? year : null;
  const parts = [year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join(
    '-',
  );
  const date = new Date(`${parts.padEnd(10, '-01')}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(parts) ? parts : null;
}

/** Names and short forms, also as they are written beside a day, to the month's number. */
function monthNames(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const language of LANGUAGES) {
    for (let month = 1; month <= 12; month++) {
      const date = new Date(Date.UTC(2024, month - 1, 15));
      for (const style of ['long', 'short'] as const) {
        for (const day of ['numeric', undefined] as const) {
          const parts = new Intl.DateTimeFormat(language, {
            month: style,
            day,
            timeZone: 'UTC',
          }).formatToParts(date);
          const name = parts
            .find((part) => part.type === 'month')
            ?.value.toLowerCase()
            .replace(/\.$/u, '');
          // The first language to claim a name keeps it: two claim the same month but for a few rare pairs.
          if (name !== undefined && /^\p{L}{3,}$/u.test(name) && !names.has(name))
            names.set(name, String(month));
        }
      }
    }
  }
  names.set('sept', '9');
  return names;
}
