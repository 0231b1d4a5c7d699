import { clearLine, createInterface, cursorTo, type Interface } from 'node:readline';
import type { Loopback } from '../loopback.js';
import { Chat } from './chat.js';
import { greeting } from './greeting.js';
import { type Output, Window } from './window.js';

/** What the terminal chat stands on. */
export interface TerminalOptions {
  readonly loopback: Loopback;
  readonly input: NodeJS.ReadableStream;
  readonly output: Output;
  /** Whether someone sits at the input. If not, each line is a question and only answers are printed. */
  readonly isTerminal: boolean;
  /** Questions for the greeting, to be typed as they are. */
  readonly examples?: readonly string[];
  /** Where the same can be had in a browser. */
  readonly pageUrl?: string | null;
  /** Resolves to whether there is a bot to talk to (default: there is). What a member types before waits for it. */
  readonly ready?: () => Promise<boolean>;
}

const PROMPT = '> ';

/**
 * The terminal as a member's chat window. Resolves when the input ends or the member leaves, after
 * the last reply was printed. It reads the input and writes the output, and closes neither.
 */
export async function runTerminal(options: TerminalOptions): Promise<void> {
  const { loopback, input, output, isTerminal, ready = async () => true } = options;
  const isEdited = isTerminal && output.isTTY === true;
  const lines = createInterface({
    input,
    // A pipe must not be echoed; a terminal is edited, with history.
    ...(isTerminal ? { output, prompt: PROMPT } : {}),
    terminal: isEdited,
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  // Whoever reads our output may stop reading (`| head -1`): then there is nobody to talk to. The
  // listener stays: the news may come after the last line was written.
  output.on('error', () => lines.close());
  const window = new Window(output, isTerminal);
  const prompter = new Prompter(lines, output, isEdited);
  const chat = new Chat(loopback, window, isTerminal, (text) => prompter.print(text));
  try {
    if (isTerminal)
      await converse(
        lines,
        chat,
        prompter,
        greeting(loopback.bot.name, options.examples ?? [], options.pageUrl ?? null, window),
        ready,
      );
    else for await (const line of lines) if (line.trim() !== '') await chat.ask(line.trim());
  } finally {
    chat.close();
    lines.close();
  }
}

async function converse(
  lines: Interface,
  chat: Chat,
  prompter: Prompter,
  hello: string,
  ready: () => Promise<boolean>,
): Promise<void> {
  lines.on('SIGINT', () => lines.close());
  prompter.print(`${hello}\n`);
  prompter.ask(PROMPT);
  void ready().then((isReady) => {
    if (!isReady) lines.close();
  });
  for await (const line of lines) {
    prompter.answered();
    if (/^\/(quit|exit)\s*$/.test(line)) return;
    if (!(await ready())) return;
    await chat.take(line);
    prompter.ask(chat.prompt ?? PROMPT);
  }
  // Prompting once more would wake the input up, and it would keep the process alive.
  prompter.answered();
  prompter.print('');
}

/** Keeps the prompt at the bottom, whatever is printed while the member types. */
class Prompter {
  #isAsking = false;

  constructor(
    private readonly lines: Interface,
    private readonly output: Output,
    private readonly isEdited: boolean,
  ) {}

  ask(prompt: string): void {
    this.#isAsking = true;
    this.lines.setPrompt(prompt);
    this.lines.prompt();
  }

  answered(): void {
    this.#isAsking = false;
  }

  print(text: string): void {
    const isInTheWay = this.#isAsking && this.isEdited;
    if (isInTheWay) {
      cursorTo(this.output, 0);
      clearLine(this.output, 0);
    }
    this.output.write(`${text}\n`);
    if (isInTheWay) this.lines.prompt(true);
  }
}
