import * as spec from 'discord-api-spec/zod';
import { z } from 'zod';
import type { ZodMiniType } from 'zod/mini';
import type { Validate } from '../../src/playground/rest/api.js';

/** The schema of an interaction's first answer, by its type. */
const CALLBACKS: Record<number, ZodMiniType> = {
  1: spec.PongInteractionCallbackRequestSchema,
  4: spec.CreateMessageInteractionCallbackRequestSchema,
  5: spec.CreateMessageInteractionCallbackRequestSchema,
  6: spec.UpdateMessageInteractionCallbackRequestSchema,
  7: spec.UpdateMessageInteractionCallbackRequestSchema,
  8: spec.ApplicationCommandAutocompleteCallbackRequestSchema,
  9: spec.ModalInteractionCallbackRequestSchema,
};

/** The schema of every other body a bot may send. */
const SCHEMAS: Record<string, ZodMiniType> = {
  'POST /channels/:channel/messages': spec.MessageCreateRequestSchema,
  'PATCH /channels/:channel/messages/:message': spec.MessageEditRequestPartialSchema,
  'POST /webhooks/:application/:token': spec.IncomingWebhookRequestPartialSchema,
  'PATCH /webhooks/:application/:token/messages/:message': spec.IncomingWebhookUpdateRequestPartialSchema,
  'POST /users/@me/channels': spec.CreatePrivateChannelRequestSchema,
  'POST /applications/:application/commands': spec.ApplicationCommandCreateRequestSchema,
  'PATCH /applications/:application/commands/:command': spec.ApplicationCommandPatchRequestPartialSchema,
  'PUT /applications/:application/commands': z.array(spec.ApplicationCommandUpdateRequestSchema),
  'POST /applications/:application/guilds/:guild/commands': spec.ApplicationCommandCreateRequestSchema,
  'PATCH /applications/:application/guilds/:guild/commands/:command':
    spec.ApplicationCommandPatchRequestPartialSchema,
  'PUT /applications/:application/guilds/:guild/commands': z.array(
    spec.ApplicationCommandUpdateRequestSchema,
  ),
};

/**
 * Where the published description is narrower than Discord, and discord.js relies on it: a field
 * that says "off" is ignored anywhere, `nsfw` is documented for commands but not described, and
 * permissions may be written as a string of digits.
 */
function isTolerated(key: string, value: unknown): boolean {
  return ((key === 'tts' || key === 'enforce_nonce') && value === false) || key === 'nsfw';
}

function withNumericPermissions(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(withNumericPermissions);
  if (typeof body !== 'object' || body === null || !('default_member_permissions' in body)) return body;
  const { default_member_permissions: permissions } = body;
  return typeof permissions === 'string' && /^\d+$/.test(permissions)
    ? { ...body, default_member_permissions: Number(permissions) }
    : body;
}

/**
 * Checks a request of the bot against Discord's published description. The schemas drop what they
 * do not know, so that what is missing from their output is a field Discord does not have.
 */
export const validatePayload: Validate = ({ method, route, body }) => {
  const schema =
    route === '/interactions/:interaction/:token/callback'
      ? CALLBACKS[Number((body as { type?: unknown }).type)]
      : SCHEMAS[`${method} ${route}`];
  if (!schema) return [`${method} ${route}: no published schema for this body`];
  const input = withNumericPermissions(body);
  const result = schema.safeParse(input);
  return result.success ? unknownFields(input, result.data, '') : result.error.issues.flatMap(describe);
};

function unknownFields(input: unknown, parsed: unknown, path: string): string[] {
  if (typeof input !== 'object' || input === null || typeof parsed !== 'object' || parsed === null) return [];
  const known = new Map(Object.entries(parsed));
  return Object.entries(input).flatMap(([key, value]) => {
    const here = path === '' ? key : `${path}.${key}`;
    if (known.has(key)) return unknownFields(value, known.get(key), here);
    return isTolerated(key, value) ? [] : [`${here}: no such field`];
  });
}

/** Of a union's branches, the one that fits best is the one that was meant. */
function describe(issue: z.core.$ZodIssue): string[] {
  if (issue.code === 'invalid_union') {
    const [meant] = issue.errors
      .filter((branch) => branch.every(({ path }) => path.length > 0 && path[0] !== 'type'))
      .sort((one, other) => one.length - other.length);
    if (meant) return meant.flatMap((inner) => describe({ ...inner, path: [...issue.path, ...inner.path] }));
  }
  return [`${issue.path.join('.')}: ${issue.message}`];
}
