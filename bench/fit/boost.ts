import type { Branch, Node } from '../../src/engine/boosted-trees.js';
import { randomFrom } from '../speed/random.js';
import type { DecisionExample } from './logistic.js';

/** How trees are grown. Chosen by cross-validation among those beside each number. */
export interface Growth {
  /** How many. 150, 200, 250 or 300. */
  readonly trees: number;
  /** Leaves of each: 2, 3, 4, 6, 8 or 12. */
  readonly leaves: number;
  /** Share of what a leaf would add that it does add: 0.03 or 0.05. */
  readonly rate: number;
  /** The pull of a leaf towards nothing: 5 or 20. */
  readonly penalty: number;
  /** Examples that a leaf needs: 20 or 40. */
  readonly leafSize: number;
  /** Share of the examples, and of the features, that a tree is shown: 0.7; 0.2, 0.3 or 0.5. */
  readonly examples: number;
  readonly features: number;
}

/** Thresholds that are tried for a feature: so many parts of equal number. */
const PARTS = 64;

/**
 * Gradient boosting of decision trees for the logistic loss (Friedman, 2001), each tree grown leaf by leaf where most is
 * gained, by Newton steps (Chen and Guestrin, 2016). Deterministic.
 */
export function boost(examples: readonly DecisionExample[], growth: Growth): Node[] {
  const random = randomFrom(1);
  const features = binned(examples.map(({ row }) => row));
  const scores = new Float64Array(examples.length);
  const slopes = new Float64Array(examples.length);
  const bends = new Float64Array(examples.length);
  const trees: Node[] = [];
  for (let i = 0; i < growth.trees; i++) {
    for (const [k, { isRight, weight }] of examples.entries()) {
      const p = 1 / (1 + Math.exp(-(scores[k] ?? 0)));
      slopes[k] = weight * (p - (isRight ? 1 : 0));
      bends[k] = weight * p * (1 - p);
    }
    const shown = examples.flatMap((_, k) => (random() < growth.examples ? [k] : []));
    const looked = features.filter(() => random() < growth.features);
    const tree = grow({ shown, looked, slopes, bends, growth });
    trees.push(tree);
    for (const [k, { row }] of examples.entries()) scores[k] = (scores[k] ?? 0) + leafOf(tree, row);
  }
  return trees;
}

/** The line that `BoostedTrees` reads. */
export function writeTree(node: Node): string {
  if (typeof node === 'number') return String(round(node));
  return `${node.feature}:${node.threshold} ${writeTree(node.below)} ${writeTree(node.otherwise)}`;
}

interface Feature {
  /** Place in a row. */
  readonly feature: number;
  /** Rising. */
  readonly thresholds: readonly number[];
  /** For each example, how many thresholds it reaches. */
  readonly bins: Uint8Array;
}

/** Features that say something, cut into parts. Thresholds are as short as they are to be written down. */
function binned(rows: readonly ArrayLike<number>[]): Feature[] {
  return Array.from({ length: rows[0]?.length ?? 0 }, (_, feature) => {
    const values = rows.map((row) => row[feature] ?? 0);
    const sorted = values.toSorted((a, b) => a - b);
    const cuts = Array.from({ length: PARTS - 1 }, (_, i) => {
      const at = Math.floor(((i + 1) * sorted.length) / PARTS);
      return round(((sorted[at - 1] ?? 0) + (sorted[at] ?? 0)) / 2);
    });
    const thresholds = [...new Set(cuts)].filter((cut) => cut > (sorted[0] ?? 0));
    const bins = Uint8Array.from(values, (value) => thresholds.filter((cut) => value >= cut).length);
    return { feature, thresholds, bins };
  }).filter(({ thresholds }) => thresholds.length > 0);
}

interface Ground {
  readonly shown: readonly number[];
  readonly looked: readonly Feature[];
  readonly slopes: Float64Array;
  readonly bends: Float64Array;
  readonly growth: Growth;
}

interface Leaf {
  readonly examples: readonly number[];
  readonly value: number;
  /** The best way to part it; null where none gains. */
  readonly split: Split | null;
}

