import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

/** Colours and weights text for a terminal; gives it back as it is for a pipe, a file or with NO_COLOR set. */
export function terminalStyle(stream: NodeJS.WriteStream): (format: Format, text: string) => string {
  const wanted = stream.isTTY && stream.hasColors();
  return (format, text) => (wanted ? styleText(format, text) : text);
}
