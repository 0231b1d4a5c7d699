import { InteractionResponseType } from 'discord-api-types/v10';
import { z } from 'zod';
import { messageEditSchema, messageSchema } from './message.js';
import { modalSchema } from './modal.js';
import { text } from './text.js';

const choice = z.object({
  name: text(1, 100),
  value: z.union([text(0, 100), z.number()]),
});

/** The first answer to an interaction. Premium (10) and activities (12) are not imitated. */
export const interactionResponseSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal(InteractionResponseType.Pong) }),
  z.object({
    type: z.literal(InteractionResponseType.ChannelMessageWithSource),
    data: messageSchema,
  }),
  z.object({
    type: z.literal(InteractionResponseType.DeferredChannelMessageWithSource),
    data: z.object({ flags: z.int().min(0).nullish() }).nullish(),
  }),
  z.object({ type: z.literal(InteractionResponseType.DeferredMessageUpdate) }),
  z.object({ type: z.literal(InteractionResponseType.UpdateMessage), data: messageEditSchema.nullish() }),
  z.object({
    type: z.literal(InteractionResponseType.ApplicationCommandAutocompleteResult),
    data: z.object({ choices: z.array(choice).max(25) }),
  }),
  z.object({ type: z.literal(InteractionResponseType.Modal), data: modalSchema }),
]);
export type InteractionResponseForm = z.output<typeof interactionResponseSchema>;
export type Choice = z.output<typeof choice>;
