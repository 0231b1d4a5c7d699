import { ApplicationCommandType } from 'discord-api-types/v10';
import { nextId } from '../next-id.js';
import { formRefusal, REFUSALS, type Refusal } from '../refusal.js';
import type { AnyOption, CommandForm } from '../schemas/command.js';

/** A registered command, in the form Discord gives it back. */
export interface RegisteredCommand {
  readonly id: string;
  readonly application_id: string;
  readonly guild_id?: string;
  readonly version: string;
  readonly type: 1 | 2 | 3;
  readonly name: string;
  readonly name_localizations: Record<string, string> | null;
  readonly description: string;
  readonly description_localizations: Record<string, string> | null;
  readonly options?: AnyOption[];
  readonly default_member_permissions: string | null;
  readonly dm_permission?: boolean;
  readonly contexts: (0 | 1 | 2)[] | null;
  readonly integration_types: (0 | 1)[];
  readonly nsfw: boolean;
}

/** How many commands of a type may be registered in one place. */
const MAX_COMMANDS: Record<RegisteredCommand['type'], number> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
};

/** Discord leaves out what is false or empty: `required: false` comes back as nothing. */
function tidyOption(option: AnyOption): AnyOption {
  const kept = Object.entries(option).filter(
    ([key, value]) =>
      value !== undefined &&
      value !== null &&
      !((key === 'required' || key === 'autocomplete') && value === false),
  );
  const tidy = Object.fromEntries(kept) as AnyOption;
  return 'options' in option && option.options
    ? ({ ...tidy, options: option.options.map(tidyOption) } as AnyOption)
    : tidy;
}

/** The commands an application has registered: everywhere (no server) or in one server. */
export class CommandRegistry {
  #commands: RegisteredCommand[] = [];

  constructor(
    private readonly applicationId: string,
    private readonly changed: () => void,
  ) {}

  /** Those registered in the server, or globally when none is given. */
  list(guildId?: string): RegisteredCommand[] {
    return this.#commands.filter((command) => command.guild_id === guildId);
  }

  get(id: string, guildId?: string): RegisteredCommand | undefined {
    return this.list(guildId).find((command) => command.id === id);
  }

  /** Replaces them all. Those with the same name and type keep their id. */
  put(forms: readonly CommandForm[], guildId?: string): RegisteredCommand[] | Refusal {
    const keys = new Set<string>();
    for (const [index, form] of forms.entries()) {
      const key = `${form.type} ${form.name}`;
      if (keys.has(key))
        return formRefusal(
          [index],
          'APPLICATION_COMMANDS_DUPLICATE_NAME',
          'Application command names must be unique',
        );
      keys.add(key);
    }
    const fresh = forms.map((form) => this.#build(form, guildId));
    const tooMany = this.#tooMany(fresh);
    if (tooMany) return tooMany;
    this.#commands = [...this.#commands.filter((command) => command.guild_id !== guildId), ...fresh];
    this.changed();
    return fresh;
  }

  /** Adds one, or overwrites the one of the same name and type. */
  post(form: CommandForm, guildId?: string): { created: boolean; command: RegisteredCommand } | Refusal {
    const command = this.#build(form, guildId);
    const created = this.get(command.id, guildId) === undefined;
    const others = this.#commands.filter((other) => other.id !== command.id);
    const tooMany = this.#tooMany([...others.filter((other) => other.guild_id === guildId), command]);
    if (tooMany) return tooMany;
    this.#commands = [...others, command];
    this.changed();
    return { created, command };
  }

  /** Replaces one by id. */
  replace(id: string, form: CommandForm, guildId?: string): RegisteredCommand | Refusal {
    const old = this.get(id, guildId);
    if (!old) return REFUSALS.unknownCommand;
    const command = { ...this.#build(form, guildId), id };
    this.#commands = this.#commands.map((other) => (other.id === id ? command : other));
    this.changed();
    return command;
  }

  remove(id: string, guildId?: string): boolean {
    if (!this.get(id, guildId)) return false;
    this.#commands = this.#commands.filter((command) => command.id !== id);
    this.changed();
    return true;
  }

  #tooMany(commands: readonly RegisteredCommand[]): Refusal | null {
    for (const type of [1, 2, 3] as const) {
      if (commands.filter((command) => command.type === type).length <= MAX_COMMANDS[type]) continue;
      return formRefusal([], 'APPLICATION_COMMAND_TOO_MANY', `At most ${MAX_COMMANDS[type]} of type ${type}`);
    }
    return null;
  }

  #build(form: CommandForm, guildId: string | undefined): RegisteredCommand {
    const old = this.list(guildId).find(({ name, type }) => name === form.name && type === form.type);
    const command: Omit<RegisteredCommand, 'version'> = {
      id: old?.id ?? nextId(),
      application_id: this.applicationId,
      ...(guildId === undefined ? { dm_permission: form.dm_permission ?? true } : { guild_id: guildId }),
      type: form.type,
      name: form.name,
      name_localizations: form.name_localizations ?? null,
      description: form.description ?? '',
      description_localizations: form.description_localizations ?? null,
      ...(form.options && form.options.length > 0 ? { options: form.options.map(tidyOption) } : {}),
      default_member_permissions: form.default_member_permissions,
      contexts: form.contexts ?? null,
      integration_types: form.integration_types ?? [0],
      nsfw: form.nsfw ?? false,
    };
    // The version tells the members' clients that a command has changed, and only then.
    const isSame =
      old !== undefined && JSON.stringify({ ...command, version: old.version }) === JSON.stringify(old);
    return { ...command, version: isSame ? old.version : nextId() };
  }
}
