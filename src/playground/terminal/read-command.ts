import { ApplicationCommandOptionType as Option } from 'discord-api-types/v10';
import { type OptionValues, valueOptions } from '../member/command-input.js';
import { MemberError } from '../member/member-error.js';
import type { RegisteredCommand } from '../world/command-registry.js';

/** A slash command as it was typed. */
export interface TypedCommand {
  readonly command: RegisteredCommand;
  readonly subcommand: string | undefined;
  readonly values: OptionValues;
}

/**
 * Reads `/ask question text`: what is typed goes to the first required option (or the first, if none
 * is required), unless it is written as `name: value` pairs.
 * @throws MemberError when there is no such command
 */
export function readCommand(line: string, commands: readonly RegisteredCommand[]): TypedCommand {
  const [name = '', ...words] = line.slice(1).trim().split(/\s+/);
  const command = commands.find((candidate) => candidate.type === 1 && candidate.name === name);
  if (!command)
    throw new MemberError('unknown-command', `There is no command /${name}. Type / to see which there are.`);
  const path: string[] = [];
  let options = command.options ?? [];
  for (const word of words) {
    const next = options.find((option) => option.name === word && isNested(option.type));
    if (!next) break;
    path.push(word);
    options = 'options' in next ? (next.options ?? []) : [];
  }
  const subcommand = path.length > 0 ? path.join(' ') : undefined;
  // The rest as it was typed, with its inner white space.
  const head = new RegExp(`^/\\s*${[name, ...path].map(escapeRegExp).join('\\s+')}\\s*`);
  const rest = line.replace(head, '');
  if (rest === '') return { command, subcommand, values: {} };
  return { command, subcommand, values: readValues(rest, command, subcommand) };
}

function readValues(rest: string, command: RegisteredCommand, subcommand: string | undefined): OptionValues {
  const options = valueOptions(command, subcommand);
  const names = options.map((option) => escapeRegExp(option.name)).join('|');
  const values: Record<string, string> = {};
  const starts = names === '' ? [] : [...rest.matchAll(new RegExp(`(?:^|\\s)(${names}):`, 'g'))];
  const free = rest.slice(0, starts[0]?.index ?? rest.length).trim();
  const first = options.find(({ required }) => required) ?? options[0];
  if (free !== '') values[first?.name ?? free] = free;
  for (const [index, start] of starts.entries()) {
    const from = start.index + start[0].length;
    const value = rest.slice(from, starts[index + 1]?.index).trim();
    if (value !== '') values[start[1] ?? ''] = value;
  }
  return values;
}

function isNested(type: number): boolean {
  return type === Option.Subcommand || type === Option.SubcommandGroup;
}

function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
