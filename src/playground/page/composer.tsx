import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ChannelView, CommandView, MessageView, Outcome } from '../web/wire.js';
import { CommandForm } from './command-form.js';
import type { FilesFor } from './connection.js';
import { type Suggestion, useSuggestions } from './suggestions.js';

interface Props {
  readonly channel: ChannelView;
  readonly bot: { readonly id: string; readonly name: string };
  /** False while the page changes who writes: the commands are still the other's. */
  readonly isReady: boolean;
  readonly replyTo: MessageView | null;
  cancelReply(): void;
  /** @returns what came of it; what went wrong has been shown */
  act(action: object, files?: FilesFor): Promise<Outcome>;
}

/** Where a member writes: messages, and after `/` commands. */
export function Composer({ channel, bot, isReady, replyTo, cancelReply, act }: Props) {
  const [text, setText] = useState('');
  const [files, setFiles] = useState<readonly File[]>([]);
  const [command, setCommand] = useState<CommandView | null>(null);
  const box = useRef<HTMLTextAreaElement>(null);
  const where = channel.kind === 'dm' ? `@${channel.name}` : `#${channel.name}`;
  useEffect(() => {
    if (replyTo) box.current?.focus();
  }, [replyTo]);

  const hadCommand = useRef(false);
  useLayoutEffect(() => {
    if (!command && hadCommand.current) box.current?.focus();
    hadCommand.current = command !== null;
  }, [command]);

  function choose(chosen: CommandView): void {
    setCommand(chosen);
    setText('');
  }

  const suggestions = useSuggestions('composer', suggest(text, channel, bot.name), (item) => {
    if (item.command) choose(item.command);
    else setText(text.replace(/@\w*$/, `@${bot.name} `));
  });

  async function send(): Promise<void> {
    if (text.trim() === '' && files.length === 0) return;
    // Who types a command and Enter quicker than the list opens means the command.
    const typed = suggest(text, channel, bot.name).find(({ label }) => label === text.trim().toLowerCase());
    if (typed?.command) return choose(typed.command);
    const mention = new RegExp(`@${bot.name.replace(/[^\p{L}\p{N}]/gu, '\\$&')}(?![\\p{L}\\p{N}_])`, 'giu');
    const outcome = await act(
      {
        kind: 'say',
        channel: channel.id,
        text: text.replace(mention, `<@${bot.id}>`),
        replyTo: replyTo?.id ?? null,
      },
      { file: files },
    );
    if (!outcome.ok) return;
    setText('');
    setFiles([]);
    cancelReply();
  }

  if (command)
    return (
      <CommandForm
        command={command}
        cancel={() => setCommand(null)}
        send={async (values, attached) => {
          const { name, subcommand } = command;
          const outcome = await act(
            { kind: 'slash', channel: channel.id, name, subcommand, values },
            attached,
          );
          return outcome.ok;
        }}
        complete={(option, typed, others) => {
          const { name, subcommand } = command;
          return act({ kind: 'complete', channel: channel.id, name, subcommand, option, typed, others });
        }}
      />
    );
  return (
    <form
      class="composer"
      aria-label={`Write to ${where}`}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {suggestions.list}
      {replyTo && (
        <p class="replying">
          Replying to <b>{replyTo.author.name}</b>{' '}
          <button type="button" class="as-link" onClick={cancelReply}>
            Cancel reply
          </button>
        </p>
      )}
      {files.length > 0 && (
        <p class="replying">
          {files.map(({ name }) => name).join(', ')}{' '}
          <button type="button" class="as-link" onClick={() => setFiles([])}>
            Remove
          </button>
        </p>
      )}
      <div class="composer-line">
        <label class="attach" title="Attach files">
          <span aria-hidden="true">+</span>
          <input
            type="file"
            multiple
            aria-label="Attach files"
            onChange={(event) => {
              setFiles([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
          />
        </label>
        <textarea
          {...suggestions.field}
          ref={box}
          rows={Math.min(6, text.split('\n').length)}
          aria-label={`Message ${where}`}
          placeholder={`Message ${where}`}
          maxLength={2000}
          readOnly={!isReady}
          value={text}
          onInput={({ currentTarget: { value } }) => setText(value)}
          onKeyDown={(event) => {
            if (suggestions.onKey(event) || event.isComposing) return;
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            send();
          }}
        />
        <button type="submit" class="button primary send" disabled={text.trim() === '' && files.length === 0}>
          Send
        </button>
      </div>
    </form>
  );
}

/** A command to choose, or else the bot's name to complete. */
interface Proposal extends Suggestion {
  readonly command: CommandView | null;
}

function suggest(text: string, { commands }: ChannelView, botName: string): Proposal[] {
  const typed = /^\/(.*)$/.exec(text)?.[1]?.toLowerCase();
  if (typed !== undefined)
    return commands
      .map((command) => ({
        key: `${command.name} ${command.subcommand ?? ''}`,
        label: `/${[command.name, command.subcommand].filter(Boolean).join(' ')}`,
        hint: command.description,
        command,
      }))
      .filter(({ label }) => label.toLowerCase().startsWith(`/${typed.trimEnd()}`));
  const name = /(?:^|\s)@(\w*)$/.exec(text)?.[1]?.toLowerCase();
  return name !== undefined && botName.toLowerCase().startsWith(name)
    ? [{ key: botName, label: `@${botName}`, hint: 'Mention it to ask it here', command: null }]
    : [];
}
