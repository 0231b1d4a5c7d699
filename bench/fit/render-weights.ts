import { GROUND_NAMES } from '../../src/engine/grounds.js';
import type { FittedDecision, FittedName, FittedWeights } from '../../src/engine/weights.js';

/** The source text of `src/engine/fitted-weights.ts`. */
export function renderWeights(fitted: Readonly<Record<FittedName, FittedWeights>>): string {
  const sets = Object.entries(fitted).map(
    ([name, { signals }]) => `  ${name}: {
    signals: {
${lines(signals)}
    },
  },`,
  );
  return `import type { FittedName, FittedWeights } from './weights.js';

/**
 * Written by \`npm run fit\` (bench/fit): do not edit by hand. Fitted on the fitting halves of the questions
 * that bench/data/README.md describes and, where they are at hand, on encyclopedic ones.
 */
export const FITTED: Readonly<Record<FittedName, FittedWeights>> = {
${sets.join('\n')}
};
`;
}

/** The source text of `src/engine/fitted-decisions.ts`. */
export function renderDecisions(fitted: Readonly<Record<FittedName, FittedDecision>>): string {
  const sets = Object.entries(fitted).map(
    ([name, { scale, bias, trees }]) => `  ${name}: {
    scale: ${round(scale)},
    bias: ${round(bias)},
    trees: [
${trees.map((tree) => `      '${tree}',`).join('\n')}
    ],
  },`,
  );
  return `import type { FittedDecision, FittedName } from './weights.js';

/** The grounds that the trees were grown on, in the order of their places: those of \`grounds.ts\`, or it is to be fitted anew. */
export const FITTED_GROUNDS: readonly string[] = [
${GROUND_NAMES.map((name) => `  '${name}',`).join('\n')}
];

/** Written by \`npm run fit\` (bench/fit) as \`fitted-weights.ts\` is: do not edit by hand. */
export const FITTED_DECISIONS: Readonly<Record<FittedName, FittedDecision>> = {
${sets.join('\n')}
};
`;
}

function lines(weights: Readonly<Record<string, number>>): string {
  return Object.entries(weights)
    .map(([name, value]) => `      ${/^\w+$/.test(name) ? name : `'${name}'`}: ${round(value)},`)
    .join('\n');
}

/** Four places are plenty, and minus zero is zero. */
function round(value: number): number {
  return Math.round(value * 1e4) / 1e4 + 0;
}
