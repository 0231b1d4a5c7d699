import { useEffect, useRef, useState } from 'preact/hooks';
import type { FieldView, ModalView, Outcome } from '../web/wire.js';
import type { FilesFor } from './connection.js';
import { RichText } from './rich-text.js';

interface Props {
  readonly modal: ModalView;
  submit(values: object, files: FilesFor): Promise<Outcome>;
  close(): void;
}

/** A form the bot opened. The browser keeps the keyboard inside. */
export function FormDialog({ modal, submit, close }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [reason, setReason] = useState('');
  useEffect(() => dialog.current?.showModal(), []);

  async function send(form: HTMLFormElement): Promise<void> {
    const data = new FormData(form);
    const fields = modal.parts.filter((part): part is FieldView => part.input !== 'none');
    const filesOf = ({ customId }: FieldView) =>
      data.getAll(customId).filter((value): value is File => value instanceof File && value.name !== '');
    const values = fields.flatMap((field) => {
      if (field.input === 'file') return [];
      const all = data.getAll(field.customId).filter((value) => typeof value === 'string');
      return [[field.customId, field.input === 'choice' ? all.filter(Boolean) : (all[0] ?? '')]];
    });
    const files = fields
      .filter(({ input }) => input === 'file')
      .map((field) => [field.customId, filesOf(field)]);
    const outcome = await submit(Object.fromEntries(values), Object.fromEntries(files));
    if (outcome.ok) close();
    else setReason(outcome.reason);
  }

  return (
    <dialog ref={dialog} aria-labelledby="form-title" onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          send(event.currentTarget);
        }}
      >
        <h2 id="form-title">{modal.title}</h2>
        {modal.parts.map((part, index) =>
          part.input === 'none' ? (
            <div class="text" key={index.toString()}>
              <RichText parts={part.body} />
            </div>
          ) : (
            <Field key={part.customId} field={part} />
          ),
        )}
        {reason && (
          <p class="notice" role="alert">
            {reason}
          </p>
        )}
        <div class="dialog-buttons">
          <button type="button" class="button secondary" onClick={() => dialog.current?.close()}>
            Cancel
          </button>
          <button type="submit" class="button primary">
            Submit
          </button>
        </div>
      </form>
    </dialog>
  );
}

function Field({ field }: { field: FieldView }) {
  const id = `field-${field.customId}`;
  return (
    <div class="option">
      <label for={id}>
        {field.label}
        {field.isRequired && <span aria-hidden="true"> *</span>}
      </label>
      <FieldInput field={field} id={id} />
      {field.description && <small id={`${id}-hint`}>{field.description}</small>}
    </div>
  );
}

function FieldInput({ field, id }: { field: FieldView; id: string }) {
  const common = {
    id,
    name: field.customId,
    required: field.isRequired,
    'aria-describedby': field.description ? `${id}-hint` : undefined,
  };
  const text = {
    ...common,
    defaultValue: field.value,
    placeholder: field.placeholder,
    minLength: field.minLength,
    maxLength: field.maxLength,
  };
  if (field.input === 'line') return <input type="text" autoComplete="off" {...text} />;
  if (field.input === 'text') return <textarea rows={4} {...text} />;
  if (field.input === 'file') return <input type="file" multiple={field.max > 1} {...common} />;
  return (
    <select multiple={field.max > 1} {...common}>
      {field.max === 1 && <option value="">{field.placeholder || 'Choose…'}</option>}
      {field.choices.map(({ label, value, isDefault }) => (
        <option key={value} value={value} selected={isDefault}>
          {label}
        </option>
      ))}
    </select>
  );
}
