import { ApplicationCommandOptionType as Option } from 'discord-api-types/v10';
import type { AnyOption, ValueOption } from '../schemas/command.js';
import type { Channel } from '../world/channel.js';
import type { RegisteredCommand } from '../world/command-registry.js';
import { type Person, permissionsOf } from '../world/person.js';
import type { World } from '../world/world.js';
import { MemberError } from './member-error.js';
import { checkValue, type OptionValue, type Resolved } from './option-value.js';

/** What a member types into a command, by the option's name. */
export type OptionValues = Readonly<Record<string, OptionValue | undefined>>;

/** The options of an interaction and what their ids stand for. */
export interface CommandInput {
  readonly options: object[];
  readonly resolved: Resolved;
}

/** The commands a member is offered in a channel, the server's own before the global ones. */
export function offeredCommands(world: World, person: Person, channel: Channel): RegisteredCommand[] {
  const inGuild = channel.kind === 'guild' ? world.commands.list(world.guild.id) : [];
  return [...inGuild, ...world.commands.list()].filter(
    (command) => whyNot(command, person, channel) === null,
  );
}

/** The command of that name and type, or why the member cannot use it there. */
export function findCommand(
  world: World,
  person: Person,
  channel: Channel,
  name: string,
  type: RegisteredCommand['type'],
): RegisteredCommand {
  const all = [...world.commands.list(world.guild.id), ...world.commands.list()];
  const named = all.filter((command) => command.name === name && command.type === type);
  const usable = named.find((command) => whyNot(command, person, channel) === null);
  if (usable) return usable;
  const [first] = named;
  throw (
    (first && whyNot(first, person, channel)) ||
    new MemberError('unknown-command', `There is no command ${type === 1 ? '/' : ''}${name}.`)
  );
}

function whyNot(command: RegisteredCommand, person: Person, channel: Channel): MemberError | null {
  const context = ({ guild: 0, dm: 1, private: 2 } as const)[channel.kind];
  const isThere =
    (command.contexts === null || command.contexts.includes(context)) &&
    (command.guild_id === undefined || channel.kind === 'guild') &&
    (channel.kind !== 'private' || command.integration_types.includes(1)) &&
    (channel.kind === 'guild' || command.contexts !== null || command.dm_permission !== false);
  if (!isThere) return new MemberError('not-available-here', `${command.name} cannot be used here.`);
  const needed = command.default_member_permissions;
  if (channel.kind !== 'guild' || needed === null) return null;
  const bits = BigInt(needed);
  return bits !== 0n && (permissionsOf(person) & bits) === bits
    ? null
    : new MemberError('missing-permission', `You do not have permission to use ${command.name}.`);
}

/** The options a (sub)command takes, and the path of subcommands that leads there. */
function atSubcommand(command: RegisteredCommand, subcommand: string | undefined): AnyOption[] {
  const path = subcommand?.split(' ').filter(Boolean) ?? [];
  let options = command.options ?? [];
  for (const step of path) {
    const next = options.find((option) => option.name === step && 'options' in option);
    if (!next || !('options' in next))
      throw new MemberError('unknown-option', `/${command.name} has no subcommand ${step}.`);
    options = [...(next.options ?? [])];
  }
  const nested = options.filter(({ type }) => type === Option.Subcommand || type === Option.SubcommandGroup);
  if (nested.length > 0)
    throw new MemberError(
      'missing-option',
      `/${command.name} needs a subcommand: ${nested.map(({ name }) => name).join(', ')}.`,
    );
  return options;
}

/** The value options of a command or of its subcommand. */
export function valueOptions(command: RegisteredCommand, subcommand?: string): ValueOption[] {
  return atSubcommand(command, subcommand).filter(
    (option): option is ValueOption =>
      option.type !== Option.Subcommand && option.type !== Option.SubcommandGroup,
  );
}

/**
 * Checks what a member typed as Discord's window does, and puts it into an interaction's form.
 * @param focused the option being typed, for autocomplete: then nothing is required yet
 * @throws MemberError with the fault as the member would read it
 */
export function readInput(
  world: World,
  channel: Channel,
  command: RegisteredCommand,
  values: OptionValues,
  subcommand?: string,
  focused?: string,
): CommandInput {
  const known = valueOptions(command, subcommand);
  for (const name of Object.keys(values))
    if (!known.some((option) => option.name === name))
      throw new MemberError('unknown-option', `/${command.name} has no option ${name}.`);
  const resolved: Resolved = {};
  const filled = known.flatMap((option) => {
    const value = values[option.name];
    if (value === undefined || (value === '' && focused === undefined)) {
      if (option.required && focused === undefined)
        throw new MemberError('missing-option', `/${command.name} needs ${option.name}.`);
      return [];
    }
    if (option.name === focused) return [{ name: option.name, type: option.type, value, focused: true }];
    const isChecked = focused === undefined;
    return [
      {
        name: option.name,
        type: option.type,
        value: isChecked ? checkValue(world, channel, option, value, resolved) : value,
      },
    ];
  });
  return { options: wrapInSubcommands(subcommand, filled), resolved };
}

function wrapInSubcommands(subcommand: string | undefined, options: object[]): object[] {
  const path = subcommand?.split(' ').filter(Boolean) ?? [];
  return path.reduceRight<object[]>(
    (inner, name, index) => [
      { name, type: index === path.length - 1 ? Option.Subcommand : Option.SubcommandGroup, options: inner },
    ],
    options,
  );
}
