import type { Interaction } from './interaction.js';
import type { StoredMessage } from './message-store.js';

/** Something the gateway may pass on to the bot. */
export interface Dispatch {
  readonly event: string;
  readonly data: unknown;
  /** Intents any one of which lets it through; 0 when none is needed. */
  readonly intents: number;
}

/** What happens in the loopback Discord, for every end that watches it. */
export interface WorldEvents {
  message: [change: { kind: 'created' | 'edited' | 'deleted'; message: StoredMessage }];
  interaction: [change: { kind: 'sent' | 'acknowledged' | 'expired'; interaction: Interaction }];
  typing: [typing: { channelId: string; userId: string }];
  commands: [];
  dispatch: [dispatch: Dispatch];
}
