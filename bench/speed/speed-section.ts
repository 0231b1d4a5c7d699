import { openEach } from '../accuracy/score.js';
import { pincite, SEARCHERS, type Searcher } from '../accuracy/searcher.js';
import { articleSet, membersSet, type QuestionSet } from '../question-sets.js';
import { formatMs } from '../report/format.js';
import { reportProgress } from '../report/progress.js';
import type { Table } from '../report/table.js';
import { type Contestant, type Timing, timeRounds } from './time-rounds.js';

/** So many rounds that even on a busy machine most of a question's are undisturbed. */
const ROUNDS = { rounds: 9, warmUp: Number.POSITIVE_INFINITY, budget: 30_000 };
/** More would make the slow libraries' share of the benchmark too long. */
const MOST_QUESTIONS = 100;

/** Time a question, one article at a time. */
export async function speedTables(): Promise<Table[]> {
  const sets = [await articleSet('measure'), await membersSet('measure')];
  const timings = sets.map((set) => {
    reportProgress(`speed: ${set.name}`);
    return timeRounds(
      SEARCHERS.map((searcher) => contestant(searcher, set)),
      ROUNDS,
    );
  });
  return [
    {
      title: 'Time a question, one article',
      note: `Milliseconds, and in brackets how many times Pincite's own; up to ${MOST_QUESTIONS} questions of each set, each question's time being the median of up to ${ROUNDS.rounds} rounds after one to warm up.`,
      head: ['', ...sets.flatMap(({ name }) => [`${name}, p50`, `${name}, p99`])],
      rows: SEARCHERS.map(({ name }, i) => [
        name,
        ...timings.flatMap((ofSet) =>
          timeCells(
            ofSet[i],
            ofSet.find((one) => one.name === pincite.name),
          ),
        ),
      ]),
    },
  ];
}

/** p50 and p99, each with its ratio to Pincite's. */
export function timeCells(timing: Timing | undefined, own: Timing | undefined): string[] {
  if (!timing || !own) return ['–', '–'];
  return [withRatio(timing.p50, own.p50), withRatio(timing.p99, own.p99)];
}

function withRatio(ms: number, own: number): string {
  const ratio = ms / own;
  return `${formatMs(ms)} (${ratio.toFixed(ratio >= 10 ? 0 : ratio >= 1 ? 1 : 2)})`;
}

/** Every so-manieth question of the set, put to its own article. */
function contestant(searcher: Searcher, set: QuestionSet): Contestant {
  const asks = openEach(set, searcher);
  const every = Math.ceil(set.questions.length / MOST_QUESTIONS);
  return {
    name: searcher.name,
    asks: set.questions
      .filter((_, i) => i % every === 0)
      .map(
        ({ article, question }) =>
          () =>
            asks.get(article ?? '')?.(question),
      ),
  };
}
