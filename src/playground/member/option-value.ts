import { ApplicationCommandOptionType as Option } from 'discord-api-types/v10';
import type { ValueOption } from '../schemas/command.js';
import type { UploadedFile } from '../world/attachment-store.js';
import type { Channel } from '../world/channel.js';
import { permissionsOf } from '../world/person.js';
import type { World } from '../world/world.js';
import { MemberError } from './member-error.js';

/** The longest text Discord takes in an option, in characters. */
const MAX_OPTION_TEXT = 6000;

/** What a member can put into an option; users and channels by id or name. */
export type OptionValue = string | number | boolean | UploadedFile;

/** What ids in options stand for, by kind and id. */
export type Resolved = Record<string, Record<string, object>>;

/**
 * Checks what a member put into an option as Discord's window does.
 * @param resolved gains what the value's id stands for
 * @returns the value as an interaction carries it
 * @throws MemberError with the fault as the member would read it
 */
export function checkValue(
  world: World,
  channel: Channel,
  option: ValueOption,
  value: OptionValue,
  resolved: Resolved,
): string | number | boolean {
  function invalid(what: string): MemberError {
    return new MemberError('invalid-option', `${option.name} ${what}.`);
  }
  function resolve(kind: string, id: string, object: object): string {
    resolved[kind] = { ...resolved[kind], [id]: object };
    return id;
  }
  if (option.choices && option.choices.length > 0) {
    const choice = option.choices.find((one) => one.value === value || one.name === value);
    if (!choice) throw invalid(`must be one of: ${option.choices.map(({ name }) => name).join(', ')}`);
    return choice.value;
  }
  switch (option.type) {
    case Option.String: {
      if (typeof value !== 'string') throw invalid('must be a text');
      const { length } = [...value];
      const max = option.max_length ?? MAX_OPTION_TEXT;
      if (length > max) throw invalid(`must be ${max} or fewer in length`);
      if (length < (option.min_length ?? 0)) throw invalid(`must be ${option.min_length} or more in length`);
      return value;
    }
    case Option.Integer:
    case Option.Number: {
      const number = typeof value === 'string' ? Number(value) : value;
      if (typeof number !== 'number' || !Number.isFinite(number)) throw invalid('must be a number');
      if (option.type === Option.Integer && !Number.isInteger(number))
        throw invalid('must be a whole number');
      if (number > (option.max_value ?? Number.MAX_SAFE_INTEGER))
        throw invalid(`must be at most ${option.max_value}`);
      if (number < (option.min_value ?? Number.MIN_SAFE_INTEGER))
        throw invalid(`must be at least ${option.min_value}`);
      return number;
    }
    case Option.Boolean: {
      if (typeof value === 'boolean') return value;
      if (value === 'true' || value === 'True') return true;
      if (value === 'false' || value === 'False') return false;
      throw invalid('must be True or False');
    }
    case Option.Attachment: {
      if (typeof value !== 'object') throw invalid('must be a file');
      const attachment = world.attachments.add(channel.id, value);
      return resolve('attachments', attachment.id, attachment);
    }
    case Option.Channel: {
      const found = world.guildChannels.find(({ id, name }) => id === value || name === value);
      if (!found) throw invalid('must be a channel');
      return resolve('channels', found.id, { ...world.apiChannelOf(found), permissions: '0' });
    }
    case Option.User: {
      const person = world.people.find(({ user }) => user.id === value || user.username === value);
      if (!person) throw invalid('must be a member');
      const { user: _user, ...member } = world.memberOf(person);
      resolve('members', person.user.id, { ...member, permissions: String(permissionsOf(person)) });
      return resolve('users', person.user.id, person.user);
    }
    default:
      throw invalid('is of a kind that is not imitated here');
  }
}
