import { ApplicationIntegrationType, InteractionContextType } from 'discord.js';

/** Commands come with the bot in a server as well as with a member's own installation. */
export const INTEGRATION_TYPES: ApplicationIntegrationType[] = [
  ApplicationIntegrationType.GuildInstall,
  ApplicationIntegrationType.UserInstall,
];

/** And they can be used in servers, in direct messages with the bot, and in members' own conversations. */
export const CONTEXTS: InteractionContextType[] = [
  InteractionContextType.Guild,
  InteractionContextType.BotDM,
  InteractionContextType.PrivateChannel,
];
