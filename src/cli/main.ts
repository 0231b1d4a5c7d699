import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { z } from 'zod';
import { type Config, readConfig } from '../config.js';
import { packageRoot } from '../package-root.js';
import { askCommand } from './ask-command.js';
import { checkCommand } from './check-command.js';
import { deployCommand } from './deploy-command.js';
import { evalCommand } from './eval-command.js';
import { EXIT } from './exit-code.js';
import { importCommand } from './import-command.js';
import { complain } from './output.js';
import { startCommand } from './start-command.js';
import { summaryCommand } from './summary-command.js';

const packageFile = z.object({ version: z.string() });

function version(): string {
  return packageFile.parse(JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8'))).version;
}

function program(config: Config): Command {
  return new Command('pincite')
    .description('Answers questions about an article with its own sentence and a pinpoint citation.')
    .version(version())
    .showHelpAfterError('(try: npx pincite --help)')
    .addCommand(startCommand(config))
    .addCommand(askCommand(config.corpusDir))
    .addCommand(evalCommand(config.corpusDir))
    .addCommand(summaryCommand(config))
    .addCommand(checkCommand(config.corpusDir))
    .addCommand(importCommand())
    .addCommand(deployCommand(config));
}

// Whoever reads the output may stop reading (`| head -1`): then there is nothing left to do.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const read = readConfig();
if (read.ok) {
  await program(read.config).parseAsync();
} else {
  for (const problem of read.problems) complain(problem);
  complain('See .env.example for what each setting means.');
  process.exitCode = EXIT.error;
}
