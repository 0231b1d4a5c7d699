import type { FittedName, FittedWeights } from '../../src/engine/weights.js';

/** The source text of `src/engine/fitted-weights.ts`. */
export function renderWeights(fitted: Readonly<Record<FittedName, FittedWeights>>): string {
  const sets = Object.entries(fitted).map(
    ([name, { signals, grounds, bias }]) => `  ${name}: {
    signals: {
${lines(signals)}
    },
    grounds: {
${lines(grounds)}
    },
    bias: ${round(bias)},
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

function lines(weights: Readonly<Record<string, number>>): string {
  return Object.entries(weights)
    .map(([name, value]) => `      ${/^\w+$/.test(name) ? name : `'${name}'`}: ${round(value)},`)
    .join('\n');
}

/** Four places are plenty, and minus zero is zero. */
function round(value: number): number {
  return Math.round(value * 1e4) / 1e4 + 0;
}
