import { randomBytes } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import { createServer, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { APIUser } from 'discord-api-types/v10';
import { type Fault, FaultPlan, type PlannedFault } from './fault-plan.js';
import { Gateway } from './gateway/gateway.js';
import { Member } from './member/member.js';
import { createApi, type RefusedRequest, type Validate } from './rest/api.js';
import { channelRoutes } from './rest/channel-routes.js';
import { commandRoutes } from './rest/command-routes.js';
import { directoryRoutes } from './rest/directory-routes.js';
import { isOwnRequest } from './rest/guard.js';
import { interactionRoutes } from './rest/interaction-routes.js';
import { Traffic } from './traffic.js';
import type { RegisteredCommand } from './world/command-registry.js';
import { displayName, type PersonOptions } from './world/person.js';
import { World } from './world/world.js';
import type { WorldEvents } from './world/world-events.js';

/** How a loopback Discord is set up. */
export interface LoopbackOptions {
  /** Port on 127.0.0.1; 0 (default) takes any free one. */
  readonly port?: number | undefined;
  /** The bot's name (default `Pincite`). */
  readonly botName?: string | undefined;
  readonly guildName?: string | undefined;
  /** Privileged intents switched on for the bot, as bits of GatewayIntentBits (default none). */
  readonly privilegedIntents?: number | undefined;
  /** Milliseconds the bot has to acknowledge an interaction (default Discord's 3,000). */
  readonly acknowledgeWithinMs?: number | undefined;
  /** Default Discord's 41,250. */
  readonly heartbeatIntervalMs?: number | undefined;
  /** Checks every body the bot sends; what it finds is refused with 400 and kept in `refused`. */
  readonly validate?: Validate | undefined;
}

/** A small Discord on this machine: for the real discord.js on one side, for members on the other. */
export interface Loopback {
  /** For `DISCORD_API_URL`, or discord.js's `rest: { api }`: without the version. */
  readonly apiUrl: string;
  /** The one bot token that is accepted. */
  readonly token: string;
  readonly port: number;
  readonly applicationId: string;
  readonly guildId: string;
  readonly bot: { readonly user: APIUser; readonly name: string; readonly mention: string };
  /** All there is, for a view on everything at once. */
  readonly world: World;
  /** What goes to and fro. */
  readonly traffic: Traffic;
  /** Malformed requests of the bot: a test that ends with any has found a bug. */
  readonly refused: readonly RefusedRequest[];
  /** What happens, for every end that watches: messages, interactions, typing, commands. */
  readonly events: EventEmitter<WorldEvents>;
  /** Whether a bot is logged in to the gateway right now. */
  readonly isConnected: boolean;
  /** The commands registered for everyone, or for the server. */
  commands(scope?: 'global' | 'guild'): RegisteredCommand[];
  /** The member of that name, who joins if need be; the options count when they join. */
  member(name: string, options?: Omit<PersonOptions, 'id'>): Member;
  /** Plans a fault for requests to come. */
  fail(fault: Fault): PlannedFault;
  /** Cuts the gateway's connections, as a network failure would. */
  dropConnections(options?: { resumable?: boolean }): void;
  /** Turns gateway connections away until told otherwise. */
  refuseConnections(refuse: boolean): void;
  /** Closes the gateway's connections with one of its codes, such as 4004. */
  closeConnections(code: number, reason?: string): void;
  /** Asks the bot to reconnect (RECONNECT). */
  requestReconnect(): void;
  /** Tells the bot its session is invalid (INVALID_SESSION). */
  invalidateSession(options?: { resumable?: boolean }): void;
  /** Ends the server and every connection. */
  close(): Promise<void>;
}

/** Starts a loopback Discord on 127.0.0.1; rejects if the port is taken. */
export async function startLoopback(options: LoopbackOptions = {}): Promise<Loopback> {
  let port = 0;
  const deadlineMs = options.acknowledgeWithinMs ?? 3000;
  const gatewayUrl = () => `ws://127.0.0.1:${port}/gateway`;
  const world = new World({
    botName: options.botName ?? 'Pincite',
    guildName: options.guildName ?? 'Loopback',
    origin: () => `http://127.0.0.1:${port}`,
  });
  const traffic = new Traffic();
  const faults = new FaultPlan();
  const refused: RefusedRequest[] = [];
  const members = new Map<string, Member>();
  // Shaped like Discord's tokens, because discord.js reads the id out of its first part.
  const token = `${Buffer.from(world.applicationId).toString('base64url')}.loopback.${randomBytes(27).toString('base64url')}`;

  const gateway = new Gateway({
    world,
    traffic,
    token,
    privilegedIntents: options.privilegedIntents ?? 0,
    heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250,
    url: gatewayUrl,
  });
  const api = createApi({
    world,
    token,
    faults,
    traffic,
    refused,
    validate: options.validate,
    routes: [
      ...directoryRoutes(world, gatewayUrl),
      ...commandRoutes(world),
      ...interactionRoutes(world),
      ...channelRoutes(world, options.privilegedIntents ?? 0),
    ],
  });
  const listener = getRequestListener(api.fetch, { overrideGlobalObjects: false });
  const server = createServer((request, response) => {
    if (isOwnRequest(request.headers, port)) return void listener(request, response);
    response.writeHead(403).end();
  });
  server.on('upgrade', (request, socket, head) => {
    if (isOwnRequest(request.headers, port)) gateway.upgrade(request, socket, head);
    else socket.destroy();
  });
  port = await listen(server, options.port ?? 0);

  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    token,
    port,
    applicationId: world.applicationId,
    guildId: world.guild.id,
    bot: {
      user: world.bot.user,
      name: displayName(world.bot.user),
      mention: `<@${world.bot.user.id}>`,
    },
    world,
    traffic,
    refused,
    events: world.events,
    get isConnected() {
      return gateway.isConnected;
    },
    commands: (scope = 'global') => world.commands.list(scope === 'guild' ? world.guild.id : undefined),
    member(name, personOptions = {}) {
      const member = members.get(name) ?? new Member(world, world.join(name, personOptions), deadlineMs);
      members.set(name, member);
      return member;
    },
    fail: (fault) => faults.add(fault),
    dropConnections: ({ resumable = true } = {}) => gateway.drop(resumable),
    refuseConnections(refuse) {
      gateway.refusing = refuse;
    },
    closeConnections: (code, reason) => gateway.close(code, reason),
    requestReconnect: () => gateway.requestReconnect(),
    invalidateSession: ({ resumable = false } = {}) => gateway.invalidate(resumable),
    async close() {
      gateway.refusing = true;
      gateway.drop(false);
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : port);
    });
  });
}
