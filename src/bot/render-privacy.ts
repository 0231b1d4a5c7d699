import type { Forgotten } from '../store/members.js';
import type { Store } from '../store/store.js';

export const NOTHING_KEPT = 'I keep nothing of you.';

/** What is kept, for how long, and who can see it. */
export function renderPrivacy({ isKept, retentionDays }: Pick<Store, 'isKept' | 'retentionDays'>): string {
  if (!isKept) return 'I keep nothing: no questions, no names.';
  return [
    `**Each question** asked of me: its text, when and in which channel, and what came of it. ${keptFor(retentionDays)}`,
    'Not your name: only a code that stands for you, which nobody can turn back into your account by itself. ' +
      'I need it to count members, and to find your questions when you ask me to send or delete them.',
    '**Each 👍 and 👎**, and what you say with it, for as long.',
    '**If a question of yours is handed to moderators**, your account, so that you hear back: until it is settled, a week at most.',
    '**If you bring or change a server’s articles**, your account in the list of changes, for as long.',
    'Moderators of this server can read the questions asked here, without who asked. ' +
      'Whoever runs me can read the questions of all servers. Nobody else can, and nothing is passed on.',
    '`/privacy export` sends you what I keep of you, `/privacy forget` deletes it.',
  ].join('\n');
}

function keptFor(days: number): string {
  return days === 1 ? 'Kept for one day.' : `Kept for ${days} days.`;
}

/** What was deleted. */
export function renderForgotten({ questions, votes, handovers, unsigned }: Forgotten): string {
  if (questions + votes + handovers + unsigned === 0) return NOTHING_KEPT;
  const stays =
    unsigned === 0
      ? ''
      : ` What you have taught, scheduled or brought to a server stays there; it no longer says that it was you.`;
  const waiting = handovers === 0 ? '' : `, and ${count(handovers, 'question')} that waited for a moderator`;
  return `Deleted: ${count(questions, 'question')}, ${count(votes, 'vote')}${waiting}.${stays}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
