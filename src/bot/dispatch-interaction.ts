import type { AutocompleteInteraction, Interaction, RepliableInteraction } from 'discord.js';
import type { CommandRegistry } from './command-registry.js';
import { parseCustomId } from './custom-id.js';
import { OLD_BUTTON } from './old-button.js';
import { renderWait } from './render-wait.js';
import { plainReply } from './reply.js';
import { replyError } from './reply-error.js';
import { offer, respond } from './respond.js';
import type { Services } from './services.js';

const OLD_COMMAND = plainReply(
  'That command is from an older version of me. Reload Discord, then pick one from the list; `/help` says what I can do.',
);

/** What was used, as the operator knows it. */
function describe(interaction: Interaction): string {
  if (interaction.isMessageComponent()) return `button ${parseCustomId(interaction.customId).name}`;
  if (interaction.isModalSubmit()) return `form ${parseCustomId(interaction.customId).name}`;
  return interaction.isContextMenuCommand()
    ? `menu ${interaction.commandName}`
    : `/${interaction.commandName}`;
}

/** Says that the member must wait. @returns whether the member may go on. */
async function takeTurn(interaction: RepliableInteraction, services: Services): Promise<boolean> {
  const kind = interaction.isMessageComponent() ? 'button' : 'question';
  const turn = await services.rateLimit.take(interaction.user.id, kind);
  if (turn.allowed) return true;
  await respond(interaction, renderWait(turn.seconds), 'private');
  return false;
}

async function answer(
  interaction: RepliableInteraction,
  registry: CommandRegistry,
  services: Services,
): Promise<void> {
  if (interaction.isButton() || interaction.isStringSelectMenu()) {
    const { name, args } = parseCustomId(interaction.customId);
    const handler = registry.components.get(name);
    if (handler) return handler(interaction, args, services);
  } else if (interaction.isModalSubmit()) {
    const { name, args } = parseCustomId(interaction.customId);
    const handler = registry.modals.get(name);
    if (handler) return handler(interaction, args, services);
  } else if (interaction.isChatInputCommand()) {
    const command = registry.slash.get(interaction.commandName);
    if (command) return command.execute(interaction, services);
  } else if (interaction.isMessageContextMenuCommand()) {
    const command = registry.message.get(interaction.commandName);
    if (command) return command.execute(interaction, services);
  }
  return respond(interaction, interaction.isCommand() ? OLD_COMMAND : OLD_BUTTON, 'private');
}

async function suggest(
  interaction: AutocompleteInteraction,
  registry: CommandRegistry,
  services: Services,
): Promise<void> {
  const complete = registry.slash.get(interaction.commandName)?.autocomplete;
  if (complete) await complete(interaction, services);
  else await offer(interaction, []);
}

/**
 * Gives an interaction to its handler. What the bot does not know, a member who is too quick and a
 * handler that fails are answered too. Never throws.
 */
export async function dispatchInteraction(
  interaction: Interaction,
  registry: CommandRegistry,
  services: Services,
): Promise<void> {
  try {
    if (interaction.isAutocomplete()) {
      await suggest(interaction, registry, services);
    } else if (await takeTurn(interaction, services)) {
      await answer(interaction, registry, services);
    }
  } catch (error) {
    await replyError(interaction, describe(interaction), error, services.log);
  }
}
