import { awaitEvent, DEFAULT_WAIT_MS } from '../await-event.js';
import type { Choice } from '../schemas/interaction-response.js';
import type { ModalForm } from '../schemas/modal.js';
import type { Acknowledgement, Interaction } from '../world/interaction.js';
import type { World } from '../world/world.js';
import type { WorldEvents } from '../world/world-events.js';
import { type SeenMessage, seeMessage } from './seen-message.js';

type MessageChange = WorldEvents['message'][0];

/**
 * What a member gets to see of the bot's answer to something they did. It is live: read again after
 * an edit it shows the message as it is then.
 */
export class Reply {
  constructor(
    private readonly world: World,
    /** What the member did. */
    readonly interaction: Interaction,
    private readonly acknowledgement: Acknowledgement,
  ) {}

  /** What the bot's first answer was. */
  get kind(): Acknowledgement['kind'] {
    return this.acknowledgement.kind;
  }

  /** Milliseconds between the member's action and the bot's first answer. */
  get acknowledgedAfterMs(): number {
    return this.acknowledgement.afterMs;
  }

  /** Whether the member still looks at "… is thinking". */
  get isThinking(): boolean {
    return this.#original()?.isLoading ?? false;
  }

  /** The message that answers, or the message that was updated; null while thinking, or without one. */
  get message(): SeenMessage | null {
    const message = this.#original();
    return message && !message.isLoading ? message : null;
  }

  /** Whether only this member sees the answer, the one being thought about included. */
  get isEphemeral(): boolean {
    return this.#original()?.isEphemeral ?? false;
  }

  /** Every state the answer has had, first to last. */
  get states(): SeenMessage[] {
    return this.interaction.states.map(seeMessage);
  }

  /** The further messages, as they are now. */
  get followUps(): SeenMessage[] {
    return this.interaction.followUpIds.flatMap((id) => this.#find(id) ?? []);
  }

  /** The form the bot opened, if it did. */
  get modal(): ModalForm | null {
    return this.acknowledgement.kind === 'modal' ? this.acknowledgement.modal : null;
  }

  /** What the bot proposes, if it was asked for that. */
  get choices(): readonly Choice[] {
    return this.acknowledgement.kind === 'choices' ? this.acknowledgement.choices : [];
  }

  /** The answer, once there is one: waits while the bot is thinking. */
  async answered(timeoutMs = DEFAULT_WAIT_MS): Promise<SeenMessage> {
    return this.message ?? this.#next(() => this.message, 'an answer', timeoutMs);
  }

  /** The answer after its next change. */
  nextEdit(timeoutMs = DEFAULT_WAIT_MS): Promise<SeenMessage> {
    return this.#next(
      ({ kind, message }) =>
        kind === 'edited' && message.api.id === this.interaction.originalId ? this.message : null,
      'an edit of the answer',
      timeoutMs,
    );
  }

  /** The follow-up with this index from 0, once it is there. */
  async followUp(index = 0, timeoutMs = DEFAULT_WAIT_MS): Promise<SeenMessage> {
    const there = () => this.followUps[index] ?? null;
    return there() ?? this.#next(there, `follow-up ${index + 1}`, timeoutMs);
  }

  #next(
    pick: (change: MessageChange) => SeenMessage | null,
    what: string,
    timeoutMs: number,
  ): Promise<SeenMessage> {
    const { events } = this.world;
    return awaitEvent<MessageChange, SeenMessage>(
      {
        on: (listener) => events.on('message', listener),
        off: (listener) => events.off('message', listener),
      },
      (change) => pick(change) ?? undefined,
      `${what} to ${this.interaction.label}`,
      timeoutMs,
    );
  }

  #original(): SeenMessage | undefined {
    return this.interaction.originalId === null ? undefined : this.#find(this.interaction.originalId);
  }

  #find(id: string): SeenMessage | undefined {
    const message = this.world.messages.get(this.interaction.channelId, id);
    return message && seeMessage(message);
  }
}
