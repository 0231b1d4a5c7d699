import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GROUNDS } from '../../src/engine/decide.js';
import { loadWordVectors } from '../../src/engine/meaning/load-word-vectors.js';
import { SIGNAL_NAMES } from '../../src/engine/rank.js';
import { type FittedWeights, HAND_SET_SIGNAL_WEIGHTS } from '../../src/engine/weights.js';
import { packageRoot } from '../../src/package-root.js';
import { articleSet, membersSet, type QuestionSet, tuneSet } from '../question-sets.js';
import { examplesOf, type FitExample, isRight, type Means, reweigh, strangersOf } from './examples.js';
import { FOLDS } from './folds.js';
import { fitRanking } from './listwise.js';
import { fitLogistic } from './logistic.js';
import { readOutOfFold } from './out-of-fold.js';
import { renderWeights } from './render-weights.js';
import { type Judged, reportAccuracy, reportConfidence } from './report.js';
import { writeSignalsTable } from './signals-table.js';

/** Strength of the pull towards zero, chosen by cross-validation among 0.0001, 0.0003, 0.001 and 0.003. */
const RANKING_PENALTY = 0.0003;
const DECISION_PENALTY = 0.0003;
/** Those that encyclopedic questions are at hand in, besides English. */
const OTHER_LANGUAGES = ['de', 'es', 'ru', 'zh'];
const GROUND_NAMES = Object.keys(GROUNDS);
const OUT = join(packageRoot(), 'src', 'engine', 'fitted-weights.ts');

interface Sets {
  readonly article: QuestionSet;
  readonly members: QuestionSet;
  readonly tune: QuestionSet | null;
}

/**
 * Fits the ranking's and the decision's weights on the fitting halves and writes them down. What it prints
 * is cross-validated by article: each question is judged by weights that never saw its article. With `--signals` it
 * measures what each signal is worth instead, and changes no weight.
 */
async function main(): Promise<void> {
  const sets = {
    article: await articleSet('fit'),
    members: await membersSet('fit'),
    tune: await tuneSet('en', 'fit'),
  };
  if (!sets.tune)
    say('The encyclopedic questions are not at hand: fitted without them, which changes the weights.');
  const parsed = loadWordVectors();
  if (!parsed.ok) throw new Error(`No word vectors: ${parsed.reason}`);
  const encode = await readOutOfFold();
  if (process.argv.includes('--signals')) {
    const { article, members, tune } = sets;
    const means = { vectors: parsed.vectors, encode };
    const examples = [article, members, ...(tune ? [tune] : [])].flatMap((set) => examplesOf(set, 1, means));
    return writeSignalsTable(examples, RANKING_PENALTY);
  }
  say('WORDS ONLY');
  const wordsOnly = { vectors: null, encode: null };
  const words = fitWeights(sets, wordsOnly);
  say('\nOTHER LANGUAGES');
  const others = await Promise.all(OTHER_LANGUAGES.map((language) => tuneSet(language, 'fit')));
  const atHand = others.filter((set) => set !== null);
  const other = atHand.length > 0 ? fitOtherLanguages(atHand, wordsOnly) : words;
  say('\nWITH MEANING');
  const meaning = fitWeights(sets, { vectors: parsed.vectors, encode: null });
  say('\nWITH A SENTENCE ENCODER');
  const encoder = fitWeights(sets, { vectors: parsed.vectors, encode });
  await writeFile(OUT, renderWeights({ words, meaning, encoder, other }));
  say(`\nWritten to ${OUT.slice(packageRoot().length + 1)}: build again to use them.`);
}

function fitOtherLanguages(sets: readonly QuestionSet[], means: Means): FittedWeights {
  return fitTo(
    sets.flatMap((set) => examplesOf(set, 1, means)),
    sets.flatMap((set) => strangersOf(set, 1, 3, means)),
  );
}

function fitWeights({ article, members, tune }: Sets, means: Means): FittedWeights {
  const ranking = [
    ...examplesOf(article, 1.5, means),
    ...examplesOf(members, 1, means),
    ...(tune ? examplesOf(tune, 0.5, means) : []),
  ];
  const strangers = [
    ...strangersOf(members, 0.5, 3, means),
    ...(tune ? strangersOf(tune, 0.25, 3, means) : []),
  ];
  return fitTo(ranking, strangers);
}

/** @param strangers questions that no sentence answers, for the decision alone */
function fitTo(ranking: readonly FitExample[], strangers: readonly FitExample[]): FittedWeights {
  const judged = crossValidate(ranking, strangers);
  const decision = fitLogistic(
    judged.map((one) => one.decision),
    DECISION_PENALTY,
  );
  say(reportAccuracy(judged));
  say(reportConfidence(judged, decision));

  const answerable = ranking.filter((example) => example.answerable);
  const weights = fitRanking(answerable, SIGNAL_NAMES.length, RANKING_PENALTY);
  return {
    signals: named(SIGNAL_NAMES, weights),
    grounds: named(GROUND_NAMES, decision.weights),
    bias: decision.bias,
  };
}

/** Judges each question by weights fitted to the other folds' articles. */
function crossValidate(ranking: readonly FitExample[], strangers: readonly FitExample[]): Judged[] {
  const all = [...ranking, ...strangers];
  return Array.from({ length: FOLDS }).flatMap((_, fold) => {
    const seen = ranking.filter((example) => example.answerable && example.fold !== fold);
    const weights = withHandSet(fitRanking(seen, SIGNAL_NAMES.length, RANKING_PENALTY));
    return all.filter((example) => example.fold === fold).map((example) => judge(example, weights));
  });
}

function judge(example: FitExample, weights: Float64Array): Judged {
  const ranked = reweigh(example, weights);
  const hit = example.answerable && isRight(example, ranked[0]);
  const row = GROUND_NAMES.map((name) => GROUNDS[name]?.(example.query, ranked) ?? 0);
  return { example, hit, decision: { row, isRight: hit, weight: example.weight } };
}

/** With the weights that are set by hand in their places. */
function withHandSet(weights: Float64Array): Float64Array {
  return weights.map((weight, i) => HAND_SET_SIGNAL_WEIGHTS[SIGNAL_NAMES[i] ?? ''] ?? weight);
}

/** By name, without those that are set by hand and those that came to nothing. */
function named(names: readonly string[], weights: ArrayLike<number>): Record<string, number> {
  const entries = names.map((name, i): [string, number] => [name, weights[i] ?? 0]);
  return Object.fromEntries(
    entries.filter(([name, weight]) => !(name in HAND_SET_SIGNAL_WEIGHTS) && Math.abs(weight) >= 0.00005),
  );
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

await main();
