import { Client, Events, GatewayIntentBits, Options, Partials } from 'discord.js';
import { ConnectionGate } from './connection-gate.js';

/** Messages kept for each channel: enough that the one a member replies to is still there a moment later. */
const CACHED_MESSAGES = 20;

/** People kept in memory; every event brings its own people along. */
const CACHED_USERS = 200;

/**
 * Milliseconds to wait at start for servers that Discord says are unavailable. Interactions are held back
 * so long, and they are void after three seconds.
 */
const GUILD_WAIT_MS = 1_500;

const isSelf = (someone: { readonly id: string; readonly client: Client }): boolean =>
  someone.id === someone.client.user?.id;

/** A client, and how to be rid of it. */
export interface OwnedClient {
  readonly client: Client;
  /** Leaves Discord for good, whatever state the connection is in. */
  leave(): Promise<void>;
}

/**
 * A client that asks for no privileged intent and keeps little in memory: Discord shows a bot the text of
 * direct messages and of messages that mention it without the message-content intent.
 * @param apiUrl address of the REST API, without its version
 */
export function createClient(apiUrl: string): OwnedClient {
  const gate = new ConnectionGate();
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    // As many connections as Discord recommends: one, until the bot is in some thousand servers.
    shards: 'auto',
    // Direct-message channels are not announced: their first message has to be enough.
    partials: [Partials.Channel],
    rest: { api: apiUrl, version: '10' },
    ws: { buildStrategy: gate.buildStrategy },
    waitGuildTimeout: GUILD_WAIT_MS,
    makeCache: Options.cacheWithLimits({
      MessageManager: CACHED_MESSAGES,
      UserManager: { maxSize: CACHED_USERS, keepOverLimit: isSelf },
      GuildMemberManager: { maxSize: 0, keepOverLimit: isSelf },
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildInviteManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      VoiceStateManager: 0,
    }),
    sweepers: { ...Options.DefaultSweeperSettings, messages: { interval: 3_600, lifetime: 1_800 } },
  });
  return {
    client,
    async leave() {
      gate.shut();
      // Leaving is no loss of the connection: nobody is to be told of it.
      client.removeAllListeners(Events.ShardReconnecting);
      await client.destroy();
    },
  };
}
