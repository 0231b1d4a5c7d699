import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FITTED_DECISIONS, FITTED_GROUNDS } from '../../src/engine/fitted-decisions.js';
import { FITTED } from '../../src/engine/fitted-weights.js';
import { GROUND_NAMES, groundsOf } from '../../src/engine/grounds.js';
import { loadWordVectors } from '../../src/engine/meaning/load-word-vectors.js';
import { SIGNAL_NAMES } from '../../src/engine/rank.js';
import {
  type FittedDecision,
  type FittedName,
  type FittedWeights,
  HAND_SET_SIGNAL_WEIGHTS,
} from '../../src/engine/weights.js';
import { packageRoot } from '../../src/package-root.js';
import {
  articleSet,
  membersSet,
  practiceSet,
  type QuestionSet,
  translations,
  tuneSet,
} from '../question-sets.js';
import {
  examplesOf,
  type FitExample,
  isRight,
  type Means,
  reweigh,
  shortened,
  strangersOf,
} from './examples.js';
import { type Candidate, fitDecision } from './fit-decision.js';
import { FOLDS } from './folds.js';
import { fitRanking } from './listwise.js';
import { readOutOfFold } from './out-of-fold.js';
import { renderDecisions, renderWeights } from './render-weights.js';
import { reportAccuracy, reportConfidence } from './report.js';
import { writeSignalsTable } from './signals-table.js';

/** Strength of the pull towards zero, chosen by cross-validation among 0.0001, 0.0003, 0.001 and 0.003. */
const RANKING_PENALTY = 0.0003;
/** Those that there are questions in, besides English. */
const OTHER_LANGUAGES = ['de', 'es', 'ru', 'zh'];
/**
 * What a question counts for the decision, against what it counts for the ranking: one whose best sentence is wrong
 * tells less than one that the article does not answer, and encyclopedic ones are all well answered. Of 0, 0.2, 0.3,
 * 0.5 and 1, and of 0.3, 0.5 and 1, by cross-validation. Strangers count as they are: at less, members' questions are
 * decided no worse, but twice as many strangers to an article are answered from it.
 */
const DECISION_WORTH = { wrong: 0.3, encyclopedic: 0.5 };
/**
 * What a question about a practice text counts, against a member's. Without the encoder, of members' questions 51.5 % of
 * the first sentences are right without practice texts in the ranking and 52.6 with them, cross-validated; encyclopedic ones lose half a
 * point. The decision tells what has an answer in 0.827, 0.860, 0.865 and 0.871 of members' pairs where they count 0,
 * 0.25, 0.5 and 1, and in 0.857 where half of them count 0.5.
 */
const PRACTICE_WORTH = { ranking: 0.25, decision: 1 };
const SHORT_WORTH = 0.3;
/** In other languages there are no others. */
const DECISION_WORTH_OTHER = { wrong: 0.3, encyclopedic: 1 };
const NAMES: readonly FittedName[] = ['words', 'other', 'glossed', 'glossedEncoder', 'meaning', 'encoder'];
const OUT = join(packageRoot(), 'src', 'engine', 'fitted-weights.ts');
const OUT_DECISIONS = join(packageRoot(), 'src', 'engine', 'fitted-decisions.ts');

interface Sets {
  readonly article: QuestionSet;
  readonly members: QuestionSet;
  readonly practice: QuestionSet;
  readonly tune: QuestionSet | null;
}

/**
 * Fits the ranking's and the decision's weights on the fitting halves and writes them down. What it prints
 * is cross-validated by article: each question is judged by weights that never saw its article. With `--signals` it
 * measures what each signal is worth instead, and changes no weight; with `--only NAME,…` it fits some of the six sets.
 */
