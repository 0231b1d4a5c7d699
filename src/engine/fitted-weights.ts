/**
 * Written by `npm run fit` (bench/fit): do not edit by hand. Fitted on the fitting halves of the questions
 * that bench/data/README.md describes and, where they are at hand, on encyclopedic ones.
 */

/** What each signal of `signals.ts` adds to a sentence's score, times its value. */
export const FITTED_SIGNAL_WEIGHTS: Readonly<Record<string, number>> = {
  coverage: 3.3597,
  density: 2.0614,
  rarest: -0.1974,
  names: 0.8547,
  phrase: 1.5438,
  nearness: 0.3034,
  before: 1.4738,
  after: -0.1784,
  antecedent: 1.242,
  paragraph: 4.5212,
  article: -0.0,
  title: 0.0,
  'answer:person': 1.328,
  'answer:date': 1.6359,
  'answer:place': 1.1035,
  'answer:number': 2.4371,
  'answer:money': 3.2976,
  'answer:duration': 3.086,
  'answer:reason': 1.8932,
  'another question': -2.1207,
  length: 1.2925,
  'opens paragraph': -0.3562,
  'opens article': 0.1164,
};

/** What each ground of `decide.ts` adds to the log-odds that the best sentence is right, times its value. */
export const FITTED_GROUND_WEIGHTS: Readonly<Record<string, number>> = {
  'share of score': 2.9015,
  lead: 0.0577,
  coverage: 1.014,
  paragraph: 1.8411,
  article: -0.7189,
  nearness: -0.3216,
  unknown: -0.2447,
  'unknown name': -1.0922,
  'answer offered': -0.1127,
  'answer not offered': -1.5625,
  'few words': -5.7818,
};

/** The log-odds before any ground is looked at. */
export const FITTED_BIAS = -1.1555;
