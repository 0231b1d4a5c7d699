import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../../package-root.js';

/** What robots.txt calls it. */
export const ROBOT_NAME = 'Pincite';

/** What it tells sites that it is. */
export function userAgent(): string {
  const file = readFileSync(join(packageRoot(), 'package.json'), 'utf8');
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(file));
  return `${ROBOT_NAME}/${version} (Discord bot; fetches single pages on request)`;
}
