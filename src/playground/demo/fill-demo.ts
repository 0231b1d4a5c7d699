import type { Engine } from '../../engine/outcome.js';
import { createQuestionId } from '../../store/question-id.js';
import type { Store } from '../../store/store.js';
import { DEMO_COMMENTS, DEMO_QUESTIONS, type DemoQuestion } from './demo-questions.js';

const DAY_MS = 24 * 60 * 60 * 1_000;
/** How far the demo's history goes back, and how many questions there are on a usual day. */
const DAYS = 30;
const A_DAY = 14;
const MEMBERS = 40;
/** Of the answers, so many are voted on, and so many of the votes are 👍. */
const VOTED = 0.3;
const HELPED = 0.85;

/** Numbers from 0 up to 1 that look like chance and are the same at every start: Marsaglia's xorshift, 32 bits. */
function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

function pick<T>(list: readonly T[], chance: () => number): T {
  const chosen = list[Math.floor(chance() * list.length)];
  if (chosen === undefined) throw new RangeError('there is nothing to pick from');
  return chosen;
}

function pickQuestion(chance: () => number): DemoQuestion {
  const total = DEMO_QUESTIONS.reduce((sum, { weight }) => sum + weight, 0);
  let place = chance() * total;
  for (const question of DEMO_QUESTIONS) {
    place -= question.weight;
    if (place < 0) return question;
  }
  return pick(DEMO_QUESTIONS, chance);
}

export interface DemoPlace {
  readonly guildId: string;
  readonly channelId: string;
  /** Milliseconds since the epoch: the history ends there. */
  readonly now: number;
}

/**
 * Fills a store with a month of what members may have asked in a server, and how they voted, so that there is
 * something to see. What came of each question is what the engine says to it.
 * @returns how many questions. @throws StoreError
 */
export async function fillDemo(
  store: Store,
  engine: Engine,
  { guildId, channelId, now }: DemoPlace,
): Promise<number> {
  const chance = createChance(20_250_729);
  const outcomes = new Map<string, ReturnType<Engine['ask']>>();
  const answered: string[] = [];
  let count = 0;
  for (let day = DAYS; day >= 0; day--) {
    // Quieter at weekends, livelier of late.
    const weekday = new Date(now - day * DAY_MS).getUTCDay();
    const usual = A_DAY * (weekday % 6 === 0 ? 0.5 : 1) * (1 + (DAYS - day) / DAYS);
    for (let i = 0; i < usual * (0.6 + 0.8 * chance()); i++) {
      const text = pick(pickQuestion(chance).wordings, chance);
      const outcome = outcomes.get(text) ?? engine.ask(text);
      outcomes.set(text, outcome);
      if (outcome.kind !== 'answered' && outcome.kind !== 'not-said') continue;
      const at = Math.round(now - (day + chance()) * DAY_MS);
      const best = outcome.kind === 'answered' ? outcome.answer : outcome.closest;
      const id = createQuestionId(at);
      store.questions.add({
        id,
        at,
        guildId,
        channelId,
        articleId: best?.article.id ?? null,
        text,
        language: best?.article.language ?? null,
        answered: outcome.kind === 'answered',
        paragraph: outcome.kind === 'answered' ? outcome.answer.paragraph : null,
        confidence: best?.confidence ?? null,
        source: 'slash',
        askerId: `demo-${Math.floor(chance() ** 2 * MEMBERS)}`,
      });
      if (outcome.kind === 'answered') answered.push(id);
      count += 1;
    }
  }
  await store.questions.flush();
  for (const questionId of answered) {
    if (chance() > VOTED) continue;
    const voterId = `demo-${Math.floor(chance() * MEMBERS)}`;
    const helpful = chance() < HELPED;
    await store.votes.cast({ questionId, voterId, helpful });
    if (!helpful && chance() < 0.3)
      await store.votes.comment(questionId, voterId, pick(DEMO_COMMENTS, chance));
  }
  return count;
}
