import { randomBytes } from 'node:crypto';
import type { InteractionType } from 'discord-api-types/v10';
import { nextId } from '../next-id.js';
import type { Choice } from '../schemas/interaction-response.js';
import type { ModalForm } from '../schemas/modal.js';
import type { StoredMessage } from './message-store.js';

/** How long an interaction's token may be used, in milliseconds. */
export const TOKEN_LIFE_MS = 15 * 60 * 1000;

/** What the bot's first answer did. */
export type Acknowledgement = { readonly afterMs: number } & (
  | { readonly kind: 'message' | 'deferred' | 'update' | 'deferred-update' | 'pong' }
  | { readonly kind: 'choices'; readonly choices: readonly Choice[] }
  | { readonly kind: 'modal'; readonly modal: ModalForm }
);

/** One thing a member did that the bot has to answer: a command, a button, a modal. */
export class Interaction {
  readonly id = nextId();
  /** Base64url like Discord's, so that it is safe in a path. */
  readonly token = randomBytes(48).toString('base64url');
  readonly sentAt = performance.now();
  acknowledgement: Acknowledgement | null = null;
  expired = false;
  /** The message `@original` means. */
  originalId: string | null = null;
  readonly followUpIds: string[] = [];
  /** Every state the original response has had, the first one included; "is thinking…" is none. */
  readonly states: StoredMessage[] = [];

  constructor(
    readonly type: InteractionType,
    /** As the member would name it: `/ask`, `button Context`. */
    readonly label: string,
    readonly memberId: string,
    readonly channelId: string,
    /** The message whose component was used, or the modal came from. */
    readonly sourceMessageId: string | null,
    /** Of the command, when it is one; shown with the answer. */
    readonly commandName: string | null,
  ) {}

  /** Milliseconds since it was sent. */
  get age(): number {
    return performance.now() - this.sentAt;
  }
}
