import { stripVTControlCharacters } from 'node:util';

const CONTROL = /(?![\n\t])\p{Cc}/gu;

/** Writes lines to standard output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Writes a line about something gone wrong to standard error, free of control characters. */
export function complain(text: string): void {
  process.stderr.write(`${printable(text)}\n`);
}

/** A text of unknown origin that a terminal can show without being steered by it. */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replace(CONTROL, '');
}
