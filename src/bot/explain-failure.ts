import {
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  GatewayCloseCodes,
  HTTPError,
} from 'discord.js';

/** Why Discord cannot be used, in words for the operator. */
export interface Failure {
  /** True when the same attempt may succeed later: no network, Discord in trouble. */
  readonly transient: boolean;
  readonly reason: string;
}

const PORTAL = 'https://discord.com/developers/applications';

const WRONG_TOKEN = `Discord does not accept the token: copy the bot's token anew from ${PORTAL} (Bot, Reset Token) into DISCORD_TOKEN.`;

/** What the gateway closes a connection for and will not take back. */
const CLOSED_FOR_GOOD: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: WRONG_TOKEN,
  [GatewayCloseCodes.InvalidIntents]:
    'Discord does not know the intents this version asks for: update Pincite.',
  [GatewayCloseCodes.DisallowedIntents]: `Discord does not allow the bot its intents, none of which is privileged: check at ${PORTAL} (Bot) that the bot is not suspended.`,
  [GatewayCloseCodes.ShardingRequired]:
    'Discord wants the bot sharded: it is in more servers than one process may serve.',
  [GatewayCloseCodes.InvalidAPIVersion]:
    'Discord no longer speaks the API version of this release: update Pincite.',
};

/** Errors of sockets and of the HTTP client: `ECONNREFUSED`, `ENOTFOUND`, `UND_ERR_CONNECT_TIMEOUT`. */
const NETWORK_CODE = /^(?:E[A-Z_]+|UND_ERR_[A-Z_]+)$/;

function networkCode(error: Error): string | null {
  if (error.name === 'AbortError') return 'no answer in time';
  const code = 'code' in error ? error.code : undefined;
  if (typeof code === 'string' && NETWORK_CODE.test(code)) return code;
  // What the WebSocket library says of a gateway that answers, but not with a connection.
  return /^(?:Unexpected server response|Opening handshake)/.test(error.message) ? error.message : null;
}

/**
 * Explains an error of discord.js, or the code a gateway connection was closed with for good.
 * @param closeCode wins over the error, which then only says that the connection is gone
 */
export function explainFailure(error: unknown, apiUrl: string, closeCode?: number): Failure {
  if (closeCode !== undefined) {
    const reason =
      CLOSED_FOR_GOOD[closeCode] ?? `Discord closed the connection for good (code ${closeCode}).`;
    return { transient: false, reason };
  }
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid) {
    return { transient: false, reason: WRONG_TOKEN };
  }
  if (error instanceof DiscordAPIError) {
    if (error.status === 401) return { transient: false, reason: WRONG_TOKEN };
    return { transient: false, reason: `Discord at ${apiUrl} refuses: ${error.message} (${error.status}).` };
  }
  if (error instanceof HTTPError) {
    return { transient: true, reason: `Discord at ${apiUrl} is in trouble (status ${error.status}).` };
  }
  if (!(error instanceof Error)) return { transient: false, reason: `Unexpected failure: ${String(error)}` };
  const code = networkCode(error);
  if (code) return { transient: true, reason: `Discord at ${apiUrl} cannot be reached (${code}).` };
  return {
    transient: false,
    reason: `Discord at ${apiUrl} does not answer as Discord does (${error.message}).`,
  };
}
