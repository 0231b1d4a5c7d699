import {
  ApplicationIntegrationType,
  type ContextMenuCommandBuilder,
  InteractionContextType,
  type SlashCommandBuilder,
} from 'discord.js';
import { type Needed, PERMISSIONS } from './permission-of.js';

/** Moderator commands come with the bot in a server. In direct messages they are offered to say where to use them. */
const CONTEXTS = [InteractionContextType.Guild, InteractionContextType.BotDM];

/** Has Discord offer a command to moderators only; its handlers look again with `permissionOf`. */
export function moderatorsOnly<T extends SlashCommandBuilder | ContextMenuCommandBuilder>(
  command: T,
  needed: Needed,
): T {
  command
    .setDefaultMemberPermissions(PERMISSIONS[needed])
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .setContexts(CONTEXTS);
  return command;
}
