import { z } from 'zod';
import { text } from './text.js';

const link = z.url({ protocol: /^(https?|attachment)$/ });
const media = z.object({ url: link });

/** An embed with the limits of Discord's reference. */
export const embedSchema = z.object({
  title: text(0, 256).nullish(),
  description: text(0, 4096).nullish(),
  url: z.url({ protocol: /^https?$/ }).nullish(),
  timestamp: z.iso.datetime({ offset: true }).nullish(),
  color: z.int().min(0).max(0xffffff).nullish(),
  footer: z.object({ text: text(0, 2048), icon_url: link.nullish() }).nullish(),
  image: media.nullish(),
  thumbnail: media.nullish(),
  author: z
    .object({ name: text(1, 256), url: z.url({ protocol: /^https?$/ }).nullish(), icon_url: link.nullish() })
    .nullish(),
  fields: z
    .array(z.object({ name: text(1, 256), value: text(1, 1024), inline: z.boolean().nullish() }))
    .max(25)
    .nullish(),
});

export type EmbedForm = z.output<typeof embedSchema>;

/** Characters of a message's embeds that count towards Discord's 6,000. */
export function embedCharacters(embeds: readonly EmbedForm[]): number {
  const texts = embeds.flatMap((embed) => [
    embed.title,
    embed.description,
    embed.footer?.text,
    embed.author?.name,
    ...(embed.fields ?? []).flatMap((field) => [field.name, field.value]),
  ]);
  return texts.reduce((sum, part) => sum + [...(part ?? '')].length, 0);
}
