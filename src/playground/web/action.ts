import { z } from 'zod';

/** Characters of any one text; the member's own checks, in Discord's words, come long before. */
const text = z.string().max(10_000);
const name = z.string().min(1).max(100);
const values = z.record(name, text);

/** Something a member does on the page. Files come beside it, named by the option or field they are for. */
export const actionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('say'), channel: name, text, replyTo: name.nullable() }),
  z.object({ kind: z.literal('slash'), channel: name, name, subcommand: name.nullable(), values }),
  z.object({
    kind: z.literal('complete'),
    channel: name,
    name,
    subcommand: name.nullable(),
    option: name,
    typed: text,
    others: values,
  }),
  z.object({ kind: z.literal('menu'), name, message: name }),
  z.object({ kind: z.literal('press'), message: name, customId: name }),
  z.object({ kind: z.literal('select'), message: name, customId: name, values: z.array(name).max(25) }),
  z.object({
    kind: z.literal('modal'),
    id: name,
    values: z.record(name, z.union([text, z.array(name).max(25)])),
  }),
  z.object({ kind: z.literal('explain'), question: text }),
]);

export type Action = z.output<typeof actionSchema>;
