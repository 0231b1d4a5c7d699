import type { QuestionSet } from '../question-sets.js';
import { articleSet, membersSet, translations, tuneSet } from '../question-sets.js';
import { formatShare } from '../report/format.js';
import { reportProgress } from '../report/progress.js';
import type { Table } from '../report/table.js';
import { type Asked, askPincite } from './ask-pincite.js';
import { reliabilityOf } from './reliability.js';

interface Result {
  readonly set: QuestionSet;
  readonly asked: readonly Asked[];
}

/** How far Pincite's answers can be relied on: what it shows, and what its confidence means. */
export async function trustTables(): Promise<Table[]> {
  const sets = [
    await articleSet('measure'),
    await membersSet('measure'),
    ...(await translations('measure')),
    await tuneSet('en', 'all'),
  ];
  const results = sets.flatMap((set) => {
    if (!set) return [];
    reportProgress(`trust: ${set.name}`);
    return [{ set, asked: askPincite(set) }];
  });
  const labelled = results.filter(({ asked }) => asked.some(({ question }) => !question.answerable));
  return [answeringTable(results), unanswerableTable(labelled), reliabilityTable(labelled)];
}

function answeringTable(results: readonly Result[]): Table {
  const columns = results.map(({ asked }) => {
    const right = asked.filter(({ isRight }) => isRight);
    const shown = asked.filter(({ question, isAnswered }) => question.answerable && isAnswered);
    const hopeless = asked.filter(({ question }) => !question.answerable);
    return [
      formatShare(right.filter(({ isAnswered }) => isAnswered).length, right.length),
      formatShare(shown.filter(({ isRight }) => isRight).length, shown.length),
      formatShare(hopeless.filter(({ isAnswered }) => isAnswered).length, hopeless.length),
    ];
  });
  const names = [
    'right answers shown, of those found',
    'right, of the answers shown to what has one',
    'wrongly answered, of what has no answer',
  ];
  return {
    title: 'Answering and not answering',
    note: 'Pincite alone, %: libraries answer everything, and so 100 % of what has no answer.',
    head: ['', ...results.map(({ set }) => set.name)],
    rows: names.map((name, i) => [name, ...columns.map((column) => column[i] ?? '')]),
  };
}

function unanswerableTable(results: readonly Result[]): Table {
  const hopeless = results.map(({ asked }) => asked.filter(({ question }) => !question.answerable));
  const styles = [...new Set(hopeless.flat().map(({ question }) => question.style ?? 'other'))];
  return {
    title: 'Wrongly answered, by what was asked',
    note: 'Share answered, % (and how many were asked). “near” is about the article, but not said in it.',
    head: ['', ...results.map(({ set }) => set.name)],
    rows: styles.map((style) => [
      style,
      ...hopeless.map((asked) => {
        const own = asked.filter(({ question }) => (question.style ?? 'other') === style);
        const answered = own.filter(({ isAnswered }) => isAnswered);
        return `${formatShare(answered.length, own.length)} (${own.length})`;
      }),
    ]),
  };
}

function reliabilityTable(results: readonly Result[]): Table {
  const columns = results.map(({ asked }) => reliabilityOf(asked));
  const bins = columns[0] ?? [];
  return {
    title: 'What a confidence means',
    note: 'Share of the best passages that are right, % (and how many there are), by their confidence, shown or not, of all questions with and without an answer. Well calibrated is a share inside the bin.',
    head: ['confidence', ...results.map(({ set }) => set.name)],
    rows: bins.map(({ from, to }, i) => [
      `${from.toFixed(1)} to ${to.toFixed(1)}`,
      ...columns.map((column) => {
        const { count, right } = column[i] ?? { count: 0, right: 0 };
        return `${formatShare(right, count)} (${count})`;
      }),
    ]),
  };
}
