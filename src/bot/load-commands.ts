import { readdir } from 'node:fs/promises';
import { z } from 'zod';
import type { Command } from './command.js';
import { type CommandRegistry, createRegistry } from './command-registry.js';

/** The folder beside `src`, in the checkout as well as in what is built from it. */
const COMMANDS = new URL('../../commands/', import.meta.url);

const isFunction = z.custom((value) => typeof value === 'function', 'is not a function');

/** Component names stand before the first separator of a custom id. */
const handlers = z
  .record(z.string().regex(/^[a-z][a-z-]{0,19}$/, 'is not a short lower-case name'), isFunction)
  .optional();

const commandShape = z.object({
  kind: z.enum(['slash', 'message']),
  data: z.object({ name: z.string().min(1), toJSON: isFunction }),
  execute: isFunction,
  autocomplete: isFunction.optional(),
  components: handlers,
  modals: handlers,
});

/** Checks what a file exports. Builders are checked by having them build: they name what Discord forbids. */
function readCommand(module: unknown, file: string): Command {
  const parsed = z.object({ default: commandShape }).safeParse(module);
  if (!parsed.success) {
    throw new Error(
      `commands/${file} does not export a command by default:\n${z.prettifyError(parsed.error)}`,
    );
  }
  const command = (module as { default: Command }).default;
  try {
    command.data.toJSON();
  } catch (error) {
    throw new Error(`commands/${file} describes a command that Discord would refuse`, { cause: error });
  }
  return command;
}

/**
 * Every command in a folder, in the order of the file names.
 * @throws Error that names the file which exports no sound command, or what two of them share.
 */
export async function loadCommands(folder: URL = COMMANDS): Promise<CommandRegistry> {
  const files = (await readdir(folder)).filter((file) => /(?<!\.d)\.[jt]s$/.test(file)).sort();
  const commands = files.map(async (file) => readCommand(await import(new URL(file, folder).href), file));
  return createRegistry(await Promise.all(commands));
}
