/** Says on standard error what is being measured: on a terminal in one line, elsewhere not at all. */
export function reportProgress(what: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001B[K${what.slice(0, 78)}`);
}

/** Takes the line away again. */
export function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001B[K');
}
