import { GatewayOpcodes } from 'discord-api-types/v10';
import { z } from 'zod';

/** What the bot may send over the gateway, as far as it is understood. */
export const gatewayPayloadSchema = z.discriminatedUnion('op', [
  z.object({ op: z.literal(GatewayOpcodes.Heartbeat), d: z.int().nullable() }),
  z.object({
    op: z.literal(GatewayOpcodes.Identify),
    d: z.object({
      token: z.string(),
      intents: z.int().min(0),
      properties: z.looseObject({}),
      shard: z.tuple([z.int(), z.int()]).optional(),
    }),
  }),
  z.object({
    op: z.literal(GatewayOpcodes.Resume),
    d: z.object({ token: z.string(), session_id: z.string(), seq: z.int() }),
  }),
  z.object({ op: z.literal(GatewayOpcodes.PresenceUpdate), d: z.looseObject({}) }),
  z.object({
    op: z.literal(GatewayOpcodes.RequestGuildMembers),
    d: z.looseObject({ guild_id: z.string(), nonce: z.string().optional() }),
  }),
]);
export type GatewayPayload = z.output<typeof gatewayPayloadSchema>;
