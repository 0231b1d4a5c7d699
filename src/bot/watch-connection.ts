import { type Client, Events } from 'discord.js';
import type { Logger } from 'pino';

/**
 * Logs what becomes of the gateway connection. discord.js tries again by itself, twice a second if it
 * must: of a row of failures the 1st, 2nd, 4th, 8th … get a line.
 * @param onClosed called with the gateway's code when it will not take the bot back
 */
export function watchConnection(client: Client, log: Logger, onClosed: (code: number) => void): void {
  let failures = 0;
  const recovered = (): void => {
    if (failures > 0) log.info('connected to Discord again');
    failures = 0;
  };
  client.on(Events.ShardReconnecting, () => {
    failures += 1;
    // Discord asks for a new connection every few hours: the first is nothing to be warned of.
    const level = failures === 1 ? 'info' : 'warn';
    if (Number.isInteger(Math.log2(failures)))
      log[level]({ failures }, 'connection to Discord lost, trying again');
  });
  client.on(Events.ShardReady, recovered);
  client.on(Events.ShardResume, recovered);
  client.on(Events.ShardDisconnect, ({ code }) => onClosed(code));
  client.on(Events.ShardError, (error) => log.warn({ cause: error.message }, 'gateway connection error'));
  client.on(Events.Warn, (message) => log.warn(message));
  // Without a listener Node would end the process.
  client.on(Events.Error, (error) => log.error({ err: error }, 'discord.js reports an error'));
}
