import { plainText } from '../playground/terminal/plain-text.js';

/** Writes lines to standard output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Writes a line about something gone wrong to standard error, free of what could steer a terminal. */
export function complain(text: string): void {
  process.stderr.write(`${plainText(text)}\n`);
}
