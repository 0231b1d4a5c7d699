/**
 * Written by `npm run fit` (bench/fit): do not edit by hand. Fitted on the fitting halves of the questions
 * that bench/data/README.md describes and, where they are at hand, on encyclopedic ones.
 */

/** What each signal of `signals.ts` adds to a sentence's score, times its value. */
export const FITTED_SIGNAL_WEIGHTS: Readonly<Record<string, number>> = {
  coverage: 2.5259,
  density: 1.7529,
  rarest: -0.4040,
  names: 0.9714,
  phrase: 1.5694,
  nearness: 0.3615,
  before: 1.9374,
  after: -0.3921,
  antecedent: 1.1018,
  paragraph: 4.1866,
  article: 0.0000,
  'first mention': 1.8181,
  title: 0.0000,
  'answer:person': 1.3173,
  'answer:date': 1.6487,
  'answer:place': 1.1634,
  'answer:number': 2.4713,
  'answer:money': 3.3176,
  'answer:duration': 3.0334,
  'answer:reason': 1.8701,
  'another question': -2.1064,
  length: 1.2040,
  'opens paragraph': -0.4014,
  'opens article': -0.0809,
};

/** What each ground of `decide.ts` adds to the log-odds that the best sentence is right, times its value. */
export const FITTED_GROUND_WEIGHTS: Readonly<Record<string, number>> = {
  'share of score': 2.6250,
  lead: 0.2093,
  coverage: 1.1691,
  paragraph: 1.9526,
  article: -0.8884,
  nearness: -0.3226,
  unknown: -0.4595,
  'unknown name': -0.8911,
  'answer offered': -0.0607,
  'answer not offered': -1.4820,
  'few words': -5.7251,
};

/** The log-odds before any ground is looked at. */
export const FITTED_BIAS = -1.1275;
