import { ApplicationCommandType, ApplicationCommandOptionType as Option } from 'discord-api-types/v10';
import type { Member } from '../member/member.js';
import type { AnyOption, ValueOption } from '../schemas/command.js';
import type { RegisteredCommand } from '../world/command-registry.js';
import { displayName } from '../world/person.js';
import type { World } from '../world/world.js';
import type { ChannelView, CommandView, OptionView } from './wire.js';

/** The channels a member sees, with the commands offered in each; the bot's direct messages last. */
export function viewChannels(world: World, member: Member): ChannelView[] {
  const person = world.person(member.userId);
  const seen = world.guildChannels.filter((channel) => person && world.canSee(person, channel));
  return [
    ...seen.map(({ id, name }) => viewChannel(id, name, 'guild')),
    viewChannel(member.channelId('dm'), displayName(world.bot.user), 'dm'),
  ];

  function viewChannel(id: string, name: string, kind: ChannelView['kind']): ChannelView {
    const commands = member.commands(id);
    const ofType = (type: ApplicationCommandType) => commands.filter((command) => command.type === type);
    return {
      id,
      name,
      kind,
      commands: ofType(ApplicationCommandType.ChatInput).flatMap((command) => viewCommand(world, command)),
      messageMenu: ofType(ApplicationCommandType.Message).map((command) => command.name),
    };
  }
}

/** A command, or each of its subcommands. */
function viewCommand(world: World, command: RegisteredCommand): CommandView[] {
  function below(options: readonly AnyOption[], description: string, path: readonly string[]): CommandView[] {
    const nested = options.filter(
      ({ type }) => type === Option.Subcommand || type === Option.SubcommandGroup,
    );
    if (nested.length > 0)
      return nested.flatMap((option) =>
        below('options' in option ? (option.options ?? []) : [], option.description, [...path, option.name]),
      );
    return [
      {
        name: command.name,
        subcommand: path.length > 0 ? path.join(' ') : null,
        description,
        options: options.flatMap((option) => (isValue(option) ? [viewOption(world, option)] : [])),
      },
    ];
  }
  return below(command.options ?? [], command.description, []);
}

function isValue(option: AnyOption): option is ValueOption {
  return option.type !== Option.Subcommand && option.type !== Option.SubcommandGroup;
}

function viewOption(world: World, option: ValueOption): OptionView {
  return {
    name: option.name,
    description: option.description,
    input: inputOf(option),
    isRequired: option.required ?? false,
    isCompleted: option.autocomplete ?? false,
    maxLength: option.max_length ?? null,
    choices: choicesOf(world, option),
  };
}

function inputOf(option: ValueOption): OptionView['input'] {
  if (option.choices && option.choices.length > 0) return 'choice';
  switch (option.type) {
    case Option.Integer:
    case Option.Number:
      return 'number';
    case Option.Attachment:
      return 'file';
    case Option.String:
      return 'text';
    default:
      return 'choice';
  }
}

function choicesOf(world: World, option: ValueOption): OptionView['choices'] {
  if (option.choices && option.choices.length > 0)
    return option.choices.map(({ name, value }) => ({ label: name, value: String(value) }));
  if (option.type === Option.Boolean) return ['True', 'False'].map((value) => ({ label: value, value }));
  if (option.type === Option.User)
    return world.people.map(({ user }) => ({ label: displayName(user), value: user.id }));
  if (option.type === Option.Channel)
    return world.guildChannels.map(({ id, name }) => ({ label: `#${name}`, value: id }));
  return [];
}
