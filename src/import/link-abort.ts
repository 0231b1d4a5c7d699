/** A signal that is aborted with others, or after a time, until it is released. */
export interface LinkedAbort {
  readonly signal: AbortSignal;
  /** Call when the work is done: lets go of the other signals and the clock. */
  release(): void;
}

/**
 * What `AbortSignal.any` and `AbortSignal.timeout` are meant for; together they are at times collected as garbage in
 * Node 20 while work still waits for them.
 * @param afterMs in milliseconds; none by default
 */
export function linkAbort(others: readonly (AbortSignal | undefined)[], afterMs?: number): LinkedAbort {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = afterMs === undefined ? undefined : setTimeout(abort, afterMs);
  for (const other of others) {
    if (other?.aborted) abort();
    other?.addEventListener('abort', abort, { once: true });
  }
  return {
    signal: controller.signal,
    release() {
      clearTimeout(timer);
      for (const other of others) other?.removeEventListener('abort', abort);
    },
  };
}
