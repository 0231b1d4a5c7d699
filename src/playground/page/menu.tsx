import { useLayoutEffect, useRef } from 'preact/hooks';

export interface MenuItem {
  readonly label: string;
  /** In whose name it is done; empty for what the window itself does. */
  readonly app: string;
  choose(): void;
}

/** A message's menu: arrows move, Escape leaves. */
export function Menu({ items, close }: { items: readonly MenuItem[]; close: () => void }) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    list.current?.querySelector('button')?.focus();
    list.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  function move(step: number): void {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  }
  return (
    <div
      class="menu"
      role="menu"
      tabIndex={-1}
      aria-label="Message"
      ref={list}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') move(1);
        else if (event.key === 'ArrowUp') move(-1);
        else if (event.key === 'Escape' || event.key === 'Tab') close();
        else return;
        event.preventDefault();
      }}
      onFocusOut={(event) => {
        if (event.relatedTarget instanceof Node && !list.current?.contains(event.relatedTarget)) close();
      }}
    >
      {items.map(({ label, app, choose }) => (
        <button
          key={label}
          type="button"
          role="menuitem"
          onClick={() => {
            close();
            choose();
          }}
        >
          {label}
          {app && <small>{app}</small>}
        </button>
      ))}
    </div>
  );
}
