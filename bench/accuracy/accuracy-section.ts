import { formatShare } from '../report/format.js';
import { reportProgress } from '../report/progress.js';
import type { Table } from '../report/table.js';
import { type Score, type Scores, scoreTrial } from './score.js';
import { SEARCHERS } from './searcher.js';
import { borrowedTrials, shippedTrials, type Trial } from './trial.js';

/** What each searcher made of each trial; null where it was too slow to be asked. */
export interface Accuracy {
  readonly trials: readonly Trial[];
  /** Searcher → one a trial. */
  readonly scores: ReadonlyMap<string, readonly (Scores | null)[]>;
}

/** Asks everyone everything. */
export async function measureAccuracy(): Promise<Accuracy> {
  const trials = [...(await shippedTrials()), ...(await borrowedTrials())];
  const scores = new Map<string, (Scores | null)[]>();
  for (const searcher of SEARCHERS) {
    const own = trials.map((trial) => {
      reportProgress(`accuracy: ${searcher.name}, ${trial.name}`);
      return trial.isTogether && searcher.isSlow ? null : scoreTrial(trial, searcher);
    });
    scores.set(searcher.name, own);
  }
  return { trials, scores };
}

/** Right sentence and right paragraph: a row for each searcher, a column for each trial. */
export function accuracyTables(accuracy: Accuracy): Table[] {
  const columns = columnsOf(accuracy);
  const borrowed = accuracy.trials.some(({ set }) => set.name.startsWith('encyclopedic'))
    ? 'Two-letter columns: encyclopedic questions in that language.'
    : 'The encyclopedic questions are not at hand and are left out.';
  const table = (title: string, right: (score: Score) => number): Table => ({
    title,
    note: `Share of the questions with an answer whose first hit is right, %. ${borrowed}`,
    head: ['', ...columns.map(({ name }) => name)],
    rows: [
      ['questions', ...columns.map(({ of }) => String(firstOf(accuracy, of)?.asked ?? 0))],
      ...[...accuracy.scores].map(([name, scores]) => [
        name,
        ...columns.map(({ of }) => {
          const score = of(scores);
          return score ? formatShare(right(score), score.asked) : '–';
        }),
      ]),
    ],
  });
  return [
    table('Right sentence', ({ rightSentence }) => rightSentence),
    table('Right paragraph', ({ rightParagraph }) => rightParagraph),
  ];
}

interface Column {
  readonly name: string;
  of(scores: readonly (Scores | null)[]): Score | null;
}

/** A trial with questions about the metadata gets a second column without them. */
function columnsOf(accuracy: Accuracy): Column[] {
  return accuracy.trials.flatMap(({ name }, i) => {
    const all: Column = { name, of: (scores) => scores[i]?.all ?? null };
    const text: Column = { name: 'without metadata', of: (scores) => scores[i]?.text ?? null };
    const hasMetadata = firstOf(accuracy, all.of)?.asked !== firstOf(accuracy, text.of)?.asked;
    return hasMetadata ? [all, text] : [all];
  });
}

function firstOf({ scores }: Accuracy, of: Column['of']): Score | null {
  for (const own of scores.values()) {
    const score = of(own);
    if (score) return score;
  }
  return null;
}
