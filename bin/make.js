import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const compiler = fileURLToPath(new URL('../node_modules/typescript/bin/tsc', import.meta.url));
const projects = ['tsconfig.build.json', 'src/playground/page'];
const sources = ['bin', 'src', 'commands', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];
/** Written when a build has succeeded. */
const stamp = join(root, 'dist', '.built');
const bundle = join(root, 'dist', 'bundle');
/** What loads machine code or files of its own from beside itself, and what discord.js and pg do without if it is missing. */
const unbundled = [/^@?libsql/, 'sentencex', 'pg-native', 'zlib-sync', 'bufferutil', 'utf-8-validate'];

/** When a file, or the newest in a folder, was written; a folder too, since a file may have gone from it. */
function changedAt(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

function isUpToDate() {
  try {
    const built = statSync(stamp).mtimeMs;
    return sources.every((name) => changedAt(join(root, name)) < built);
  } catch {
    return false;
  }
}

async function compile(project) {
  const child = spawn(process.execPath, [compiler, '-p', project], { cwd: root, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return code === 0;
}

/**
 * Puts the thousand and more modules of the command line, of the commands and of what they import into a few files:
 * finding and reading each of them took a third of the time to the first answer. The folders are those of the sources,
 * so that what is found from a module's own place is found in both. Threads run what the compiler has written.
 */
async function bundleUp() {
  rmSync(bundle, { recursive: true, force: true });
  const compiled = join(root, 'dist');
  const commands = readdirSync(join(compiled, 'commands')).filter((name) => name.endsWith('.js'));
  const names = ['src/cli/main', ...commands.map((name) => `commands/${name.slice(0, -'.js'.length)}`)];
  // Not loaded where nothing has changed.
  const { rolldown } = await import('rolldown');
  const built = await rolldown({
    cwd: root,
    input: Object.fromEntries(names.map((name) => [name, join(compiled, `${name}.js`)])),
    platform: 'node',
    external: unbundled,
    // That of discord.js, which it offers to programs and we never call.
    checks: { eval: false },
  });
  await built.write({
    dir: bundle,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'src/chunks/[name]-[hash].js',
  });
  // The page is one file, so that a browser need not ask for each module that the one before names.
  const page = await rolldown({
    cwd: root,
    input: join(compiled, 'src', 'playground', 'page', 'main.js'),
    platform: 'browser',
  });
  await page.write({ file: join(bundle, 'page.js'), format: 'esm' });
}

/**
 * Builds what the bot runs.
 * @param {{ ifChanged?: boolean }} options with `ifChanged` only if a source has changed since it was last built: the
 * compiler alone takes a second to find that none has
 * @returns whether there is a build now
 */
export async function make({ ifChanged = false } = {}) {
  if (ifChanged && isUpToDate()) return true;
  const begun = new Date();
  const done = await Promise.all(projects.map(compile));
  if (!done.every(Boolean)) return false;
  await bundleUp();
  // What has changed meanwhile is for the next time.
  writeFileSync(stamp, begun.toISOString());
  utimesSync(stamp, begun, begun);
  return true;
}