interface Split {
  readonly gain: number;
  readonly by: Feature;
  /** Place in its thresholds. */
  readonly at: number;
}

/** A tree while it grows. */
interface Bud {
  leaf: Leaf;
  parted: { readonly below: Bud; readonly otherwise: Bud; readonly split: Split } | null;
}

function grow(ground: Ground): Node {
  const root: Bud = { leaf: leafFrom(ground.shown, ground), parted: null };
  const open = [root];
  while (open.length < ground.growth.leaves) {
    const best = open.reduce((most, bud) => (gainOf(bud) > gainOf(most) ? bud : most), open[0] ?? root);
    const { split, examples } = best.leaf;
    if (!split) break;
    const isBelow = (k: number) => (split.by.bins[k] ?? 0) <= split.at;
    const below: Bud = { leaf: leafFrom(examples.filter(isBelow), ground), parted: null };
    const otherwise: Bud = {
      leaf: leafFrom(
        examples.filter((k) => !isBelow(k)),
        ground,
      ),
      parted: null,
    };
    best.parted = { below, otherwise, split };
    open.splice(open.indexOf(best), 1, below, otherwise);
  }
  return nodeOf(root);
}

function gainOf({ leaf }: Bud): number {
  return leaf.split?.gain ?? 0;
}

function nodeOf({ leaf, parted }: Bud): Node {
  if (!parted) return leaf.value;
  const { split, below, otherwise } = parted;
  const threshold = split.by.thresholds[split.at] ?? 0;
  return {
    feature: split.by.feature,
    threshold,
    below: nodeOf(below),
    otherwise: nodeOf(otherwise),
  } satisfies Branch;
}

function leafFrom(examples: readonly number[], ground: Ground): Leaf {
  const { slopes, bends, growth } = ground;
  let slope = 0;
  let bend = 0;
  for (const k of examples) {
    slope += slopes[k] ?? 0;
    bend += bends[k] ?? 0;
  }
  const value = (-growth.rate * slope) / (bend + growth.penalty);
  return { examples, value, split: bestSplit(examples, slope, bend, ground) };
}

function bestSplit(
  examples: readonly number[],
  slope: number,
  bend: number,
  { looked, slopes, bends, growth: { penalty, leafSize } }: Ground,
): Split | null {
  const worth = (s: number, b: number) => (s * s) / (b + penalty);
  const whole = worth(slope, bend);
  let best: Split | null = null;
  const binSlopes = new Float64Array(PARTS);
  const binBends = new Float64Array(PARTS);
  const binCounts = new Float64Array(PARTS);
  for (const by of looked) {
    binSlopes.fill(0);
    binBends.fill(0);
    binCounts.fill(0);
    for (const k of examples) {
      const bin = by.bins[k] ?? 0;
      binSlopes[bin] = (binSlopes[bin] ?? 0) + (slopes[k] ?? 0);
      binBends[bin] = (binBends[bin] ?? 0) + (bends[k] ?? 0);
      binCounts[bin] = (binCounts[bin] ?? 0) + 1;
    }
    let s = 0;
    let b = 0;
    let count = 0;
    for (let at = 0; at < by.thresholds.length; at++) {
      s += binSlopes[at] ?? 0;
      b += binBends[at] ?? 0;
      count += binCounts[at] ?? 0;
      if (count < leafSize || examples.length - count < leafSize) continue;
      const gain = worth(s, b) + worth(slope - s, bend - b) - whole;
      if (gain > (best?.gain ?? 1e-9)) best = { gain, by, at };
    }
  }
  return best;
}

function leafOf(tree: Node, row: ArrayLike<number>): number {
  let node = tree;
  while (typeof node !== 'number')
    node = (row[node.feature] ?? 0) < node.threshold ? node.below : node.otherwise;
  return node;
}

/** Four places are plenty, and minus zero is zero. */
function round(value: number): number {
  return Math.round(value * 1e4) / 1e4 + 0;
}
