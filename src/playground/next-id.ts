import { SnowflakeUtil } from 'discord.js';

/** A new id of Discord's kind: greater than every earlier one, its time is now. */
export function nextId(): string {
  return SnowflakeUtil.generate().toString();
}