async function main(): Promise<void> {
  const sets = {
    article: await articleSet('fit'),
    members: await membersSet('fit'),
    practice: await practiceSet(),
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
  const only = optionOf('--only')?.split(',') ?? null;
  if (only !== null && FITTED_GROUNDS.join() !== GROUND_NAMES.join())
    throw new Error('The grounds have changed since the other sets were fitted: fit all of them.');
  const wordsOnly = { vectors: null, encode: null };
  const others = await Promise.all(OTHER_LANGUAGES.map((language) => tuneSet(language, 'fit')));
  const otherSets = [...others.filter((set) => set !== null), ...(await translations('fit'))];
  const fitOthers = (means: Means) => fitOtherLanguages(otherSets, means);
  const fits: Readonly<Record<FittedName, () => Fitted>> = {
    words: () => fitWeights(sets, wordsOnly),
    other: () => fitOthers(wordsOnly),
    glossed: () => fitOthers({ vectors: parsed.vectors, encode: null }),
    glossedEncoder: () => fitOthers({ vectors: parsed.vectors, encode }),
    meaning: () => fitWeights(sets, { vectors: parsed.vectors, encode: null }),
    encoder: () => fitWeights(sets, { vectors: parsed.vectors, encode }),
  };
  const weights = { ...FITTED };
  const decisions = { ...FITTED_DECISIONS };
  for (const name of NAMES.filter((one) => only?.includes(one) ?? true)) {
    say(`\n${name.toUpperCase()}`);
    const fitted = fits[name]();
    weights[name] = fitted.weights;
    decisions[name] = fitted.decision;
  }
  await writeFile(OUT, renderWeights(weights));
  await writeFile(OUT_DECISIONS, renderDecisions(decisions));
  for (const file of [OUT, OUT_DECISIONS])
    say(`\nWritten to ${file.slice(packageRoot().length + 1)}: build again to use it.`);
}

/** What stands behind an option; null where it is not given. */
function optionOf(option: string): string | null {
  const at = process.argv.indexOf(option);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
}

interface Fitted {
  readonly weights: FittedWeights;
  readonly decision: FittedDecision;
}

/** What the two are fitted to. */
interface Examples {
  readonly ranking: readonly FitExample[];
  readonly decision: readonly FitExample[];
}

function fitOtherLanguages(sets: readonly QuestionSet[], means: Means): Fitted {
  const ranking = sets.flatMap((set) => examplesOf(set, 1, means));
  const decision = [...ranking, ...sets.flatMap((set) => strangersOf(set, 1, 3, means))];
  return fitTo({ ranking, decision }, DECISION_WORTH_OTHER);
}

function fitWeights({ article, members, practice, tune }: Sets, means: Means): Fitted {
  const asked = [
    ...examplesOf(article, 1.5, means),
    ...examplesOf(members, 1, means),
    ...(tune ? examplesOf(tune, 0.5, means) : []),
  ];
  const practised = examplesOf(practice, 1, means);
  const ranking = [...asked, ...practised.map((example) => ({ ...example, weight: PRACTICE_WORTH.ranking }))];
  const decision = [
    ...asked,
    ...practised.map((example) => ({ ...example, weight: PRACTICE_WORTH.decision })),
    ...examplesOf(shortened(practice), SHORT_WORTH, means),
    ...strangersOf(shortened(practice), SHORT_WORTH, 2, means),
    ...strangersOf(members, 0.5, 3, means),
    ...(tune ? strangersOf(tune, 0.25, 3, means) : []),
    // Whatever is asked, the encoder finds something near.
    ...(means.encode ? strangersOf(practice, 0.5, 4, means) : []),
  ];
  return fitTo({ ranking, decision }, DECISION_WORTH);
}

function fitTo(examples: Examples, worth: typeof DECISION_WORTH): Fitted {
  const judged = crossValidate(examples, worth);
  const { decision, sure } = fitDecision(judged);
  say(reportAccuracy(judged));
  say(reportConfidence(sure));

  const answerable = examples.ranking.filter((example) => example.answerable);
  const weights = fitRanking(answerable, SIGNAL_NAMES.length, RANKING_PENALTY);
  return { weights: { signals: named(SIGNAL_NAMES, weights) }, decision };
}

/** Judges each question by weights fitted to the other folds' articles. */
function crossValidate({ ranking, decision }: Examples, worth: typeof DECISION_WORTH): Candidate[] {
  return Array.from({ length: FOLDS }).flatMap((_, fold) => {
    const seen = ranking.filter((example) => example.answerable && example.fold !== fold);
    const weights = withHandSet(fitRanking(seen, SIGNAL_NAMES.length, RANKING_PENALTY));
    return decision
      .filter((example) => example.fold === fold)
      .map((example) => {
        const ranked = reweigh(example, weights);
        const hit = example.answerable && isRight(example, ranked[0]);
        const factor =
          (example.answerable && !hit ? worth.wrong : 1) *
          (example.answerable && example.set.startsWith('encyclopedic') ? worth.encyclopedic : 1);
        return { example, hit, grounds: groundsOf(example.query, ranked), worth: example.weight * factor };
      });
  });
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
