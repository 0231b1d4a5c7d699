import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder of Pincite's package.json, whether this runs from `src/` or from `dist/src/`.
 * @throws Error when there is none above this file, which is a broken installation
 */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('No package.json above Pincite: install it again.');
    folder = parent;
  }
  return folder;
}
