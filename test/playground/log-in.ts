import { once } from 'node:events';
import { Client, type ClientOptions, GatewayIntentBits, Partials } from 'discord.js';
import type { Loopback } from '../../src/playground/loopback.js';

/** What the bot asks for: no privileged intent. */
export const INTENTS =
  GatewayIntentBits.Guilds | GatewayIntentBits.GuildMessages | GatewayIntentBits.DirectMessages;

/** The real discord.js client, set up for a loopback but not logged in. */
export function createClient(loopback: Loopback, options: Partial<ClientOptions> = {}): Client {
  return new Client({
    intents: INTENTS,
    partials: [Partials.Channel],
    // Discord lets a bot identify once in five seconds; waiting that out teaches a test nothing.
    ws: { buildIdentifyThrottler: () => ({ waitForIdentify: () => Promise.resolve() }) },
    ...options,
    rest: { api: loopback.apiUrl, version: '10', retries: 3, timeout: 5000, ...options.rest },
  });
}

/** A client that is logged in and ready. */
export async function logIn(loopback: Loopback, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = createClient(loopback, options);
  const ready = once(client, 'clientReady');
  await client.login(loopback.token);
  await ready;
  if (!client.isReady()) throw new Error('The client is not ready.');
  return client;
}
