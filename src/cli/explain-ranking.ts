import type { Outcome, Passage } from '../engine/outcome.js';
import { plainText } from '../playground/terminal/plain-text.js';
import { bestPassage } from './labelled-question.js';

const SHOWN_TEXT = 60;
/** Signals that add less to both than that are left out. */
const LEAST_SHARE = 0.005;

/**
 * What spoke for the best passage and for the runner-up, signal by signal, the largest difference first. Only
 * differences count: what adds the same to both decides nothing.
 */
export function explainRanking(outcome: Outcome): string {
  const best = bestPassage(outcome);
  if (!best || best.signals.length === 0)
    return 'Nothing was ranked: the question is not about what the text says.';
  const [second] = 'others' in outcome ? outcome.others : [];
  const rows = best.signals
    .map(({ name, value, share }) => ({ name, value, share, other: shareOf(second, name) }))
    .filter(({ share, other }) => Math.abs(share) >= LEAST_SHARE || Math.abs(other) >= LEAST_SHARE)
    .sort((a, b) => Math.abs(b.share - b.other) - Math.abs(a.share - a.other));
  const width = Math.max(...rows.map(({ name }) => name.length), 'signal'.length);
  const line = (name: string, cells: readonly string[]) =>
    [name.padEnd(width), ...cells.map((cell) => cell.padStart(8))].join(' ').trimEnd();
  return [
    `A ${heading(best)}`,
    ...(second ? [`B ${heading(second)}`] : []),
    '',
    line('signal', ['value A', 'adds A', 'adds B']),
    ...rows.map(({ name, value, share, other }) =>
      line(name, [value.toFixed(2), share.toFixed(2), second ? other.toFixed(2) : '']),
    ),
    line('in all', ['', total(best).toFixed(2), second ? total(second).toFixed(2) : '']),
  ].join('\n');
}

function heading({ paragraph, text }: Passage): string {
  const shown = [...plainText(text)];
  return `¶ ${paragraph} ${shown.slice(0, SHOWN_TEXT).join('')}${shown.length > SHOWN_TEXT ? '…' : ''}`;
}

function shareOf(passage: Passage | undefined, signal: string): number {
  return passage?.signals.find(({ name }) => name === signal)?.share ?? 0;
}

function total({ signals }: Passage): number {
  return signals.reduce((sum, { share }) => sum + share, 0);
}
