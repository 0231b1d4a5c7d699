import { WaitTimeout } from '../await-event.js';
import type { Loopback } from '../loopback.js';
import type { Member } from '../member/member.js';
import { MemberError } from '../member/member-error.js';
import type { Reply } from '../member/reply.js';
import { seeMessage } from '../member/seen-message.js';
import type { RegisteredCommand } from '../world/command-registry.js';
import type { WorldEvents } from '../world/world-events.js';
import { attachFiles } from './attach-files.js';
import { choicesOf, type NumberedChoice } from './choices.js';
import { Form } from './form.js';
import { listCommands } from './list-commands.js';
import { plainText } from './plain-text.js';
import { readCommand } from './read-command.js';
import type { Names } from './render-markdown.js';
import { renderBody, renderMessage } from './render-message.js';
import type { Window } from './window.js';

/** How long to wait for what the bot has to say, in milliseconds. */
const PATIENCE_MS = 15_000;

/** A member's conversation with the bot: takes lines, prints what the member gets to see. */
export class Chat {
  readonly #member: Member;
  readonly #names: Names;
  readonly #channelIds: readonly string[];
  #choices: NumberedChoice[] = [];
  #form: Form | null = null;
  #hasPrinted = false;

  constructor(
    private readonly loopback: Loopback,
    private readonly window: Window,
    private readonly isTerminal: boolean,
    private readonly print: (text: string) => void,
  ) {
    // A moderator, so that every command can be tried.
    this.#member = loopback.member('You', { moderator: true });
    const channels = ['dm', 'general', 'mods'].map((name) => [this.#member.channelId(name), name] as const);
    this.#channelIds = channels.map(([id]) => id);
    this.#names = new Map([
      ...channels,
      [loopback.bot.user.id, loopback.bot.name],
      [this.#member.userId, this.#member.name],
    ]);
    loopback.events.on('message', this.#onMessage);
  }

  /** What to ask for instead of the usual prompt, while a form is being filled in. */
  get prompt(): string | null {
    return this.#form?.prompt ?? null;
  }

  /** Stops printing what arrives. */
  close(): void {
    this.loopback.events.off('message', this.#onMessage);
  }

  /** Asks in direct messages and waits for the answer. */
  async ask(text: string): Promise<void> {
    await this.#telling(async () => {
      const said = await this.#member.dm(text);
      await said.answer(PATIENCE_MS);
    });
  }

  /** Does what a line says: a form's field, a numbered choice, a command, or else a direct message. */
  async take(line: string): Promise<void> {
    const text = line.trim();
    if (this.#form) return this.#fill(this.#form, line);
    if (text === '') return;
    const choice = /^\d{1,3}$/.test(text) ? this.#choices[Number(text) - 1] : undefined;
    if (choice) return this.#telling(() => this.#follow(this.#choose(choice)));
    if (text === '/')
      return this.#say(listCommands(this.#commands(), this.window) || 'There are no commands.');
    if (text.startsWith('/')) return this.#telling(async () => this.#follow(this.#command(text)));
    return this.ask(text);
  }

  #choose({ message, act }: NumberedChoice): Promise<Reply> {
    return act.kind === 'press'
      ? this.#member.press(message, act.customId)
      : this.#member.select(message, act.customId, [act.value]);
  }

  /** The commands of the direct messages, and those that there are in the server only. */
  #commands(): RegisteredCommand[] {
    const inDm = this.#member.commands('dm');
    const elsewhere = this.#member.commands().filter(({ name }) => !inDm.some((one) => one.name === name));
    return [...inDm, ...elsewhere];
  }

  async #command(line: string): Promise<Reply> {
    const { command, subcommand, values: typed } = readCommand(line, this.#commands());
    const values = await attachFiles(typed, command, subcommand);
    // A moderator's command says in direct messages where to use it; here it is to be tried.
    const isInDm =
      command.default_member_permissions === null && this.#member.commands('dm').includes(command);
    return this.#member.slash(command.name, values, { channel: isInDm ? 'dm' : 'general', subcommand });
  }

  /** Waits until what the member did has come to something; messages print themselves. */
  async #follow(sent: Promise<Reply>): Promise<void> {
    const reply = await sent;
    if (reply.modal) {
      this.#form = new Form(reply, this.#member);
      this.#say(`${this.#form.title}, line by line. /cancel leaves it.`);
    } else if (reply.isThinking) {
      this.#say(this.window.style('dim', `${plainText(this.loopback.bot.name)} is thinking…`));
      await reply.answered(PATIENCE_MS);
    } else if (reply.kind === 'deferred-update') await reply.nextEdit(PATIENCE_MS);
  }

  async #fill(form: Form, line: string): Promise<void> {
    if (line.trim() === '/cancel') {
      this.#form = null;
      return;
    }
    form.fill(line);
    if (form.prompt !== null) return;
    this.#form = null;
    await this.#telling(() => this.#follow(form.submit()));
  }

  /** What cannot be done is said in a line; anything else is a bug and goes up. */
  async #telling(act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof MemberError || error instanceof WaitTimeout)) throw error;
      this.#say(this.window.wrap(this.window.style('red', plainText(error.message))));
    }
  }

  #onMessage = ({ kind, message }: WorldEvents['message'][0]): void => {
    const isForUs = message.visibleTo === null || message.visibleTo === this.#member.userId;
    const isHere = this.#channelIds.includes(message.api.channel_id);
    if (kind === 'deleted' || !isForUs || !isHere || message.api.author.id !== this.loopback.bot.user.id)
      return;
    const seen = seeMessage(message);
    if (seen.isLoading) return;
    if (this.isTerminal) {
      const choices = choicesOf(seen);
      // Choices stay open under later messages that have none.
      if (choices.length > 0) this.#choices = choices;
      this.#say(renderMessage(seen, this.window, this.#names));
    } else this.#say(renderBody(seen, this.window, this.#names));
  };

  #say(text: string): void {
    // A blank line apart, so that one reply can be told from the next.
    this.print(this.#hasPrinted ? `\n${text}` : text);
    this.#hasPrinted = true;
  }
}
