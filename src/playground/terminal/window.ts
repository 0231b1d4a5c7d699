import { styleText } from 'node:util';
import wrapAnsi from 'wrap-ansi';

type Format = Parameters<typeof styleText>[0];

/** What is written on: a terminal, a pipe or a file. */
export type Output = NodeJS.WritableStream & { readonly columns?: number; readonly isTTY?: boolean };

/** Narrower than this nothing is wrapped: it would only be cut to pieces. */
const MIN_WIDTH = 10;

/** The window's width and colours. */
export class Window {
  constructor(
    private readonly output: Output,
    private readonly isTerminal: boolean,
  ) {}

  /** The text in a colour or weight, where the window has them; Node itself minds NO_COLOR. */
  readonly style = (format: Format, text: string): string =>
    this.isTerminal && this.output.isTTY === true && text !== ''
      ? styleText(format, text, { stream: this.output })
      : text;

  /**
   * The text in lines as wide as the window allows; each line begins with the margin. What is written
   * to a file or pipe stays whole.
   */
  wrap(text: string, margin = ''): string {
    const { columns } = this.output;
    // Some terminals do not know their width and say 0.
    const width = columns ? Math.max(MIN_WIDTH, columns - margin.length) : null;
    const wrapped = width === null ? text : wrapAnsi(text, width, { hard: false });
    return wrapped
      .split('\n')
      .map((line) => this.style('dim', margin) + line)
      .join('\n');
  }
}
