import { renderChart } from '../report/chart.js';
import type { Accuracy } from './accuracy-section.js';

/** The right sentences of the two shipped question sets, a pair of bars for each searcher. */
export function accuracyChart({ trials, scores }: Accuracy): string {
  const shown = ['shipped article', 'members'];
  const places = shown.map((name) => trials.findIndex((trial) => trial.name === name));
  const rows = [...scores].map(([name, own]) => ({
    name,
    values: places.map((place) => {
      const score = own[place]?.all;
      return score ? (100 * score.rightSentence) / score.asked : 0;
    }),
  }));
  return renderChart(
    'Questions whose first answer is the right sentence, %',
    ['about the shipped article', 'of members, about others'],
    rows,
  );
}
