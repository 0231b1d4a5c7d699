import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { ChannelView, MessageView, ModalView, Outcome, Role } from '../web/wire.js';
import { ChannelList } from './channel-list.js';
import type { Use } from './components.js';
import { Composer } from './composer.js';
import { type FilesFor, listen, act as send } from './connection.js';
import { FormDialog } from './form-dialog.js';
import type { MenuItem } from './menu.js';
import { Messages } from './messages.js';
import { Panel } from './panel.js';
import { EMPTY, reduce } from './state.js';
import { Tour } from './tour.js';

/** The whole page. */
export function App() {
  const [role, setRole] = useState<Role>(
    sessionStorage.getItem('role') === 'moderator' ? 'moderator' : 'member',
  );
  const [{ snapshot, typing, unread }, tell] = useReducer(reduce, EMPTY);
  const [isUp, setUp] = useState(true);
  const [channelName, setChannelName] = useState(sessionStorage.getItem('channel') ?? 'general');
  const [replyTo, setReplyTo] = useState<MessageView | null>(null);
  const [modal, setModal] = useState<ModalView | null>(null);
  const [notice, setNotice] = useState('');
  const [dismissed, setDismissed] = useState<readonly string[]>([]);
  const [isPanelOpen, setPanelOpen] = useState(false);
  const [hasTour, setTour] = useState(localStorage.getItem('tour') !== 'done');
  const focusedBefore = useRef<Element | null>(null);

  useEffect(() => {
    sessionStorage.setItem('role', role);
    return listen(role, tell, setUp);
  }, [role]);
  useEffect(() => sessionStorage.setItem('channel', channelName), [channelName]);

  if (!snapshot)
    return <p class="wait">{isUp ? 'Opening the playground…' : 'The playground does not answer.'}</p>;
  const channel = snapshot.channels.find(({ name }) => name === channelName) ?? snapshot.channels[0];
  const dm = snapshot.channels.find(({ kind }) => kind === 'dm');
  if (!channel || !dm) return null;
  const messages = snapshot.messages.filter(
    ({ channelId, id }) => channelId === channel.id && !dismissed.includes(id),
  );
  const lastQuestion = messages.findLast(({ author }) => author.id === snapshot.me.id)?.body[0];

  async function act(action: object, files?: FilesFor): Promise<Outcome> {
    const outcome = await send(role, action, files);
    setNotice(outcome.ok ? '' : outcome.reason);
    if (outcome.ok && outcome.modal) {
      focusedBefore.current = document.activeElement;
      setModal(outcome.modal);
    }
    return outcome;
  }

  const useOf = (message: MessageView): Use => ({
    press: async (customId) => void (await act({ kind: 'press', message: message.id, customId })),
    select: async (customId, values) =>
      void (await act({ kind: 'select', message: message.id, customId, values })),
  });

  const menuOf = (message: MessageView): MenuItem[] => [
    ...(message.isEphemeral ? [] : [{ label: 'Reply', app: '', choose: () => setReplyTo(message) }]),
    ...channel.messageMenu.map((name) => ({
      label: name,
      app: snapshot.bot.name,
      choose: () => void act({ kind: 'menu', name, message: message.id }),
    })),
  ];

  function open(next: ChannelView): void {
    if (channel) tell({ kind: 'read', channelIds: [channel.id, next.id] });
    setChannelName(next.name);
    setReplyTo(null);
    setNotice('');
  }

  function ask(question: string): void {
    if (!dm) return;
    open(dm);
    act({ kind: 'say', channel: dm.id, text: question, replyTo: null });
  }

  return (
    <div class={`app${isPanelOpen ? ' with-panel' : ''}`}>
      <ChannelList
        snapshot={snapshot}
        current={channel}
        unread={unread.filter((id) => id !== channel.id)}
        role={role}
        open={open}
        setRole={setRole}
        isPanelOpen={isPanelOpen}
        togglePanel={() => setPanelOpen(!isPanelOpen)}
      />
      <main>
        <h1>
          <span aria-hidden="true">{channel.kind === 'dm' ? '@' : '#'}</span> {channel.name}
        </h1>
        {!isUp && (
          <p class="notice" role="alert">
            The playground does not answer. Is it still running in the terminal? This page comes back by
            itself.
          </p>
        )}
        <Messages
          key={channel.id}
          channel={channel}
          messages={messages}
          useOf={useOf}
          menuOf={menuOf}
          dismiss={(id) => setDismissed([...dismissed, id])}
        >
          {hasTour && (
            <Tour
              botName={snapshot.bot.name}
              examples={snapshot.examples}
              ask={ask}
              close={() => {
                localStorage.setItem('tour', 'done');
                setTour(false);
              }}
            />
          )}
        </Messages>
        <div class="below">
          {notice && (
            <p class="notice" role="alert">
              {notice}
            </p>
          )}
          <Composer
            key={`${role} ${channel.id}`}
            channel={channel}
            bot={snapshot.bot}
            isReady={snapshot.role === role}
            replyTo={replyTo}
            cancelReply={() => setReplyTo(null)}
            act={act}
          />
          <p class="typing">{typing[channel.id] ? `${typing[channel.id]} is typing…` : ''}</p>
        </div>
      </main>
      {isPanelOpen && (
        <Panel
          traffic={snapshot.traffic}
          question={typeof lastQuestion === 'string' ? lastQuestion : ''}
          explain={(question) => send(role, { kind: 'explain', question })}
          close={() => setPanelOpen(false)}
        />
      )}
      {modal && (
        <FormDialog
          key={modal.id}
          modal={modal}
          submit={(values, files) => send(role, { kind: 'modal', id: modal.id, values }, files)}
          close={() => {
            setModal(null);
            if (focusedBefore.current instanceof HTMLElement) focusedBefore.current.focus();
          }}
        />
      )}
    </div>
  );
}
