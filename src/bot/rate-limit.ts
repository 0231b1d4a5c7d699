import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/**
 * How much one member may ask of the bot: ten questions, or thirty presses of buttons, in half a minute.
 * Nobody who reads the answers notices; a script in a loop does. The half minute starts with the first
 * of them.
 */
const RATE_LIMIT = { points: 30, seconds: 30, question: 3, button: 1 } as const;

/** Whether a member may go on. */
export type Turn =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      /** Until the member may ask again, at least 1. */
      readonly seconds: number;
      /** True for the first refusal in a row: where a refusal is seen by others, the rest go unanswered. */
      readonly first: boolean;
    };

/** Counts what each member asks of the bot. */
export interface RateLimit {
  /** Takes a member's turn. */
  take(userId: string, kind: 'question' | 'button'): Promise<Turn>;
}

/** A rate limit kept in memory: a restart forgives. */
export function createRateLimit(limits: { points: number; seconds: number } = RATE_LIMIT): RateLimit {
  const limiter = new RateLimiterMemory({ points: limits.points, duration: limits.seconds });
  return {
    async take(userId, kind) {
      const cost = RATE_LIMIT[kind];
      try {
        await limiter.consume(userId, cost);
        return { allowed: true };
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal;
        const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
        return { allowed: false, seconds, first: refusal.consumedPoints - cost <= limits.points };
      }
    },
  };
}
