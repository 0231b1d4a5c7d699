import type { Fault } from './fault.js';

/** A fault as one line: `file.md:3: reason`. */
export function formatFault({ file, line, reason }: Fault): string {
  return `${file}:${line}: ${reason}`;
}
