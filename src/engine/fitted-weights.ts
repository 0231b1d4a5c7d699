/**
 * Written by `npm run fit` (bench/fit): do not edit by hand. Fitted on the fitting halves of the questions
 * that bench/data/README.md describes and, where they are at hand, on encyclopedic ones.
 */

/** What each signal of `signals.ts` adds to a sentence's score, times its value. */
export const FITTED_SIGNAL_WEIGHTS: Readonly<Record<string, number>> = {
  coverage: 3.3287,
  density: 2.0733,
  rarest: -0.1805,
  names: 0.8591,
  phrase: 1.5277,
  nearness: 0.3281,
  before: 1.4333,
  after: -0.1424,
  antecedent: 1.1959,
  paragraph: 4.5065,
  article: -0.0000,
  title: -0.0000,
  'answer:person': 1.3364,
  'answer:date': 1.6089,
  'answer:place': 1.1044,
  'answer:number': 2.4453,
  'answer:money': 3.2988,
  'answer:duration': 3.0889,
  'answer:reason': 1.8907,
  'another question': -2.1191,
  length: 1.2769,
  'opens paragraph': -0.3644,
  'opens article': 0.1373,
};

/** What each ground of `decide.ts` adds to the log-odds that the best sentence is right, times its value. */
export const FITTED_GROUND_WEIGHTS: Readonly<Record<string, number>> = {
  'share of score': 3.0837,
  lead: -0.0519,
  coverage: 0.9044,
  paragraph: 1.8262,
  article: -0.7304,
  nearness: -0.3444,
  unknown: -0.3521,
  'unknown name': -1.0991,
  'answer offered': -0.1458,
  'answer not offered': -1.6002,
  'few words': -5.7765,
};

/** The log-odds before any ground is looked at. */
export const FITTED_BIAS = -1.0446;
