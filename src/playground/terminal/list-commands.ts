import { ApplicationCommandOptionType as Option } from 'discord-api-types/v10';
import type { AnyOption } from '../schemas/command.js';
import type { RegisteredCommand } from '../world/command-registry.js';
import { plainText } from './plain-text.js';
import type { Window } from './window.js';

/** The slash commands, one to a line: how each is typed, and what it does. */
export function listCommands(commands: readonly RegisteredCommand[], window: Window): string {
  const lines = commands
    .filter(({ type }) => type === 1)
    .flatMap((command) => usages(`/${command.name}`, command.description, command.options ?? []));
  return lines
    .map(({ usage, description }) =>
      window.wrap(`${window.style('cyan', plainText(usage))}  ${plainText(description)}`),
    )
    .join('\n');
}

function usages(
  path: string,
  description: string,
  options: readonly AnyOption[],
): { usage: string; description: string }[] {
  const nested = options.filter(
    (option) => option.type === Option.Subcommand || option.type === Option.SubcommandGroup,
  );
  if (nested.length > 0)
    return nested.flatMap((option) =>
      usages(`${path} ${option.name}`, option.description, ('options' in option && option.options) || []),
    );
  const names = options.map((option) =>
    'required' in option && option.required ? option.name : `[${option.name}]`,
  );
  return [{ usage: [path, ...names].join(' '), description }];
}
