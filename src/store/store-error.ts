/**
 * The database cannot be reached, or cannot be used. `message` says why, for the operator; members are told
 * by `replyError` that it is out of reach. What was to be written is not, or at least nobody was told it is.
 */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  /** Trying again is in vain: the file is damaged, or there is no database at all. */
  readonly isFinal: boolean;

  constructor(message: string, { isFinal = false, cause }: { isFinal?: boolean; cause?: unknown } = {}) {
    super(message, { cause });
    this.isFinal = isFinal;
  }
}
