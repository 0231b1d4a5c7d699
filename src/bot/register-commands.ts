import { isDeepStrictEqual } from 'node:util';
import { type REST, type RESTPutAPIApplicationCommandsJSONBody, Routes } from 'discord.js';
import { z } from 'zod';
import type { CommandRegistry } from './command-registry.js';

/** Where commands are registered. */
export interface Registration {
  readonly rest: REST;
  readonly applicationId: string;
  /** One server only, where changes show at once; everywhere when left out. */
  readonly guildId?: string | undefined;
}

/** What Discord adds to a command by itself. */
const DISCORDS_OWN = ['id', 'application_id', 'guild_id', 'version', 'default_permission', 'dm_permission'];

/** What cannot be said of a command in one server: it is where it is. */
const GLOBAL_ONLY = ['integration_types', 'contexts'];

/** Says nothing: an option that is not required, a name without translations. */
function isEmpty(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === undefined || value === null || value === false || value === '';
}

/** A description without `ignored` keys and what says nothing, so that two that mean the same are the same. */
function normalise(value: unknown, ignored: readonly string[]): unknown {
  if (Array.isArray(value)) {
    const items = value.map((item) => normalise(item, ignored));
    return items.every((item) => typeof item === 'number') ? items.sort((a, b) => a - b) : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key]) => !ignored.includes(key))
    .map(([key, inner]): [string, unknown] => [key, normalise(inner, ignored)])
    .filter(([, inner]) => !isEmpty(inner));
  return Object.fromEntries(entries);
}

const commandShape = z.looseObject({ type: z.number().default(1), name: z.string() });

/** Normalised commands by type and name: their order means nothing. */
function normaliseAll(commands: readonly unknown[], ignored: readonly string[]): Map<string, unknown> {
  const parsed = commands.map((command) => commandShape.parse(command));
  return new Map(parsed.map((command) => [`${command.type} ${command.name}`, normalise(command, ignored)]));
}

/** What Discord is told of the commands. */
function describeCommands(
  registry: CommandRegistry,
  guildId?: string,
): RESTPutAPIApplicationCommandsJSONBody {
  return registry.all.map(({ data }) => {
    const { integration_types, contexts, ...everywhere } = data.toJSON();
    return guildId === undefined ? { ...everywhere, integration_types, contexts } : everywhere;
  });
}

/**
 * Tells Discord of the commands if what it knows of them is different: registering is limited to some
 * hundreds a day.
 * @throws as discord.js does, when Discord refuses or cannot be reached.
 */
export async function registerCommands(
  { rest, applicationId, guildId }: Registration,
  registry: CommandRegistry,
): Promise<'unchanged' | 'registered'> {
  const route =
    guildId === undefined
      ? Routes.applicationCommands(applicationId)
      : Routes.applicationGuildCommands(applicationId, guildId);
  const wanted = describeCommands(registry, guildId);
  const known = z
    .array(z.unknown())
    .parse(await rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) }));
  const ignored = guildId === undefined ? DISCORDS_OWN : [...DISCORDS_OWN, ...GLOBAL_ONLY];
  if (isDeepStrictEqual(normaliseAll(known, ignored), normaliseAll(wanted, ignored))) return 'unchanged';
  await rest.put(route, { body: wanted });
  return 'registered';
}
