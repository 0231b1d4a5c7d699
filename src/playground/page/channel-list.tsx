import { useState } from 'preact/hooks';
import type { ChannelView, Role, Snapshot } from '../web/wire.js';
import { applyTheme, currentTheme } from './theme.js';

interface Props {
  readonly snapshot: Snapshot;
  readonly current: ChannelView;
  /** Ids of the channels in which there is something new. */
  readonly unread: readonly string[];
  readonly role: Role;
  readonly isPanelOpen: boolean;
  open(channel: ChannelView): void;
  setRole(role: Role): void;
  togglePanel(): void;
}

/** The side with the channels, whom to act as, and the page's own switches. */
export function ChannelList({
  snapshot,
  current,
  unread,
  role,
  isPanelOpen,
  open,
  setRole,
  togglePanel,
}: Props) {
  const [theme, setTheme] = useState(currentTheme());
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <nav class="side" aria-label="Channels">
      <p class="server">{snapshot.server}</p>
      <ul>
        {snapshot.channels.map((channel) => (
          <li key={channel.id}>
            <button
              type="button"
              aria-current={channel.id === current.id ? 'page' : undefined}
              onClick={() => open(channel)}
            >
              <span aria-hidden="true">{channel.kind === 'dm' ? '@' : '#'}</span> {channel.name}{' '}
              {unread.includes(channel.id) && <span class="unread">new</span>}
            </button>
          </li>
        ))}
      </ul>
      <div class="switches">
        <label>
          Act as
          <select
            value={role}
            onChange={({ currentTarget: { value } }) => setRole(value === 'moderator' ? value : 'member')}
          >
            <option value="member">Ada, a member</option>
            <option value="moderator">Mo, a moderator</option>
          </select>
        </label>
        <div>
          <button
            type="button"
            class="as-link"
            onClick={() => {
              applyTheme(other);
              setTheme(other);
            }}
          >
            {other === 'dark' ? 'Dark' : 'Light'} theme
          </button>
          <button type="button" class="as-link" aria-pressed={isPanelOpen} onClick={togglePanel}>
            Developers
          </button>
        </div>
      </div>
    </nav>
  );
}
