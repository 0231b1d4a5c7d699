import { useState } from 'preact/hooks';
import type { Outcome, TrafficView } from '../web/wire.js';

interface Props {
  readonly traffic: readonly TrafficView[];
  /** The question to begin with. */
  readonly question: string;
  explain(question: string): Promise<Outcome>;
  close(): void;
}

/** For developers: how the engine ranks, and what goes between the bot and the loopback Discord. */
export function Panel({ traffic, question, explain, close }: Props) {
  const [ranking, setRanking] = useState('');
  return (
    <aside class="panel" aria-label="Developer panel">
      <header>
        <h2>Developers</h2>
        <button type="button" class="as-link" onClick={close}>
          Close
        </button>
      </header>
      <h3>How the engine ranks</h3>
      <form
        onSubmit={async (event) => {
          event.preventDefault();
          const asked = new FormData(event.currentTarget).get('question');
          const outcome = await explain(typeof asked === 'string' ? asked : '');
          setRanking(outcome.ok ? outcome.text : outcome.reason);
        }}
      >
        <input
          name="question"
          type="text"
          aria-label="Question to explain"
          placeholder="A question"
          autoComplete="off"
          maxLength={2000}
          key={question}
          defaultValue={question}
        />
        <button type="submit" class="button secondary">
          Explain
        </button>
      </form>
      {ranking && (
        <section class="ranking" aria-label="Ranking">
          <pre>{ranking}</pre>
        </section>
      )}
      <h3>To and fro</h3>
      <ol class="traffic">
        {[...traffic].reverse().map((entry, index) => (
          <Entry key={`${entry.at} ${traffic.length - index}`} entry={entry} />
        ))}
      </ol>
    </aside>
  );
}

function Entry({ entry }: { entry: TrafficView }) {
  const isFromBot = entry.direction === 'from-bot';
  const isValid = entry.problems.length === 0;
  return (
    <li>
      <details>
        <summary>
          <span class="direction">{isFromBot ? 'bot →' : '→ bot'}</span> {entry.route}
          <span class="figures">
            {entry.status !== null && <> {entry.status}</>}
            {entry.ms !== null && <> {entry.ms.toFixed(1)} ms</>}
            {isFromBot && (
              <span class={isValid ? 'valid' : 'invalid'}> {isValid ? '✓ valid' : '✗ not valid'}</span>
            )}
          </span>
        </summary>
        {entry.problems.map((problem) => (
          <p class="invalid" key={problem}>
            {problem}
          </p>
        ))}
        {entry.body && <pre>{entry.body}</pre>}
        {entry.answer && (
          <>
            <p>Answer</p>
            <pre>{entry.answer}</pre>
          </>
        )}
      </details>
    </li>
  );
}
