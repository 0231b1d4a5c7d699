import { useState } from 'preact/hooks';
import type { ButtonView, ComponentView, ImageView, SelectView } from '../web/wire.js';
import { RichText } from './rich-text.js';

/** What pressing and choosing does; both end when the bot has answered. */
export interface Use {
  press(customId: string): Promise<void>;
  select(customId: string, values: readonly string[]): Promise<void>;
}

/** The components of a message. */
export function Components({ items, use }: { items: readonly ComponentView[]; use: Use }) {
  return items.map((item, index) => <Component key={index.toString()} item={item} use={use} />);
}

function Component({ item, use }: { item: ComponentView; use: Use }) {
  switch (item.kind) {
    case 'row':
    case 'gallery':
      return (
        <div class={item.kind}>
          <Components items={item.items} use={use} />
        </div>
      );
    case 'container':
      return (
        <div class="container">
          <Bar color={item.color} />
          <div class="container-body">
            <Components items={item.items} use={use} />
          </div>
        </div>
      );
    case 'text':
      return (
        <div class="text">
          <RichText parts={item.body} />
        </div>
      );
    case 'section':
      return (
        <div class="section">
          <div>
            {item.texts.map((text, index) => (
              <div class="text" key={index.toString()}>
                <RichText parts={text} />
              </div>
            ))}
          </div>
          <Component item={item.beside} use={use} />
        </div>
      );
    case 'separator':
      return <hr class={item.isLine ? '' : 'blank'} />;
    case 'image':
      return <Image item={item} />;
    case 'file':
      return (
        <a class="file" href={item.href} download={item.name}>
          {item.name}
        </a>
      );
    case 'button':
      return <Button item={item} use={use} />;
    case 'select':
      return <Select item={item} use={use} />;
  }
}

/** The coloured edge of a container or an embed: drawn, because styles in the document are forbidden. */
export function Bar({ color }: { color: number | null }) {
  const fill = color === null ? 'currentColor' : `#${color.toString(16).padStart(6, '0')}`;
  return (
    <svg class="bar" width="4" aria-hidden="true">
      <rect width="4" height="100%" fill={fill} />
    </svg>
  );
}

function Image({ item }: { item: ImageView }) {
  return <img src={item.src} alt={item.description || 'An image without a description'} />;
}

function Button({ item, use }: { item: ButtonView; use: Use }) {
  const [isBusy, setBusy] = useState(false);
  const { customId, href } = item;
  if (customId === null)
    return (
      <a class="button link" href={href ?? '#'} target="_blank" rel="noopener noreferrer">
        {item.label}
      </a>
    );
  const press = async () => {
    setBusy(true);
    await use.press(customId);
    setBusy(false);
  };
  return (
    <button
      type="button"
      class={`button ${item.style}`}
      disabled={item.isDisabled}
      aria-busy={isBusy}
      onClick={() => !isBusy && press()}
    >
      {item.label}
    </button>
  );
}

function Select({ item, use }: { item: SelectView; use: Use }) {
  const isSingle = item.max === 1;
  const [chosen, setChosen] = useState<readonly string[]>(
    item.choices.filter(({ isDefault }) => isDefault).map(({ value }) => value),
  );
  const choices = item.choices.map((choice) => (
    <option key={choice.value} value={choice.value} selected={chosen.includes(choice.value)}>
      {choice.description ? `${choice.label} – ${choice.description}` : choice.label}
    </option>
  ));
  if (isSingle)
    return (
      <select
        class="select"
        aria-label={item.placeholder}
        disabled={item.isDisabled}
        onChange={(event) => {
          const { value } = event.currentTarget;
          if (value !== '') use.select(item.customId, [value]);
        }}
      >
        <option value="" selected={chosen.length === 0}>
          {item.placeholder}
        </option>
        {choices}
      </select>
    );
  const isEnough = chosen.length >= item.min && chosen.length <= item.max;
  return (
    <div class="select-many">
      <select
        class="select"
        multiple
        aria-label={item.placeholder}
        disabled={item.isDisabled}
        onChange={(event) => setChosen([...event.currentTarget.selectedOptions].map(({ value }) => value))}
      >
        {choices}
      </select>
      <button
        type="button"
        class="button secondary"
        disabled={item.isDisabled || !isEnough}
        onClick={() => use.select(item.customId, chosen)}
      >
        Choose
      </button>
    </div>
  );
}
