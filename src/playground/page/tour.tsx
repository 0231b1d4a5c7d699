import type { Snapshot } from '../web/wire.js';

interface Props {
  readonly botName: string;
  readonly examples: Snapshot['examples'];
  ask(question: string): void;
  close(): void;
}

/** What to try first. */
export function Tour({ botName, examples, ask, close }: Props) {
  return (
    <section class="tour" aria-label="Tour">
      <h2>This is {botName}, before any token</h2>
      <p>
        A Discord of its own, on this machine only, with the real bot logged in. Ask it about its article:
      </p>
      <ul>
        {examples.map(({ question, note }) => (
          <li key={question}>
            <button type="button" onClick={() => ask(question)}>
              {question}
              <small>{note}</small>
            </button>
          </li>
        ))}
      </ul>
      <p>
        Or type <kbd>/</kbd> for its commands, mention <b>@{botName}</b> in a channel, or act as a moderator.{' '}
        <button type="button" class="as-link" onClick={close}>
          Close the tour
        </button>
      </p>
    </section>
  );
}
