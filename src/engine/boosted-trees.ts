/**
 * Small decision trees that are added up (gradient boosting: Friedman, 2001), each written as a line: an inner node as
 * `feature:threshold` followed by what to do below the threshold and by what to do otherwise, a leaf as what it adds.
 * `0:0.5 -0.1 3:2 0.2 0.4` adds -0.1 where feature 0 is below 0.5, else 0.2 or 0.4 by feature 3.
 */
export class BoostedTrees {
  readonly #roots: readonly Node[];

  /** @throws SyntaxError for a line that is no tree, which is a bug in what wrote it */
  constructor(lines: readonly string[]) {
    this.#roots = lines.map(parseTree);
  }

  /** The sum of what all trees add for a row of features. */
  sum(row: ArrayLike<number>): number {
    let sum = 0;
    for (const root of this.#roots) {
      let node = root;
      while (typeof node !== 'number') {
        node = (row[node.feature] ?? 0) < node.threshold ? node.below : node.otherwise;
      }
      sum += node;
    }
    return sum;
  }
}

/** A leaf is what it adds. */
export type Node = number | Branch;

export interface Branch {
  /** Place in a row. */
  readonly feature: number;
  readonly threshold: number;
  readonly below: Node;
  readonly otherwise: Node;
}

function parseTree(line: string): Node {
  const words = line.split(' ');
  let at = 0;
  const next = (): Node => {
    const word = words[at++] ?? '';
    const [feature = Number.NaN, threshold] = word.split(':').map(Number);
    if (word === '' || Number.isNaN(feature) || Number.isNaN(threshold))
      throw new SyntaxError(`no tree of a decision: ${line}`);
    return threshold === undefined ? feature : { feature, threshold, below: next(), otherwise: next() };
  };
  const root = next();
  if (at !== words.length) throw new SyntaxError(`more than a tree of a decision: ${line}`);
  return root;
}
