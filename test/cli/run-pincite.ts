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

/** A `pincite` at work. */
export interface Running {
  /** What it came to, once it has ended. */
  readonly ended: Promise<Run>;
  /** Resolves when it has written a text to standard error; rejects when it ends without. */
  until(text: string): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

/** Starts the built `pincite`, as npx does, away from any `.env`, token and database of this machine. */
export function startPincite(args: readonly string[], options: RunOptions = {}): Running {
  const { env = {}, input = '', cwd = packageRoot(), stopsReading = false } = options;
  const main = join(packageRoot(), 'dist', 'src', 'cli', 'main.js');
  const child = spawn(process.execPath, [main, ...args], {
    cwd,
    env: {
      PATH: process.env.PATH ?? '',
      DISCORD_TOKEN: '',
      PORT: '0',
      DATABASE_URL: 'file::memory:',
      ...env,
    },
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
  const ended = new Promise<Run>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
  return {
    ended,
    until: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          if (stderr.includes(text)) resolve();
        };
        child.stderr.on('data', look);
        child.on('close', () => reject(new Error(`It ended without “${text}”:\n${stderr}`)));
        look();
      }),
    kill: (signal) => void child.kill(signal),
  };
}

/** Runs the built `pincite` to its end. */
export function runPincite(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  return startPincite(args, options).ended;
}
