/** A fault to happen to requests of the bot. */
export interface Fault {
  /** `POST`, `PATCH`, …; any when left out. */
  readonly method?: string;
  /** Tested against the path behind the API version, such as `/channels/1/messages`. */
  readonly path: RegExp;
  /** The HTTP status answered; `drop` cuts the connection instead. */
  readonly status: number | 'drop';
  /** How many requests it happens to (default 1). */
  readonly times?: number;
  /** `before` (default): the request does nothing. `effect`: it is carried out and fails all the same. */
  readonly after?: 'before' | 'effect';
  /** For 429: seconds to wait (default 0.05). */
  readonly retryAfter?: number;
  /** For 429: it is the bot's limit for everything, not one route's. */
  readonly global?: boolean;
}

/** A planned fault and how often it has happened. */
export interface PlannedFault extends Fault {
  readonly hits: number;
}

/** The faults to come, first planned first. */
export class FaultPlan {
  readonly #faults: (Fault & { hits: number })[] = [];

  add(fault: Fault): PlannedFault {
    const planned = { ...fault, hits: 0 };
    this.#faults.push(planned);
    return planned;
  }

  /** The fault that happens to this request, which uses up one of its times. */
  take(method: string, path: string): Fault | undefined {
    const fault = this.#faults.find(
      (candidate) =>
        candidate.hits < (candidate.times ?? 1) &&
        (candidate.method === undefined || candidate.method.toUpperCase() === method) &&
        candidate.path.test(path),
    );
    if (fault) fault.hits += 1;
    return fault;
  }
}

/** The answer a fault gives: status, headers and body as Discord's. */
export function faultAnswer(fault: Fault & { status: number }): {
  status: number;
  headers: Record<string, string>;
  body: object;
} {
  if (fault.status !== 429)
    return {
      status: fault.status,
      headers: {},
      body: { message: `${fault.status}: planned fault`, code: 0 },
    };
  const seconds = fault.retryAfter ?? 0.05;
  const global = fault.global ?? false;
  return {
    status: 429,
    headers: {
      'retry-after': String(seconds),
      'x-ratelimit-scope': global ? 'global' : 'user',
      ...(global ? { 'x-ratelimit-global': 'true' } : {}),
    },
    body: { message: 'You are being rate limited.', retry_after: seconds, global },
  };
}
