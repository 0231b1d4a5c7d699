import type { Command, ComponentHandler, MessageCommand, ModalHandler, SlashCommand } from './command.js';

/** Every command of the bot, found by what Discord sends. */
export interface CommandRegistry {
  readonly all: readonly Command[];
  readonly slash: ReadonlyMap<string, SlashCommand>;
  readonly message: ReadonlyMap<string, MessageCommand>;
  readonly components: ReadonlyMap<string, ComponentHandler>;
  readonly modals: ReadonlyMap<string, ModalHandler>;
}

/** Adds, unless the key is taken. */
function add<T>(map: Map<string, T>, what: string, key: string, value: T): void {
  if (map.has(key)) throw new Error(`two commands have the ${what} "${key}"`);
  map.set(key, value);
}

/** @throws Error when two commands, or two of their components or forms, have the same name. */
export function createRegistry(commands: readonly Command[]): CommandRegistry {
  const slash = new Map<string, SlashCommand>();
  const message = new Map<string, MessageCommand>();
  const components = new Map<string, ComponentHandler>();
  const modals = new Map<string, ModalHandler>();
  for (const command of commands) {
    if (command.kind === 'slash') add(slash, 'name', command.data.name, command);
    else add(message, 'name', command.data.name, command);
    for (const [name, handler] of Object.entries(command.components ?? {})) {
      add(components, 'component', name, handler);
    }
    for (const [name, handler] of Object.entries(command.modals ?? {})) add(modals, 'form', name, handler);
  }
  return { all: commands, slash, message, components, modals };
}
