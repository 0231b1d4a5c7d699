// `npm start`: builds what has changed and starts, in one process, since to begin another takes a while too.
import { make } from './make.js';

if (await make({ ifChanged: true })) {
  process.argv.splice(2, 0, 'start');
  await import('../dist/bundle/src/cli/main.js');
} else process.exitCode = 1;
