import { DiscordSnowflake } from '@sapphire/snowflake';

/** A new id of Discord's kind: greater than every earlier one, its time is now. */
export function nextId(): string {
  return DiscordSnowflake.generate().toString();
}
