/** How long the loopback's promises wait by default, in milliseconds. */
export const DEFAULT_WAIT_MS = 5000;

/** Waited in vain; the message says for what. */
export class WaitTimeout extends Error {
  override readonly name = 'WaitTimeout';
}

/** One event of an emitter, as far as waiting needs it. */
interface Emitter<Value> {
  on(listener: (value: Value) => void): void;
  off(listener: (value: Value) => void): void;
}

/**
 * Waits until an event yields something.
 * @param emitter where the events come from
 * @param pick what is looked for; undefined goes on waiting
 * @param what completes "Waited 5 s for …"
 * @throws WaitTimeout (as a rejection) after `timeoutMs`
 */
export function awaitEvent<Value, Result>(
  emitter: Emitter<Value>,
  pick: (value: Value) => Result | undefined,
  what: string,
  timeoutMs = DEFAULT_WAIT_MS,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      emitter.off(listener);
      reject(new WaitTimeout(`Waited ${timeoutMs / 1000} s for ${what}.`));
    }, timeoutMs);
    function listener(value: Value): void {
      const result = pick(value);
      if (result === undefined) return;
      clearTimeout(timer);
      emitter.off(listener);
      resolve(result);
    }
    emitter.on(listener);
  });
}
