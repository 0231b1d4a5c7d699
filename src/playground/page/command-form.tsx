import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CommandView, OptionView, Outcome } from '../web/wire.js';
import type { FilesFor } from './connection.js';
import { useSuggestions } from './suggestions.js';

/** What has been filled in: as it is shown, and as it is sent. */
interface Filled {
  readonly shown: string;
  readonly value: string;
}

type Values = Readonly<Record<string, Filled>>;

interface Props {
  readonly command: CommandView;
  /** @returns whether it was sent */
  send(values: Readonly<Record<string, string>>, files: FilesFor): Promise<boolean>;
  complete(option: string, typed: string, others: Readonly<Record<string, string>>): Promise<Outcome>;
  cancel(): void;
}

/** `/ask question: …`: a command with its options, in place of the message box. */
export function CommandForm({ command, send, complete, cancel }: Props) {
  const [values, setValues] = useState<Values>({});
  const [files, setFiles] = useState<FilesFor>({});
  const [added, setAdded] = useState<readonly string[]>([]);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const shown = command.options.filter(({ isRequired, name }) => isRequired || added.includes(name));
  const further = command.options.filter((option) => !shown.includes(option));
  const count = shown.length;
  useLayoutEffect(() => {
    const fields = form.current?.querySelectorAll<HTMLElement>('input, select');
    const field = fields?.[count - 1 < 0 ? 0 : added.length > 0 ? count - 1 : 0];
    (field ?? form.current?.querySelector<HTMLElement>('.send'))?.focus();
  }, [count, added.length]);

  const title = `/${[command.name, command.subcommand].filter(Boolean).join(' ')}`;
  const sent = Object.fromEntries(
    Object.entries(values).flatMap(([name, { value }]) => (value === '' ? [] : [[name, value]])),
  );

  async function submit(): Promise<void> {
    const lacking = shown
      .filter(({ isRequired, name }) => isRequired && !sent[name] && !files[name]?.length)
      .map(({ name }) => name);
    setMissing(lacking);
    if (lacking.length > 0) form.current?.querySelector<HTMLElement>(`[name="${lacking[0]}"]`)?.focus();
    else if (await send(sent, files)) cancel();
  }

  return (
    <form
      class="command-form"
      ref={form}
      aria-label={title}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && cancel()}
    >
      <p class="command-title">
        <b>{title}</b> <span>{command.description}</span>
      </p>
      <div class="options">
        {shown.map((option) => (
          <Option
            key={option.name}
            option={option}
            filled={values[option.name]}
            isMissing={missing.includes(option.name)}
            fill={(filled) => setValues((old) => ({ ...old, [option.name]: filled }))}
            attach={(list) => setFiles((old) => ({ ...old, [option.name]: list }))}
            complete={(typed) => complete(option.name, typed, sent)}
          />
        ))}
        {further.map(({ name, description }) => (
          <button
            key={name}
            type="button"
            class="add-option"
            title={description}
            onClick={() => setAdded([...added, name])}
          >
            + {name}
          </button>
        ))}
      </div>
      <div class="command-buttons">
        <button type="button" class="button secondary" onClick={cancel}>
          Cancel
        </button>
        <button type="submit" class="button primary send">
          Send
        </button>
      </div>
    </form>
  );
}

interface OptionProps {
  readonly option: OptionView;
  readonly filled: Filled | undefined;
  readonly isMissing: boolean;
  fill(filled: Filled): void;
  attach(files: readonly File[]): void;
  complete(typed: string): Promise<Outcome>;
}

function Option(props: OptionProps) {
  const { option, isMissing } = props;
  const id = `option-${option.name}`;
  return (
    <div class={`option${isMissing ? ' missing' : ''}`}>
      <label for={id}>
        {option.name}
        {option.isRequired && <span aria-hidden="true"> *</span>}
      </label>
      <Input {...props} id={id} />
      <small id={`${id}-hint`}>{isMissing ? 'This option is required.' : option.description}</small>
    </div>
  );
}

function Input({ option, filled, isMissing, fill, attach, complete, id }: OptionProps & { id: string }) {
  const common = {
    id,
    name: option.name,
    'aria-describedby': `${id}-hint`,
    'aria-required': option.isRequired,
    'aria-invalid': isMissing,
  };
  if (option.input === 'file')
    return (
      <input {...common} type="file" onChange={(event) => attach([...(event.currentTarget.files ?? [])])} />
    );
  if (option.input === 'choice')
    return (
      <select
        {...common}
        onChange={({ currentTarget: { value } }) => fill({ shown: value, value })}
        value={filled?.value ?? ''}
      >
        <option value="">Choose…</option>
        {option.choices.map(({ label, value }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    );
  if (option.isCompleted) return <Completed {...{ common, filled, fill, complete, id }} />;
  return (
    <input
      {...common}
      type="text"
      inputMode={option.input === 'number' ? 'decimal' : 'text'}
      maxLength={option.maxLength ?? 6000}
      autoComplete="off"
      value={filled?.shown ?? ''}
      onInput={({ currentTarget: { value } }) => fill({ shown: value, value })}
    />
  );
}

interface CompletedProps {
  readonly common: object;
  readonly filled: Filled | undefined;
  readonly id: string;
  fill(filled: Filled): void;
  complete(typed: string): Promise<Outcome>;
}

/** A text that the bot completes while it is typed. */
function Completed({ common, filled, fill, complete, id }: CompletedProps) {
  const [items, setItems] = useState<readonly { key: string; label: string; hint: string; value: string }[]>(
    [],
  );
  const latest = useRef(0);
  const suggestions = useSuggestions(id, items, ({ label, value }) => {
    fill({ shown: label, value });
    setItems([]);
  });
  async function ask(typed: string): Promise<void> {
    latest.current += 1;
    const asked = latest.current;
    const outcome = await complete(typed);
    // What was typed since then has a question of its own on the way.
    if (asked !== latest.current || !outcome.ok) return;
    setItems(
      outcome.choices.map(({ label, value }, index) => ({
        key: `${index} ${value}`,
        label,
        hint: '',
        value,
      })),
    );
  }
  return (
    <span class="completed">
      <input
        {...common}
        {...suggestions.field}
        role="combobox"
        aria-expanded={suggestions.isOpen}
        type="text"
        autoComplete="off"
        value={filled?.shown ?? ''}
        onFocus={({ currentTarget: { value } }) => ask(value)}
        onBlur={() => {
          latest.current += 1;
          setItems([]);
        }}
        onInput={({ currentTarget: { value } }) => {
          fill({ shown: value, value });
          ask(value);
        }}
        onKeyDown={(event) => suggestions.onKey(event)}
      />
      {suggestions.list}
    </span>
  );
}
