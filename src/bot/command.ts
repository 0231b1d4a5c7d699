import type {
  AutocompleteInteraction,
  ButtonInteraction,
  ChatInputCommandInteraction,
  ContextMenuCommandBuilder,
  MessageContextMenuCommandInteraction,
  ModalSubmitInteraction,
  SlashCommandBuilder,
  SlashCommandOptionsOnlyBuilder,
  SlashCommandSubcommandsOnlyBuilder,
  StringSelectMenuInteraction,
} from 'discord.js';
import type { Services } from './services.js';

/** What a member does to a component under a message. */
export type ComponentInteraction = ButtonInteraction | StringSelectMenuInteraction;

/** Answers a press of a button. `args` are the parts of its custom id behind the name: bound to be stale. */
export type ComponentHandler = (
  interaction: ComponentInteraction,
  args: readonly string[],
  services: Services,
) => Promise<void>;

/** Answers a submitted form. */
export type ModalHandler = (
  interaction: ModalSubmitInteraction,
  args: readonly string[],
  services: Services,
) => Promise<void>;

/** What a form can be opened from. */
export type FormOpener =
  | ComponentInteraction
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction;

interface Handlers {
  /** By the name in the custom id, which is unique among all commands: any reply may carry the button. */
  readonly components?: Readonly<Record<string, ComponentHandler>>;
  readonly modals?: Readonly<Record<string, ModalHandler>>;
}

/** A command typed as `/name`. */
export interface SlashCommand extends Handlers {
  readonly kind: 'slash';
  readonly data: SlashCommandBuilder | SlashCommandOptionsOnlyBuilder | SlashCommandSubcommandsOnlyBuilder;
  readonly execute: (interaction: ChatInputCommandInteraction, services: Services) => Promise<void>;
  /** Given where it may be answered late: who sees that it is thought about, while articles are made ready. */
  readonly deferral?: (interaction: ChatInputCommandInteraction) => 'private' | 'shared';
  readonly autocomplete?: (interaction: AutocompleteInteraction, services: Services) => Promise<void>;
}

/** A command in the menu of a message. */
export interface MessageCommand extends Handlers {
  readonly kind: 'message';
  readonly data: ContextMenuCommandBuilder;
  readonly execute: (interaction: MessageContextMenuCommandInteraction, services: Services) => Promise<void>;
}

/**
 * What a file in `commands/` exports by default: what Discord is told of the command, and what it does.
 * A handler answers with the first response itself; what it throws is answered by `replyError`.
 */
export type Command = SlashCommand | MessageCommand;
