import { EventEmitter } from 'node:events';

/** Entries kept for those who come later. */
const MAX_RECENT = 500;
/** Longest text of a body that is kept, in UTF-16 units; a longer one is named by its length. */
const MAX_BODY = 50_000;

/** One thing that went between the bot and the loopback Discord. */
export interface TrafficEntry {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly direction: 'from-bot' | 'to-bot';
  /** `POST /channels/:channel/messages`, or for the gateway the event's or operation's name. */
  readonly route: string;
  /** The request's path with its ids; the route again for the gateway. */
  readonly path: string;
  readonly body: unknown;
  /** HTTP status and answer; null for the gateway. */
  readonly status: number | null;
  readonly answer: unknown;
  /** How long the answer took; null for the gateway. */
  readonly ms: number | null;
  /** What the validator had against it; empty when it was in order or not checked. */
  readonly problems: readonly string[];
}

function bounded(body: unknown): unknown {
  if (body === undefined || body === null) return null;
  const text = JSON.stringify(body);
  return text === undefined || text.length <= MAX_BODY ? body : `(${text.length} characters)`;
}

/** A bounded feed of what goes to and fro: `recent` for the past, the event `entry` for what comes. */
export class Traffic extends EventEmitter<{ entry: [TrafficEntry] }> {
  readonly #recent: TrafficEntry[] = [];

  get recent(): readonly TrafficEntry[] {
    return this.#recent;
  }

  record(entry: Omit<TrafficEntry, 'at'>): void {
    const kept = { ...entry, at: Date.now(), body: bounded(entry.body), answer: bounded(entry.answer) };
    this.#recent.push(kept);
    if (this.#recent.length > MAX_RECENT) this.#recent.shift();
    this.emit('entry', kept);
  }
}
