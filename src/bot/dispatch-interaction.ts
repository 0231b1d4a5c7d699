import type { AutocompleteInteraction, Interaction, RepliableInteraction } from 'discord.js';
import type { Library } from '../library/library.js';
import { settledWithin } from '../settled-within.js';
import { StoreError } from '../store/store-error.js';
import type { CommandRegistry } from './command-registry.js';
import { parseCustomId } from './custom-id.js';
import { OLD_BUTTON } from './old-button.js';
import { LIBRARY_PATIENCE_MS, NO_ARTICLES_NOW, STILL_READING } from './open-library.js';
import { renderWait } from './render-wait.js';
import { plainReply } from './reply.js';
import { replyError } from './reply-error.js';
import { defer, offer, respond } from './respond.js';
import type { BotServices, Services } from './services.js';

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
async function takeTurn(interaction: RepliableInteraction, services: BotServices): Promise<boolean> {
  const kind = interaction.isMessageComponent() ? 'button' : 'question';
  const turn = await services.rateLimit.take(interaction.user.id, kind);
  if (turn.allowed) return true;
  await respond(interaction, renderWait(turn.seconds), 'private');
  return false;
}

/**
 * Opens what can be asked where the member is. Where that takes long, and the command may be answered later, the member
 * sees that it is thought about; else they are told.
 * @returns null when they have been told
 */
async function openFor(
  interaction: RepliableInteraction,
  registry: CommandRegistry,
  { libraries, log }: BotServices,
): Promise<Library | null> {
  try {
    const opening = libraries.of(interaction.guildId);
    const library = await settledWithin(opening, LIBRARY_PATIENCE_MS);
    if (library) return library;
    const deferral =
      interaction.isChatInputCommand() && registry.slash.get(interaction.commandName)?.deferral;
    if (deferral) {
      await defer(interaction, deferral(interaction));
      return await opening;
    }
    await respond(interaction, STILL_READING, 'private');
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    log.debug({ cause: error.message }, 'a server’s articles are out of reach');
    await respond(interaction, NO_ARTICLES_NOW, 'private');
  }
  return null;
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
  services: BotServices,
): Promise<void> {
  const complete = registry.slash.get(interaction.commandName)?.autocomplete;
  const library =
    complete && (await settledWithin(services.libraries.of(interaction.guildId), LIBRARY_PATIENCE_MS));
  if (library) await complete(interaction, { ...services, library });
  else await offer(interaction, []);
}

/**
 * Gives an interaction to its handler. What the bot does not know, a member who is too quick and a
 * handler that fails are answered too. Never throws.
 */
export async function dispatchInteraction(
  interaction: Interaction,
  registry: CommandRegistry,
  services: BotServices,
): Promise<void> {
  try {
    if (interaction.isAutocomplete()) {
      await suggest(interaction, registry, services);
    } else if (await takeTurn(interaction, services)) {
      const library = await openFor(interaction, registry, services);
      if (library) await answer(interaction, registry, { ...services, library });
    }
  } catch (error) {
    await replyError(interaction, describe(interaction), error, services.log);
  }
}
