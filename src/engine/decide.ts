import { BoostedTrees } from './boosted-trees.js';
import { FITTED_DECISIONS } from './fitted-decisions.js';
import { groundsOf } from './grounds.js';
import type { NotSaidReason } from './outcome.js';
import { type Query, weightsFor } from './query.js';
import { measured, type Ranked } from './rank.js';
import { DECISION, type FittedName } from './weights.js';

const grown = new Map<FittedName, BoostedTrees>();

/** The trees of a set, read when they are first needed. */
function treesOf(name: FittedName): BoostedTrees {
  const known = grown.get(name);
  if (known) return known;
  const trees = new BoostedTrees(FITTED_DECISIONS[name].trees);
  grown.set(name, trees);
  return trees;
}

/**
 * How sure it is that the best passage answers, 0..1: boosted trees over `GROUNDS`, fitted (`bench/fit`) on questions
 * with and without an answer, and made even afterwards so that it can be read as a probability.
 */
export function confidenceOf(query: Query, ranked: readonly Ranked[]): number {
  const grounds = groundsOf(query, ranked);
  if (!grounds) return 0;
  const name = weightsFor(query);
  const { scale, bias } = FITTED_DECISIONS[name];
  const confidence = 1 / (1 + Math.exp(-(scale * treesOf(name).sum(grounds) + bias)));
  return (
    confidence *
    (lacksNumber(query, ranked[0]) ? DECISION.withoutNumber : 1) *
    (sharesOnlyNumber(query, ranked[0]) ? DECISION.onlyNumber : 1)
  );
}

/** Are numbers all that the sentence has of a question of several words: "who won the world cup in 2018"? */
function sharesOnlyNumber({ terms }: Query, best: Ranked | undefined): boolean {
  const said = terms.filter((_, i) => (best?.cover.values[i] ?? 0) > 0);
  return terms.length > 2 && said.length > 0 && said.every(({ typed }) => /^\d+$/.test(typed));
}

/** Is a price or a count asked for where the sentence names none? */
function lacksNumber({ wanted }: Query, best: Ranked | undefined): boolean {
  if (wanted !== 'money' && wanted !== 'number') return false;
  return !(['money', 'number'] as const).some((kind) => best?.sentence.offers.has(kind));
}

/** Why a question is not answered. What the article lacks comes first, because it can be named. */
export function reasonNotSaid(query: Query, best: Ranked | undefined): NotSaidReason {
  const unknown = query.terms.reduce(
    (sum, { isKnown, isCarried, weight }) => sum + (isKnown || isCarried ? 0 : weight),
    0,
  );
  if (unknown >= DECISION.keyWordShare) return 'key-word-missing';
  return !best || measured(best, 'coverage') === 0 ? 'nothing-matches' : 'not-sure';
}
