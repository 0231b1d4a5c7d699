import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from './package-root.js';

/**
 * The built file that a thread runs: a thread takes JavaScript only, so from the sources too the built one is taken.
 * @param path below `src`, such as `import/import-worker.js`
 */
export function builtWorker(path: string): URL {
  return pathToFileURL(join(packageRoot(), 'dist', 'src', ...path.split('/')));
}
