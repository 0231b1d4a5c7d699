import { type Message, MessageFlags, MessageType } from 'discord.js';
import { StoreError } from '../store/store-error.js';
import { answerQuestion } from './answer-question.js';
import { APOLOGY } from './apology.js';
import { NO_ARTICLES_NOW } from './open-library.js';
import { readQuestion } from './read-question.js';
import { HELP } from './render-help.js';
import { renderWait } from './render-wait.js';
import { plainReply, type Reply } from './reply.js';
import { toPayload } from './reply-payload.js';
import type { BotServices } from './services.js';

const UNREADABLE = plainReply(
  'Discord does not show me the message you replied to. Mention me with the question itself, or use **Find in article** in the message’s menu.',
);

/** Whether a message is for the bot: any in a direct message; in a server, one that names the bot itself. */
function isForBot(message: Message, botId: string): boolean {
  if (message.author.bot || message.webhookId || message.system) return false;
  if (message.type !== MessageType.Default && message.type !== MessageType.Reply) return false;
  // Replying to the bot pings it without naming it: "thanks" under an answer is no question.
  return !message.inGuild() || [`<@${botId}>`, `<@!${botId}>`].some((name) => message.content.includes(name));
}

/** The channel of the thread a message is in. */
function parentOf({ channel }: Message): string | null {
  return channel.isThread() ? channel.parentId : null;
}

async function ask(message: Message, services: BotServices, question: string): Promise<Reply> {
  const library = await services.libraries.of(message.guildId);
  const { reply } = await answerQuestion(
    { ...services, library },
    {
      question,
      source: message.inGuild() ? 'mention' : 'dm',
      guildId: message.guildId,
      channelId: message.channelId,
      parentChannelId: parentOf(message),
      askerId: message.author.id,
    },
  );
  return reply;
}

/**
 * What a mention without a question is about: the message it replies to. The text of that is known only
 * where Discord shows it to a bot without the message-content intent.
 */
async function answerBareMention(message: Message, services: BotServices, botId: string): Promise<Reply> {
  if (message.type !== MessageType.Reply || !message.reference?.messageId) return HELP;
  const replied = message.channel.messages.cache.get(message.reference.messageId);
  if (replied?.author.id === botId) return HELP;
  const question = readQuestion(replied?.content ?? '');
  return question === '' ? UNREADABLE : ask(message, services, question);
}

async function answer(message: Message, services: BotServices, botId: string): Promise<Reply> {
  const question = readQuestion(message.content);
  if (question === '' && message.inGuild()) return answerBareMention(message, services, botId);
  return ask(message, services, question);
}

/**
 * Sends a reply to a message. Should the message be gone by then, the reply stands alone; should Discord
 * fail after the reply took effect, the nonce keeps the next attempt from saying it twice.
 */
async function send(message: Message, reply: Reply): Promise<void> {
  await message.reply({
    ...toPayload(reply),
    flags: [MessageFlags.SuppressEmbeds],
    failIfNotExists: false,
    nonce: message.id,
    enforceNonce: true,
  });
}

/** What to reply, if anything: a member in a hurry is told to wait once, not with every message. */
async function compose(message: Message, services: BotServices, botId: string): Promise<Reply | null> {
  const turn = await services.rateLimit.take(message.author.id, 'question');
  if (turn.allowed) return answer(message, services, botId);
  return turn.first ? renderWait(turn.seconds) : null;
}

/**
 * Answers a direct message, or a mention in a server; does nothing about any other message. Never
 * answers a bot. Never throws.
 */
export async function answerMessage(message: Message, services: BotServices): Promise<void> {
  const botId = message.client.user.id;
  if (!isForBot(message, botId)) return;
  const handler = message.inGuild() ? 'mention' : 'direct message';
  const reply = await compose(message, services, botId).catch((error: unknown) => {
    if (error instanceof StoreError) return NO_ARTICLES_NOW;
    services.log.error({ handler, err: error }, 'a handler failed');
    return APOLOGY;
  });
  try {
    if (reply) await send(message, reply);
  } catch (error) {
    // Not allowed to write there, messages closed, channel gone, Discord in trouble: nothing to say it by.
    services.log.warn({ handler, cause: String(error) }, 'could not send a reply');
  }
}
