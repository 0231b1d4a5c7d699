import { useState } from 'preact/hooks';

export interface Suggestion {
  readonly key: string;
  readonly label: string;
  readonly hint: string;
}

/** A list of suggestions above a text field: arrows move in it, Enter and Tab take one. */
export function useSuggestions<Item extends Suggestion>(
  id: string,
  items: readonly Item[],
  pick: (item: Item) => void,
) {
  const [wanted, setActive] = useState(0);
  const [dismissed, setDismissed] = useState<readonly Item[] | null>(null);
  const isOpen = items.length > 0 && dismissed !== items;
  const active = Math.min(wanted, items.length - 1);
  return {
    isOpen,
    /** For the field, an input or a text area. */
    field: {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      'aria-controls': `${id}-list`,
      'aria-activedescendant': isOpen ? `${id}-${active}` : undefined,
    } as const,
    /** Takes a key of the field. @returns whether it was meant for the list */
    onKey(event: KeyboardEvent): boolean {
      if (!isOpen) return false;
      const item = items[active];
      if (event.key === 'ArrowDown') setActive((active + 1) % items.length);
      else if (event.key === 'ArrowUp') setActive((active + items.length - 1) % items.length);
      else if (event.key === 'Escape') setDismissed(items);
      else if ((event.key === 'Enter' || event.key === 'Tab') && item && !event.shiftKey) {
        setActive(0);
        pick(item);
      } else return false;
      event.preventDefault();
      return true;
    },
    list: (
      <div id={`${id}-list`} class="suggestions" role="listbox" aria-label="Suggestions" hidden={!isOpen}>
        {items.map((item, index) => (
          // The field has the keyboard; a pointer must not take the focus away from it.
          <div
            key={item.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            ref={(element) => {
              if (index === active && isOpen) element?.scrollIntoView({ block: 'nearest' });
            }}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(item)}
            onKeyDown={(event) => event.key === 'Enter' && pick(item)}
          >
            <span>{item.label}</span> <small>{item.hint}</small>
          </div>
        ))}
      </div>
    ),
  };
}
