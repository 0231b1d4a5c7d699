// `npm run build`, and with --if-changed what comes before the tests.
import { make } from './make.js';

if (!(await make({ ifChanged: process.argv.includes('--if-changed') }))) process.exitCode = 1;
