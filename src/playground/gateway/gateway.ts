import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { GatewayCloseCodes as Close, GatewayIntentBits, GatewayOpcodes as Op } from 'discord-api-types/v10';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { type GatewayPayload, gatewayPayloadSchema } from '../schemas/gateway-payload.js';
import type { Traffic } from '../traffic.js';
import type { World } from '../world/world.js';
import type { Dispatch } from '../world/world-events.js';
import { areIntents, PRIVILEGED_INTENTS } from './intents.js';
import { Session } from './session.js';

/** The longest message Discord's gateway takes, in bytes. */
const MAX_PAYLOAD = 4096;
/** Sessions that may be resumed; older ones are forgotten. */
const MAX_SESSIONS = 20;

interface Closing {
  readonly code: number;
  readonly reason: string;
}

/** Why the gateway hangs up; the words are Discord's. */
const CLOSINGS = {
  notAuthenticated: { code: Close.NotAuthenticated, reason: 'Not authenticated.' },
  authenticationFailed: { code: Close.AuthenticationFailed, reason: 'Authentication failed.' },
  alreadyAuthenticated: { code: Close.AlreadyAuthenticated, reason: 'Already authenticated.' },
  invalidIntents: { code: Close.InvalidIntents, reason: 'Invalid intent(s).' },
  disallowedIntents: { code: Close.DisallowedIntents, reason: 'Disallowed intent(s).' },
} as const satisfies Record<string, Closing>;

/** What the gateway stands on. */
export interface GatewayParts {
  readonly world: World;
  readonly traffic: Traffic;
  readonly token: string;
  /** Privileged intents that are switched on for the application. */
  readonly privilegedIntents: number;
  readonly heartbeatIntervalMs: number;
  readonly url: () => string;
}

/** Discord's gateway, version 10, JSON without compression, one shard. */
export class Gateway {
  /** Whether connections are turned away. */
  refusing = false;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: 16 * MAX_PAYLOAD });
  readonly #sessions = new Map<string, Session>();
  readonly #sockets = new Map<WebSocket, Session | null>();

  constructor(private readonly parts: GatewayParts) {
    parts.world.events.on('dispatch', (dispatch: Dispatch) => {
      for (const session of this.#sessions.values()) session.offer(dispatch);
    });
  }

  /** Whether a bot is logged in right now. */
  get isConnected(): boolean {
    return [...this.#sockets.values()].some((session) => session !== null);
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.refusing) {
      socket.destroy();
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (webSocket) => this.#welcome(webSocket));
  }

  /** Cuts every connection; sessions that are not resumable are forgotten. */
  drop(resumable: boolean): void {
    if (!resumable) this.#sessions.clear();
    for (const socket of this.#sockets.keys()) socket.terminate();
  }

  /** Closes every connection with a code of the gateway's. */
  close(code: number, reason = ''): void {
    for (const socket of this.#sockets.keys()) socket.close(code, reason);
  }

  /** Asks the bot to reconnect and resume. */
  requestReconnect(): void {
    for (const socket of this.#sockets.keys()) sendTo(socket, { op: Op.Reconnect, d: null });
  }

  /** Tells the bot that its session is no longer valid. */
  invalidate(resumable: boolean): void {
    if (!resumable) this.#sessions.clear();
    for (const socket of this.#sockets.keys()) sendTo(socket, { op: Op.InvalidSession, d: resumable });
  }

  #welcome(socket: WebSocket): void {
    this.#sockets.set(socket, null);
    socket.on('message', (data) => this.#receive(socket, data));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      const session = this.#sockets.get(socket);
      if (session?.socket === socket) session.socket = null;
      this.#sockets.delete(socket);
    });
    sendTo(socket, { op: Op.Hello, d: { heartbeat_interval: this.parts.heartbeatIntervalMs } });
  }

  #receive(socket: WebSocket, data: RawData): void {
    const payload = readPayload(data);
    if (!payload) {
      socket.close(Close.DecodeError, 'Error while decoding payload.');
      return;
    }
    this.#record(payload);
    const refusal = this.#handle(socket, payload);
    if (refusal) socket.close(refusal.code, refusal.reason);
  }

  #handle(socket: WebSocket, payload: GatewayPayload): Closing | null {
    const session = this.#sockets.get(socket);
    switch (payload.op) {
      case Op.Heartbeat:
        sendTo(socket, { op: Op.HeartbeatAck });
        return null;
      case Op.Identify:
        return session ? CLOSINGS.alreadyAuthenticated : this.#identify(socket, payload.d);
      case Op.Resume:
        return this.#resume(socket, payload.d);
    }
    if (!session) return CLOSINGS.notAuthenticated;
    const { world } = this.parts;
    if (payload.op === Op.RequestGuildMembers)
      session.send('GUILD_MEMBERS_CHUNK', {
        guild_id: world.guild.id,
        members: world.people.map((person) => world.memberOf(person)),
        chunk_index: 0,
        chunk_count: 1,
        nonce: payload.d.nonce,
      });
    return null;
  }

  #identify(socket: WebSocket, identify: { token: string; intents: number }): Closing | null {
    const { world, token, privilegedIntents, traffic, url } = this.parts;
    if (identify.token !== token) return CLOSINGS.authenticationFailed;
    if (!areIntents(identify.intents)) return CLOSINGS.invalidIntents;
    if ((identify.intents & PRIVILEGED_INTENTS & ~privilegedIntents) !== 0) return CLOSINGS.disallowedIntents;
    const session = new Session(identify.intents, world.bot.user.id, traffic);
    session.socket = socket;
    this.#sockets.set(socket, session);
    this.#sessions.set(session.id, session);
    for (const oldest of this.#sessions.keys()) {
      if (this.#sessions.size <= MAX_SESSIONS) break;
      this.#sessions.delete(oldest);
    }
    session.send('READY', {
      v: 10,
      user: { ...world.bot.user, verified: true, mfa_enabled: false, email: null, flags: 0 },
      guilds: [{ id: world.guild.id, unavailable: true }],
      session_id: session.id,
      resume_gateway_url: url(),
      shard: [0, 1],
      application: { id: world.applicationId, flags: 0 },
    });
    session.offer({ event: 'GUILD_CREATE', data: world.guildCreate, intents: GatewayIntentBits.Guilds });
    return null;
  }

  #resume(socket: WebSocket, resume: { token: string; session_id: string; seq: number }): Closing | null {
    if (resume.token !== this.parts.token) return CLOSINGS.authenticationFailed;
    const session = this.#sessions.get(resume.session_id);
    if (!session?.canReplayFrom(resume.seq)) {
      sendTo(socket, { op: Op.InvalidSession, d: false });
      return null;
    }
    session.socket?.terminate();
    this.#sockets.set(socket, session);
    session.resume(socket, resume.seq);
    return null;
  }

  #record(payload: GatewayPayload): void {
    const name = Op[payload.op] ?? String(payload.op);
    const isSecret = payload.op === Op.Identify || payload.op === Op.Resume;
    this.parts.traffic.record({
      direction: 'from-bot',
      route: name,
      path: name,
      body: isSecret ? { ...payload.d, token: '(hidden)' } : payload.d,
      status: null,
      answer: null,
      ms: null,
      problems: [],
    });
  }
}

function sendTo(socket: WebSocket, payload: object): void {
  socket.send(JSON.stringify(payload));
}

/** A message of the bot's, or null when it is too long, no JSON, or nothing the gateway understands. */
function readPayload(data: RawData): GatewayPayload | null {
  const text = data.toString();
  if (Buffer.byteLength(text) > MAX_PAYLOAD) return null;
  try {
    return gatewayPayloadSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
