import { LRUCache } from 'lru-cache';
import { MOST_TURNS, type Turn } from '../engine/follow-up.js';

/** How long a conversation is remembered after its last turn, in milliseconds. */
const FORGOTTEN_AFTER_MS = 600_000;
/** Conversations remembered at once: the ones that have rested longest are forgotten for new ones. */
const MOST_CONVERSATIONS = 5_000;

/** Who talks, and where: what is asked in one channel is nothing to another. */
export interface Talk {
  readonly askerId: string;
  readonly channelId: string | null;
}

/** What each member asked just before, in memory alone: a restart forgets it. */
export class Conversations {
  readonly #turns: LRUCache<string, readonly Turn[]>;

  /** @param now milliseconds of a clock that never goes back */
  constructor(now: () => number = () => performance.now()) {
    this.#turns = new LRUCache({
      max: MOST_CONVERSATIONS,
      ttl: FORGOTTEN_AFTER_MS,
      ttlResolution: 0,
      perf: { now },
    });
  }

  /** The member's last turns in that channel, oldest first; none once ten minutes have passed. */
  turnsOf(talk: Talk): readonly Turn[] {
    return this.#turns.get(keyOf(talk)) ?? [];
  }

  remember(talk: Talk, turn: Turn): void {
    this.#turns.set(keyOf(talk), [...this.turnsOf(talk), turn].slice(-MOST_TURNS));
  }
}

function keyOf({ askerId, channelId }: Talk): string {
  return `${askerId} ${channelId}`;
}
