import { type APIMessage, GatewayIntentBits } from 'discord-api-types/v10';

/** Intents that must be switched on for the application before it may ask for them. */
export const PRIVILEGED_INTENTS =
  GatewayIntentBits.GuildMembers | GatewayIntentBits.GuildPresences | GatewayIntentBits.MessageContent;

/** The highest bit that is an intent; more is no valid set. */
const ALL_INTENTS = Object.values(GatewayIntentBits)
  .filter((bit): bit is GatewayIntentBits => typeof bit === 'number')
  .reduce((all, bit) => all | bit, 0);

/** Whether the number is a set of intents Discord knows. */
export function areIntents(intents: number): boolean {
  return (intents & ~ALL_INTENTS) === 0;
}

type Received = APIMessage & { guild_id?: string };

/**
 * A message as an application with these intents receives it. Without the message-content intent its
 * text, embeds, files and components are blank, unless it is a direct message, mentions the bot, or
 * is the bot's own.
 */
export function receivedMessage(message: Received, intents: number, botId: string): Received {
  const isOpen =
    (intents & GatewayIntentBits.MessageContent) !== 0 ||
    message.guild_id === undefined ||
    message.author?.id === botId ||
    message.mentions?.some(({ id }) => id === botId);
  const referenced = message.referenced_message;
  const nested = referenced
    ? {
        referenced_message: receivedMessage(
          message.guild_id === undefined ? referenced : { ...referenced, guild_id: message.guild_id },
          intents,
          botId,
        ),
      }
    : {};
  return isOpen
    ? { ...message, ...nested }
    : { ...message, ...nested, content: '', embeds: [], attachments: [], components: [] };
}
