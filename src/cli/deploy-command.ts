import { Command } from 'commander';
import type { Config } from '../config.js';
import { EXIT } from './exit-code.js';
import { complain, print } from './output.js';

/** `pincite deploy`: registers the commands with Discord, everywhere or in one server. */
export function deployCommand(config: Config): Command {
  return new Command('deploy')
    .description('Register the slash commands with Discord (start does so by itself when they have changed)')
    .option('--guild <id>', 'in this server only, where changes show at once')
    .addHelpText(
      'after',
      '\nExamples:\n  $ npx pincite deploy\n  $ npx pincite deploy --guild 123456789012345678',
    )
    .action(async ({ guild }: { guild?: string }) => {
      process.exitCode = await deploy(config, guild);
    });
}

async function deploy(config: Config, guildId: string | undefined): Promise<number> {
  if (config.discordToken === null) {
    complain('DISCORD_TOKEN is not set: put the bot’s token into .env (see .env.example).');
    return EXIT.error;
  }
  if (guildId !== undefined && !/^\d{17,20}$/.test(guildId)) {
    complain(
      `“${guildId}” is not a server id: it is a number of 17 to 20 digits (Developer Mode, right click, Copy Server ID).`,
    );
    return EXIT.error;
  }
  // Loaded here, so that the other commands need not wait for discord.js.
  const { deployCommands } = await import('../bot/deploy-commands.js');
  const { loadCommands } = await import('../bot/load-commands.js');
  const outcome = await deployCommands({
    token: config.discordToken,
    apiUrl: config.discordApiUrl,
    registry: await loadCommands(),
    guildId,
  });
  if (outcome.kind === 'failed') {
    complain(outcome.reason);
    return EXIT.error;
  }
  const where = guildId === undefined ? 'everywhere' : `in server ${guildId}`;
  const what = outcome.kind === 'unchanged' ? 'were up to date' : 'are registered';
  print(`${outcome.count} commands ${what} ${where}.`);
  return EXIT.ok;
}
