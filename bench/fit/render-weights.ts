/** The source text of `src/engine/fitted-weights.ts`. */
export function renderWeights(
  signals: readonly (readonly [string, number])[],
  bias: number,
  grounds: readonly (readonly [string, number])[],
): string {
  return `/**
 * Written by \`npm run fit\` (bench/fit): do not edit by hand. Fitted on the fitting halves of the questions
 * that bench/data/README.md describes and, where they are at hand, on encyclopedic ones.
 */

/** What each signal of \`signals.ts\` adds to a sentence's score, times its value. */
export const FITTED_SIGNAL_WEIGHTS: Readonly<Record<string, number>> = {
${lines(signals)}
};

/** What each ground of \`decide.ts\` adds to the log-odds that the best sentence is right, times its value. */
export const FITTED_GROUND_WEIGHTS: Readonly<Record<string, number>> = {
${lines(grounds)}
};

/** The log-odds before any ground is looked at. */
export const FITTED_BIAS = ${bias.toFixed(4)};
`;
}

function lines(entries: readonly (readonly [string, number])[]): string {
  return entries
    .map(([name, value]) => `  ${/^\w+$/.test(name) ? name : `'${name}'`}: ${value.toFixed(4)},`)
    .join('\n');
}
