import { MessageFlags } from 'discord-api-types/v10';
import { REFUSALS } from '../refusal.js';
import { interactionResponseSchema } from '../schemas/interaction-response.js';
import { messageEditSchema, messageSchema } from '../schemas/message.js';
import { answerInteraction } from '../world/answer-interaction.js';
import type { Interaction } from '../world/interaction.js';
import {
  deleteInteractionMessage,
  editInteractionMessage,
  followUp,
  interactionMessage,
  isLoading,
  usableInteraction,
} from '../world/interaction-messages.js';
import type { StoredMessage } from '../world/message-store.js';
import type { World } from '../world/world.js';
import { type BotRequest, NO_CONTENT, ok, type Route, unlessRefused, withForm } from './route.js';

/** What `with_response` asks to be told. */
function callbackResponse(interaction: Interaction, type: number, message: StoredMessage | null): object {
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(message
        ? {
            response_message_id: message.api.id,
            response_message_loading: isLoading(message),
            response_message_ephemeral: ((message.api.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
          }
        : {}),
    },
    ...(message ? { resource: { type, message: message.api } } : {}),
  };
}

/** Interaction callbacks, and the webhook their tokens open. */
export function interactionRoutes(world: World): Route[] {
  const webhook = '/webhooks/:application/:token';
  const webhookMessage = `${webhook}/messages/:message`;

  function open({ params }: BotRequest) {
    if (params.application !== world.applicationId) return REFUSALS.unknownWebhook;
    return usableInteraction(world, params.token ?? '');
  }

  return [
    {
      method: 'POST',
      path: '/interactions/:interaction/:token/callback',
      open: true,
      handle({ params, query, body, files }) {
        const interaction = world.interaction(params.interaction ?? '');
        if (!interaction || interaction.token !== params.token) return REFUSALS.unknownInteraction;
        return withForm(interactionResponseSchema, body, (form) =>
          unlessRefused(answerInteraction(world, interaction, form, files), (message) =>
            query.get('with_response') === 'true'
              ? ok(callbackResponse(interaction, form.type, message))
              : NO_CONTENT,
          ),
        );
      },
    },
    {
      method: 'POST',
      path: webhook,
      open: true,
      handle: (request) =>
        unlessRefused(open(request), (interaction) =>
          withForm(messageSchema, request.body, (form) =>
            unlessRefused(followUp(world, interaction, form, request.files), (message) => ok(message.api)),
          ),
        ),
    },
    {
      method: 'GET',
      path: webhookMessage,
      open: true,
      handle: (request) =>
        unlessRefused(open(request), (interaction) =>
          unlessRefused(interactionMessage(world, interaction, request.params.message ?? ''), (message) =>
            ok(message.api),
          ),
        ),
    },
    {
      method: 'PATCH',
      path: webhookMessage,
      open: true,
      handle: (request) =>
        unlessRefused(open(request), (interaction) =>
          unlessRefused(interactionMessage(world, interaction, request.params.message ?? ''), (old) =>
            withForm(messageEditSchema, request.body, (form) =>
              unlessRefused(editInteractionMessage(world, interaction, old, form, request.files), (message) =>
                ok(message.api),
              ),
            ),
          ),
        ),
    },
    {
      method: 'DELETE',
      path: webhookMessage,
      open: true,
      handle: (request) =>
        unlessRefused(open(request), (interaction) =>
          unlessRefused(interactionMessage(world, interaction, request.params.message ?? ''), (message) => {
            deleteInteractionMessage(world, message);
            return NO_CONTENT;
          }),
        ),
    },
  ];
}
