import { DiscordAPIError, REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import { z } from 'zod';
import type { CommandRegistry } from './command-registry.js';
import { explainFailure } from './explain-failure.js';
import { registerCommands } from './register-commands.js';

/** What to deploy, and where. */
export interface DeployOptions {
  readonly token: string;
  /** Address of the REST API, without its version. */
  readonly apiUrl: string;
  readonly registry: CommandRegistry;
  /** One server only; everywhere when left out. */
  readonly guildId?: string | undefined;
}

/** What came of it. */
export type DeployOutcome =
  | { readonly kind: 'unchanged' | 'registered'; readonly count: number }
  | { readonly kind: 'failed'; readonly reason: string };

/** Discord's answers for a server that does not exist, or that the bot is not in. */
const NOT_IN_SERVER = new Set<unknown>([RESTJSONErrorCodes.UnknownGuild, RESTJSONErrorCodes.MissingAccess]);

/** Tells Discord of the commands without joining it. Every failure of Discord's or the network's is a value. */
export async function deployCommands(options: DeployOptions): Promise<DeployOutcome> {
  const { token, apiUrl, registry, guildId } = options;
  const rest = new REST({ api: apiUrl, version: '10' }).setToken(token);
  try {
    const application = z.object({ id: z.string() }).parse(await rest.get(Routes.currentApplication()));
    const kind = await registerCommands({ rest, applicationId: application.id, guildId }, registry);
    return { kind, count: registry.all.length };
  } catch (error) {
    if (guildId !== undefined && error instanceof DiscordAPIError && NOT_IN_SERVER.has(error.code)) {
      return {
        kind: 'failed',
        reason: `There is no server ${guildId} that the bot is in: check the id, and invite the bot there first.`,
      };
    }
    return { kind: 'failed', reason: explainFailure(error, apiUrl).reason };
  }
}
