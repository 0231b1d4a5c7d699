import { useRef, useState } from 'preact/hooks';
import type { EmbedView, MessageView } from '../web/wire.js';
import { Bar, Components, type Use } from './components.js';
import { Menu, type MenuItem } from './menu.js';
import { RichText } from './rich-text.js';

interface Props {
  readonly message: MessageView;
  /** Whether the same author wrote just before. */
  readonly isContinued: boolean;
  readonly use: Use;
  /** What can be done with it. */
  readonly menu: readonly MenuItem[];
  dismiss(id: string): void;
}

/** A message with all that belongs to it. */
export function Message({ message, isContinued, use, menu, dismiss }: Props) {
  const [isMenuOpen, setMenuOpen] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  const { author, command, replyTo } = message;
  const time = new Intl.DateTimeFormat('en', { timeStyle: 'short' }).format(new Date(message.at));
  return (
    <li class={`message${isContinued ? ' continued' : ''}${message.isForMe ? ' for-me' : ''}`}>
      <article
        aria-label={`${author.name}, ${time}`}
        onContextMenu={(event) => {
          // On a link the browser's own menu is the better one.
          if (event.target instanceof Element && event.target.closest('a, input, textarea')) return;
          event.preventDefault();
          setMenuOpen(true);
        }}
      >
        {command && (
          <p class="origin">
            <b>{command.user}</b> used <span class="mention">{command.name}</span>
          </p>
        )}
        {!command && replyTo && (
          <p class="origin">
            <b>{replyTo.author}</b> <span class="replied">{replyTo.text}</span>
          </p>
        )}
        {!isContinued && <Avatar name={author.name} isBot={author.isBot} />}
        <div class="message-main">
          {!isContinued && (
            <header>
              <b class="author">{author.name}</b>
              {author.isBot && <span class="tag">APP</span>}
              <time dateTime={message.at}>{time}</time>
            </header>
          )}
          {message.isLoading ? (
            <p class="thinking">{author.name} is thinking…</p>
          ) : (
            <Body message={message} use={use} />
          )}
          {message.isEphemeral && (
            <p class="ephemeral">
              Only you can see this ·{' '}
              <button type="button" class="as-link" onClick={() => dismiss(message.id)}>
                Dismiss message
              </button>
            </p>
          )}
        </div>
        <button
          type="button"
          class="more"
          aria-haspopup="menu"
          aria-expanded={isMenuOpen}
          aria-label={`Menu of the message by ${author.name}`}
          ref={more}
          onClick={() => setMenuOpen(!isMenuOpen)}
        >
          ⋯
        </button>
        {isMenuOpen && (
          <Menu
            items={menu}
            close={() => {
              setMenuOpen(false);
              more.current?.focus();
            }}
          />
        )}
      </article>
    </li>
  );
}

function Avatar({ name, isBot }: { name: string; isBot: boolean }) {
  return (
    <span class={`avatar${isBot ? ' bot' : ''}`} aria-hidden="true">
      {[...name][0]}
    </span>
  );
}

function Body({ message, use }: { message: MessageView; use: Use }) {
  return (
    <>
      {message.body.length > 0 && (
        <div class="text">
          <RichText parts={message.body} />
          {message.isEdited && <span class="edited"> (edited)</span>}
        </div>
      )}
      {message.embeds.map((embed, index) => (
        <Embed key={index.toString()} embed={embed} />
      ))}
      {message.attachments.map((file) =>
        file.isImage ? (
          <img key={file.href} src={file.href} alt={file.description || file.name} />
        ) : (
          <a key={file.href} class="file" href={file.href} download={file.name}>
            {file.name} <small>{sizeOf(file.size)}</small>
          </a>
        ),
      )}
      <Components items={message.components} use={use} />
    </>
  );
}

function sizeOf(bytes: number): string {
  return bytes < 1024 ? `${bytes} bytes` : `${(bytes / 1024).toFixed(1)} KB`;
}

function Embed({ embed }: { embed: EmbedView }) {
  return (
    <div class="container embed">
      <Bar color={embed.color} />
      <div class="container-body">
        {embed.author && <p class="embed-author">{embed.author}</p>}
        {embed.title && (
          <p class="embed-title">
            {embed.href ? (
              <a href={embed.href} target="_blank" rel="noopener noreferrer">
                {embed.title}
              </a>
            ) : (
              embed.title
            )}
          </p>
        )}
        <div class="text">
          <RichText parts={embed.description} />
        </div>
        {embed.fields.length > 0 && (
          <dl>
            {embed.fields.map((field, index) => (
              <div key={index.toString()} class={field.isInline ? 'inline' : ''}>
                <dt>
                  <RichText parts={field.name} />
                </dt>
                <dd>
                  <RichText parts={field.value} />
                </dd>
              </div>
            ))}
          </dl>
        )}
        {embed.image && <img src={embed.image} alt={embed.title || 'An image without a description'} />}
        {embed.footer && <p class="small-print">{embed.footer}</p>}
      </div>
    </div>
  );
}
