import { median, quantile } from './quantile.js';

/** Something to be timed: each call asks one question. */
export interface Contestant {
  readonly name: string;
  readonly asks: readonly (() => unknown)[];
}

/** Milliseconds a question. */
export interface Timing {
  readonly name: string;
  readonly p50: number;
  readonly p99: number;
}

/** How long timing may take. */
export interface Rounds {
  /** At most. */
  readonly rounds: number;
  /** How many questions of each contestant warm up; they do not count. */
  readonly warmUp: number;
  /** No round is begun later than this many milliseconds after the first: a busy machine does fewer. */
  readonly budget: number;
}

/**
 * Times contestants side by side: in each round everyone asks all their questions once, so that a busy moment
 * of the machine hurts all alike. A question's time is the median of its rounds, which leaves out what else
 * the machine was doing; p50 and p99 are over the questions.
 */
export function timeRounds(contestants: readonly Contestant[], { rounds, warmUp, budget }: Rounds): Timing[] {
  for (const { asks } of contestants) for (const ask of asks.slice(0, warmUp)) ask();
  const times = contestants.map(({ asks }) => asks.map((): number[] => []));
  const started = performance.now();
  for (let round = 0; round < rounds && (round === 0 || performance.now() - started < budget); round++) {
    for (const [i, { asks }] of contestants.entries()) {
      for (const [question, ask] of asks.entries()) times[i]?.[question]?.push(timeOf(ask));
    }
  }
  return contestants.map(({ name }, i) => {
    const usual = (times[i] ?? []).map(median);
    return { name, p50: quantile(usual, 0.5), p99: quantile(usual, 0.99) };
  });
}

/** Milliseconds that a call takes. */
export function timeOf(work: () => unknown): number {
  const started = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - started) / 1e6;
}
