import { z } from 'zod';

/**
 * A string of `min` to `max` characters, counted in code points as Discord counts them (an emoji
 * outside the basic plane is one).
 */
export function text(min: number, max: number) {
  return z.string().check((context) => {
    const length = [...context.value].length;
    if (length > max)
      context.issues.push({ code: 'too_big', origin: 'string', maximum: max, input: context.value });
    if (length < min)
      context.issues.push({ code: 'too_small', origin: 'string', minimum: min, input: context.value });
  });
}

/** An id of Discord's: digits. */
export const snowflake = z.string().regex(/^\d{1,20}$/);
