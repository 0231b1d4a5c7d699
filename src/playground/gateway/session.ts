import { randomBytes } from 'node:crypto';
import { type APIMessage, GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import type { Traffic } from '../traffic.js';
import type { Dispatch } from '../world/world-events.js';
import { receivedMessage } from './intents.js';

/** Events kept for a resume; a bot that missed more has to identify anew. */
const MAX_BUFFERED = 1000;

interface SentEvent {
  readonly op: GatewayOpcodes.Dispatch;
  readonly s: number;
  readonly t: string;
  readonly d: unknown;
}

/** A bot's session: it outlives its connection, so that the bot can resume. */
export class Session {
  readonly id = randomBytes(16).toString('hex');
  socket: WebSocket | null = null;
  #sequence = 0;
  #sent: SentEvent[] = [];

  constructor(
    readonly intents: number,
    private readonly botId: string,
    private readonly traffic: Traffic,
  ) {}

  get sequence(): number {
    return this.#sequence;
  }

  /** Passes an event on if the bot's intents let it through. */
  offer({ event, data, intents }: Dispatch): void {
    if (intents !== 0 && (this.intents & intents) === 0) return;
    const isMessage = event === 'MESSAGE_CREATE' || event === 'MESSAGE_UPDATE';
    this.send(event, isMessage ? receivedMessage(data as APIMessage, this.intents, this.botId) : data);
  }

  /** Sends an event now, or keeps it until the bot resumes. */
  send(event: string, data: unknown): void {
    this.#sequence += 1;
    const sent: SentEvent = { op: GatewayOpcodes.Dispatch, s: this.#sequence, t: event, d: data };
    this.#sent.push(sent);
    if (this.#sent.length > MAX_BUFFERED) this.#sent.shift();
    this.#deliver(sent);
  }

  /** Whether everything after this sequence number is still known. */
  canReplayFrom(sequence: number): boolean {
    return sequence <= this.#sequence && (this.#sent[0]?.s ?? 1) <= sequence + 1;
  }

  /** Goes on over a new connection: what was missed, then RESUMED. */
  resume(socket: WebSocket, sequence: number): void {
    this.socket = socket;
    for (const missed of this.#sent.filter(({ s }) => s > sequence)) this.#deliver(missed);
    this.send('RESUMED', {});
  }

  #deliver(sent: SentEvent): void {
    if (!this.socket) return;
    this.socket.send(JSON.stringify(sent));
    this.traffic.record({
      direction: 'to-bot',
      route: sent.t,
      path: sent.t,
      body: sent.d,
      status: null,
      answer: null,
      ms: null,
      problems: [],
    });
  }
}
