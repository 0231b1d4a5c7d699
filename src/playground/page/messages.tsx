import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { ChannelView, MessageView } from '../web/wire.js';
import type { Use } from './components.js';
import type { MenuItem } from './menu.js';
import { Message } from './message.js';

/** Messages of one author that come within this time, in milliseconds, stand together. */
const TOGETHER_MS = 7 * 60 * 1000;

/** Who is no further from the end of what was said, in pixels, looks at the end. */
const NEAR_END = 80;

interface Props {
  readonly channel: ChannelView;
  readonly messages: readonly MessageView[];
  /** What stands above the messages. */
  readonly children: ComponentChildren;
  useOf(message: MessageView): Use;
  menuOf(message: MessageView): readonly MenuItem[];
  dismiss(id: string): void;
}

/** What has been said in a channel; the newest is kept in view. */
export function Messages({ channel, messages, children, useOf, menuOf, dismiss }: Props) {
  const log = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const last = messages.at(-1);
  // Another message, another state of it, and another channel all move what is to be seen.
  const newest = `${channel.id} ${last?.id} ${last?.components.length} ${last?.body.length}`;
  const isAtEnd = useRef(true);
  useEffect(() => {
    if (!newest || !log.current || messages.length === 0) return;
    isAtEnd.current = true;
    log.current.scrollTop = log.current.scrollHeight;
  }, [newest, messages.length]);
  useEffect(() => {
    const element = log.current;
    if (!element) return;
    let measured = 0;
    let distance = 0;
    const onScroll = () => {
      const { scrollHeight, scrollTop, clientHeight } = element;
      distance = scrollHeight - scrollTop - clientHeight;
      // Told of late: an image may have come or a form gone since, and it is not the reader who moved.
      const isSameSize = measured === scrollHeight - clientHeight;
      measured = scrollHeight - clientHeight;
      if (isSameSize || distance < NEAR_END) isAtEnd.current = distance < NEAR_END;
    };
    const keepInView = () => {
      if (isAtEnd.current) element.scrollTop = element.scrollHeight;
    };
    // What grows below, such as a command's options, must not cover what was last said.
    const resizing = new ResizeObserver(() => {
      if (!isAtEnd.current) element.scrollTop = element.scrollHeight - element.clientHeight - distance;
      keepInView();
    });
    // An image that has loaded, or an answer that was thought about: who is at the end stays there.
    const growth = new ResizeObserver(keepInView);
    element.addEventListener('scroll', onScroll);
    resizing.observe(element);
    if (list.current) growth.observe(list.current);
    return () => {
      element.removeEventListener('scroll', onScroll);
      resizing.disconnect();
      growth.disconnect();
    };
  }, []);
  const label =
    channel.kind === 'dm' ? `Direct messages with ${channel.name}` : `Messages in #${channel.name}`;
  return (
    <div class="log" role="log" aria-label={label} ref={log}>
      {children}
      {messages.length === 0 && (
        <p class="empty">
          {channel.kind === 'dm'
            ? `Whatever you write to ${channel.name} is a question.`
            : `This is the beginning of #${channel.name}. Type / for the commands.`}
        </p>
      )}
      <ol ref={list}>
        {messages.map((message, index) => (
          <Message
            key={message.id}
            message={message}
            isContinued={continues(messages[index - 1], message)}
            use={useOf(message)}
            menu={menuOf(message)}
            dismiss={dismiss}
          />
        ))}
      </ol>
    </div>
  );
}

function continues(before: MessageView | undefined, message: MessageView): boolean {
  return (
    before?.author.id === message.author.id &&
    message.replyTo === null &&
    message.command === null &&
    before.isEphemeral === message.isEphemeral &&
    Date.parse(message.at) - Date.parse(before.at) < TOGETHER_MS
  );
}
