import { SimpleShardingStrategy, type WebSocketManager } from '@discordjs/ws';

/** Never settles, and so holds up whoever waits for it without keeping the process alive. */
const NEVER = new Promise<never>(() => undefined);

/**
 * Lets connections to the gateway be made until it is shut. discord.js alone cannot be made to stop: a
 * client that is destroyed while it connects, which it does to itself when the gateway answers 502, goes
 * on connecting twice a second, and once it gets through it answers members beside the next client.
 */
export class ConnectionGate {
  #isOpen = true;

  /** For `ws.buildStrategy` of the client's options. */
  readonly buildStrategy = (manager: WebSocketManager): SimpleShardingStrategy => {
    const { retrieveSessionInfo } = manager.options;
    // What every attempt to connect asks first: whether there is a session to resume.
    manager.options.retrieveSessionInfo = (shardId) => (this.#isOpen ? retrieveSessionInfo(shardId) : NEVER);
    return new SimpleShardingStrategy(manager);
  };

  /** From now on no connection is made. */
  shut(): void {
    this.#isOpen = false;
  }
}
