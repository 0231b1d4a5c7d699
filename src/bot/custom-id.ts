import { MAX_CUSTOM_ID_LENGTH } from './limits.js';

const SEPARATOR = '|';

/** What a component's custom id says: which handler, and with what. */
export interface CustomId {
  readonly name: string;
  readonly args: readonly string[];
}

/**
 * Writes `name|argument|…`. Everything a button needs is in its id, so that it still works after a
 * restart.
 * @throws RangeError when a part holds the separator or the id is longer than Discord allows: both are
 * bugs of the caller, who must bound what goes in.
 */
export function formatCustomId(name: string, ...args: readonly string[]): string {
  const parts = [name, ...args];
  if (parts.some((part) => part.includes(SEPARATOR))) {
    throw new RangeError(`a part of a custom id holds "${SEPARATOR}": ${parts.join(' ')}`);
  }
  const id = parts.join(SEPARATOR);
  if (id.length > MAX_CUSTOM_ID_LENGTH) throw new RangeError(`a custom id is too long: ${id}`);
  return id;
}

/** Reads an id back. Any text is taken: what it names may be unknown, which the caller answers. */
export function parseCustomId(id: string): CustomId {
  const [name = '', ...args] = id.split(SEPARATOR);
  return { name, args };
}
