import type { MessageView, News, Snapshot, TrafficView } from '../web/wire.js';

/** Entries of the traffic that are kept in view. */
const KEPT_TRAFFIC = 200;

/** What the page knows; null until the first snapshot. */
export interface State {
  readonly snapshot: Snapshot | null;
  /** Who types in which channel. */
  readonly typing: Readonly<Record<string, string>>;
  /** Channels in which something was said since they were last looked at. */
  readonly unread: readonly string[];
}

export const EMPTY: State = { snapshot: null, typing: {}, unread: [] };

/** The member has looked at these channels. */
interface Read {
  readonly kind: 'read';
  readonly channelIds: readonly string[];
}

/** The state after some news. */
export function reduce(state: State, news: News | Read): State {
  if (news.kind === 'snapshot') return { snapshot: news, typing: {}, unread: [] };
  if (news.kind === 'read')
    return { ...state, unread: state.unread.filter((id) => !news.channelIds.includes(id)) };
  const { snapshot } = state;
  if (!snapshot) return state;
  switch (news.kind) {
    case 'message': {
      const { channelId } = news.message;
      const { [channelId]: _ended, ...typing } = state.typing;
      return {
        snapshot: { ...snapshot, messages: withMessage(snapshot.messages, news.message) },
        typing,
        unread: [...state.unread.filter((id) => id !== channelId), channelId],
      };
    }
    case 'gone':
      return {
        ...state,
        snapshot: { ...snapshot, messages: snapshot.messages.filter(({ id }) => id !== news.id) },
      };
    case 'typing':
      return { ...state, typing: { ...state.typing, [news.channelId]: news.name } };
    case 'channels':
      return { ...state, snapshot: { ...snapshot, channels: news.channels } };
    case 'traffic':
      return { ...state, snapshot: { ...snapshot, traffic: withEntry(snapshot.traffic, news.entry) } };
  }
}

function withMessage(messages: readonly MessageView[], message: MessageView): readonly MessageView[] {
  return messages.some(({ id }) => id === message.id)
    ? messages.map((old) => (old.id === message.id ? message : old))
    : [...messages, message];
}

function withEntry(traffic: readonly TrafficView[], entry: TrafficView): readonly TrafficView[] {
  return [...traffic, entry].slice(-KEPT_TRAFFIC);
}
