import { once } from 'node:events';
import { type Client, GatewayCloseCodes, GatewayIntentBits, type Message } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Loopback, startLoopback } from '../../src/playground/loopback.js';
import { createClient, INTENTS, logIn } from './log-in.js';

let loopback: Loopback;
let client: Client;

beforeEach(async () => {
  loopback = await startLoopback();
});

afterEach(async () => {
  await client.destroy();
  await loopback.close();
});

async function nextMessageOf(bot: Client): Promise<Message> {
  const [message] = await once(bot, 'messageCreate');
  return message;
}

test('the real client logs in and knows the server, its channels, roles and members', async () => {
  const ann = loopback.member('Ann');
  const bot = await logIn(loopback);
  client = bot;

  expect(bot.user.id).toBe(loopback.applicationId);
  const guild = bot.guilds.cache.get(loopback.guildId);
  expect(guild?.channels.cache.map((channel) => channel.name)).toEqual(['general', 'mods']);
  expect(guild?.roles.cache.map((role) => role.name)).toEqual(['@everyone', 'Bot', 'Moderators']);
  expect(guild?.members.cache.has(ann.userId)).toBe(true);
  expect(loopback.isConnected).toBe(true);
});

test('a wrong token is refused before the gateway is reached', async () => {
  client = createClient(loopback);
  await expect(client.login('not-the-token')).rejects.toThrow('An invalid token was provided.');
});

test('intents that are not switched on end the login with Discord’s close code', async () => {
  client = createClient(loopback, { intents: INTENTS | GatewayIntentBits.MessageContent });
  await expect(client.login(loopback.token)).rejects.toThrow('Used disallowed intents');
});

test('a login succeeds with a privileged intent that is switched on', async () => {
  await loopback.close();
  loopback = await startLoopback({ privilegedIntents: GatewayIntentBits.MessageContent });
  client = await logIn(loopback, { intents: INTENTS | GatewayIntentBits.MessageContent });

  const received = nextMessageOf(client);
  await loopback.member('Ann').say('general', 'for everyone to read');

  expect((await received).content).toBe('for everyone to read');
});

test('without the message-content intent a message is blank unless it mentions the bot', async () => {
  client = await logIn(loopback);
  const ann = loopback.member('Ann');

  const blank = nextMessageOf(client);
  await ann.say('general', 'not for the bot');
  expect((await blank).content).toBe('');

  const mentioned = nextMessageOf(client);
  await ann.say('general', `${loopback.bot.mention} when did they meet?`);
  expect((await mentioned).content).toBe(`${loopback.bot.mention} when did they meet?`);
});

test('a reply to the bot’s message mentions the bot, and so can be read', async () => {
  const bot = await logIn(loopback);
  client = bot;
  const ann = loopback.member('Ann');
  const general = bot.channels.cache.find((channel) => 'name' in channel && channel.name === 'general');
  if (!general?.isSendable()) throw new Error('no #general');
  const sent = await general.send('Ask me anything.');

  const answer = once(bot, 'messageCreate', {}).then(([message]: Message[]) => message);
  await ann.say('general', 'when did they meet?', { replyTo: sent });

  expect((await answer)?.content).toBe('when did they meet?');
});

test('a direct message is read in full and answered where it came from', async () => {
  client = await logIn(loopback);
  client.on('messageCreate', async (message) => {
    if (!message.author.bot) await message.reply(`You said: ${message.content}`);
  });
  const said = await loopback.member('Ann').dm('hello');

  const answer = await said.answer();

  expect(answer.content).toBe('You said: hello');
  expect(answer.replyTo).toBe(said.message.id);
  expect(answer.channelId).toBe(said.message.channelId);
});

test('events outside the bot’s intents are not sent', async () => {
  client = await logIn(loopback, { intents: GatewayIntentBits.Guilds | GatewayIntentBits.DirectMessages });
  const ann = loopback.member('Ann');

  const received = nextMessageOf(client);
  await ann.say('general', 'in the server');
  await ann.dm('in direct messages');

  expect((await received).content).toBe('in direct messages');
});

test('after a dropped connection the session resumes and what was missed arrives', async () => {
  client = await logIn(loopback);
  const ann = loopback.member('Ann');
  const received: string[] = [];
  client.on('messageCreate', (message) => received.push(message.content));
  const second = new Promise<void>((resolve) => {
    client.on('messageCreate', () => received.length === 2 && resolve());
  });
  const resumed = once(client, 'shardResume');

  loopback.dropConnections();
  await ann.dm('while you were away');
  await resumed;
  await ann.dm('you are back');
  await second;

  expect(received).toEqual(['while you were away', 'you are back']);
  expect(identifications()).toBe(1);
});

test('a session that is no longer known is identified anew', async () => {
  client = await logIn(loopback);
  const ready = once(client, 'shardReady');

  loopback.dropConnections({ resumable: false });
  await ready;

  const received = nextMessageOf(client);
  await loopback.member('Ann').dm('are you there?');
  expect((await received).content).toBe('are you there?');
  expect(identifications()).toBe(2);
});

test('RECONNECT makes the client resume', async () => {
  client = await logIn(loopback);
  const resumed = once(client, 'shardResume');
  loopback.requestReconnect();
  await resumed;
  expect(loopback.isConnected).toBe(true);
});

test('INVALID_SESSION makes the client identify anew', async () => {
  client = await logIn(loopback);
  const ready = once(client, 'shardReady');

  loopback.invalidateSession();
  await ready;

  expect(identifications()).toBe(2);
});

test('a token that is revoked while connected ends the connection for good', async () => {
  client = await logIn(loopback);
  client.on('error', () => undefined);
  client.on('shardError', () => undefined);
  const disconnected = once(client, 'shardDisconnect');

  loopback.closeConnections(GatewayCloseCodes.AuthenticationFailed);

  const [event] = await disconnected;
  expect(event.code).toBe(4004);
});

test('while connections are refused the client keeps trying, and is back once they are not', async () => {
  client = await logIn(loopback);
  const ready = once(client, 'shardReady');
  let attempts = 0;
  client.on('shardReconnecting', () => {
    attempts += 1;
    if (attempts === 2) loopback.refuseConnections(false);
  });

  loopback.refuseConnections(true);
  loopback.dropConnections();

  await ready;
  expect(attempts).toBeGreaterThanOrEqual(2);
});

test('a heartbeat is acknowledged', async () => {
  await loopback.close();
  loopback = await startLoopback({ heartbeatIntervalMs: 20 });
  const bot = await logIn(loopback);
  client = bot;
  await waitForTraffic('Heartbeat');
  await waitForTraffic('Heartbeat');
  expect(bot.ws.ping).toBeGreaterThanOrEqual(0);
});

function identifications(): number {
  return loopback.traffic.recent.filter(({ route }) => route === 'Identify').length;
}

function waitForTraffic(route: string): Promise<void> {
  return new Promise((resolve) => {
    loopback.traffic.on('entry', function listener(entry) {
      if (entry.route !== route) return;
      loopback.traffic.off('entry', listener);
      resolve();
    });
  });
}
