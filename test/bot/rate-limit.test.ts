import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRateLimit, type RateLimit, type Turn } from '../../src/bot/rate-limit.js';

async function takeTimes(limit: RateLimit, userId: string, kind: 'question' | 'button', times: number) {
  const turns: Turn[] = [];
  for (let i = 0; i < times; i += 1) turns.push(await limit.take(userId, kind));
  return turns;
}

describe('the rate limit', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('allows ten questions in half a minute, and says how long to wait with the eleventh', async () => {
    const limit = createRateLimit();

    const turns = await takeTimes(limit, 'ada', 'question', 12);

    expect(turns.slice(0, 10).every(({ allowed }) => allowed)).toBe(true);
    expect(turns.slice(10)).toEqual([
      { allowed: false, seconds: 30, first: true },
      { allowed: false, seconds: 30, first: false },
    ]);
  });

  it('allows more presses of buttons, which cost less', async () => {
    const turns = await takeTimes(createRateLimit(), 'ada', 'button', 31);

    expect(turns.filter(({ allowed }) => allowed)).toHaveLength(30);
    expect(turns[30]).toEqual({ allowed: false, seconds: 30, first: true });
  });

  it('is each member’s own', async () => {
    const limit = createRateLimit();

    await takeTimes(limit, 'ada', 'question', 12);

    expect(await limit.take('bob', 'question')).toEqual({ allowed: true });
  });

  it('forgives after half a minute', async () => {
    const limit = createRateLimit();
    await takeTimes(limit, 'ada', 'question', 11);

    vi.advanceTimersByTime(30_000);

    expect(await limit.take('ada', 'question')).toEqual({ allowed: true });
  });
});
