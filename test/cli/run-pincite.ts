import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.js';

/** What a run of the command came to. */
export interface Run {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** What is piped in; by default nothing, and the input ends at once. */
  readonly input?: string;
  readonly cwd?: string;
  /** Reads the first piece of the output and no more, as `| head -1` does. */
  readonly stopsReading?: boolean;
}

/** Runs the built `pincite`, as npx does, away from any `.env` and token of this machine. */
export function runPincite(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const { env = {}, input = '', cwd = packageRoot(), stopsReading = false } = options;
  const main = join(packageRoot(), 'dist', 'src', 'cli', 'main.js');
  const child = spawn(process.execPath, [main, ...args], {
    cwd,
    env: { PATH: process.env.PATH ?? '', DISCORD_TOKEN: '', PORT: '0', ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => {
    stdout += chunk;
    if (stopsReading) child.stdout.destroy();
  });
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}
