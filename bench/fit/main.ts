import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GROUNDS } from '../../src/engine/decide.js';
import { HAND_SET_SIGNAL_WEIGHTS } from '../../src/engine/weights.js';
import { packageRoot } from '../../src/package-root.js';
import { articleSet, membersSet, tuneSet } from '../question-sets.js';
import { examplesOf, type FitExample, isRight, reweigh, SIGNAL_NAMES, strangersOf } from './examples.js';
import { accuracy, fitRanking } from './listwise.js';
import { type DecisionExample, fitLogistic, type LogisticModel } from './logistic.js';
import { renderWeights } from './render-weights.js';

/** Strength of the pull towards zero, chosen by cross-validation among 0.0001, 0.0003, 0.001 and 0.003. */
const RANKING_PENALTY = 0.0003;
const DECISION_PENALTY = 0.0003;
const FOLDS = 6;
const GROUND_NAMES = Object.keys(GROUNDS);
const OUT = join(packageRoot(), 'src', 'engine', 'fitted-weights.ts');

/**
 * Fits the ranking's and the decision's weights on the fitting halves and writes them down. What it prints
 * is cross-validated by article: each question is judged by weights that never saw its article.
 */
async function main(): Promise<void> {
  const article = await articleSet('fit');
  const members = await membersSet('fit');
  const tune = await tuneSet('en', 'fit');
  const ranking = [
    ...examplesOf(article, 0.5),
    ...examplesOf(members, 1),
    ...(tune ? examplesOf(tune, 0.5) : []),
  ];
  const strangers = [...strangersOf(members, 0.5, 3), ...(tune ? strangersOf(tune, 0.25, 3) : [])];
  if (!tune)
    say('The encyclopedic questions are not at hand: fitted without them, which changes the weights.');

  const foldOf = folds([...ranking, ...strangers]);
  const judged = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = ranking.filter(({ group, answerable }) => answerable && foldOf(group) !== fold);
    const weights = fitRanking(seen, SIGNAL_NAMES.length, RANKING_PENALTY);
    for (const example of [...ranking, ...strangers].filter(({ group }) => foldOf(group) === fold)) {
      judged.push({ example, ...judge(example, weights) });
    }
  }
  report(judged);
  const decision = fitLogistic(
    judged.map(({ decision }) => decision),
    DECISION_PENALTY,
  );
  reportConfidence(judged, decision);

  const weights = fitRanking(
    ranking.filter(({ answerable }) => answerable),
    SIGNAL_NAMES.length,
    RANKING_PENALTY,
  );
  const signals = SIGNAL_NAMES.map((name, i): [string, number] => [name, weights[i] ?? 0]).filter(
    ([name]) => !(name in HAND_SET_SIGNAL_WEIGHTS),
  );
  const grounds = GROUND_NAMES.map((name, i): [string, number] => [name, decision.weights[i] ?? 0]);
  await writeFile(OUT, renderWeights(signals, decision.bias, grounds));
  say(`\nWritten to ${OUT.slice(packageRoot().length + 1)}: build again to use them.`);
}

interface Judged {
  readonly example: FitExample;
  readonly hit: number;
  readonly decision: DecisionExample;
}

function judge(example: FitExample, weights: Float64Array): Omit<Judged, 'example'> {
  const ranked = reweigh(example, weights);
  const right = example.answerable && isRight(example, ranked[0]);
  const row = GROUND_NAMES.map((name) => GROUNDS[name]?.(example.query, ranked) ?? 0);
  return {
    hit: example.answerable ? accuracy([example], weights) : 0,
    decision: { row, isRight: right, weight: example.weight },
  };
}

/** Deals the articles to folds in turn, so that a question's article is never in its own fit. */
function folds(examples: readonly FitExample[]): (group: string) => number {
  const groups = [...new Set(examples.map(({ group }) => group))];
  return (group) => groups.indexOf(group) % FOLDS;
}

function report(judged: readonly Judged[]): void {
  say('right sentence, cross-validated by article');
  const rows = new Map<string, { hits: number; count: number }>();
  for (const { example, hit } of judged.filter((one) => one.example.answerable)) {
    for (const key of [example.set, `${example.set}: ${example.style}`]) {
      const row = rows.get(key) ?? { hits: 0, count: 0 };
      rows.set(key, { hits: row.hits + hit, count: row.count + 1 });
    }
  }
  for (const [key, { hits, count }] of [...rows].sort()) {
    say(`  ${key.padEnd(34)} ${((100 * hits) / count).toFixed(1).padStart(5)} % of ${count}`);
  }
}

function reportConfidence(judged: readonly Judged[], model: LogisticModel): void {
  const sure = judged.map(({ example, decision }) => {
    const score = decision.row.reduce((sum, value, i) => sum + value * (model.weights[i] ?? 0), model.bias);
    return { example, right: decision.isRight, confidence: 1 / (1 + Math.exp(-score)) };
  });
  say('\nconfidence: how many, and how many of them right');
  for (let low = 0; low < 1; low += 0.1) {
    const inside = sure.filter(({ confidence }) => confidence >= low && confidence < low + 0.1);
    const right = inside.filter((one) => one.right).length;
    say(
      `  ${low.toFixed(1)}–${(low + 0.1).toFixed(1)} ${String(inside.length).padStart(6)} ${((100 * right) / Math.max(1, inside.length)).toFixed(0).padStart(4)} %`,
    );
  }
  say('\nthreshold: right answers shown, and what is not answerable answered');
  for (const set of [...new Set(sure.map(({ example }) => example.set))]) {
    const own = sure.filter(({ example }) => example.set === set);
    const line = [0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5].map((threshold) => {
      const shown = own.filter(({ right }) => right);
      const wrong = own.filter(({ example }) => !example.answerable);
      const share = (of: typeof own) =>
        (100 * of.filter(({ confidence }) => confidence >= threshold).length) / Math.max(1, of.length);
      return `${threshold}: ${share(shown).toFixed(0)}/${share(wrong).toFixed(0)}`;
    });
    say(`  ${set.padEnd(30)} ${line.join('  ')}`);
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

await main();
