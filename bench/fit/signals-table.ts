import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SIGNAL_NAMES } from '../../src/engine/rank.js';
import { packageRoot } from '../../src/package-root.js';
import { formatShare } from '../report/format.js';
import { replaceSection } from '../report/replace-section.js';
import { renderMarkdown, renderText, type Table } from '../report/table.js';
import type { FitExample } from './examples.js';
import { FOLDS } from './folds.js';
import { dot, fitRanking } from './listwise.js';
import { SIGNAL_GROUPS } from './signal-groups.js';

const README = join(packageRoot(), 'bench', 'README.md');
/** Fewer than for the weights that ship: a share in hundreds of questions does not change any more. */
const STEPS = 200;
const SETS = ['members', 'shipped article', 'encyclopedic en'];

/**
 * Prints what each group of signals is worth, and writes it into bench/README.md: how often the first hit is right
 * with it alone and with all others, fitted anew each time and judged by weights that never saw the article.
 */
export async function writeSignalsTable(examples: readonly FitExample[], penalty: number): Promise<void> {
  const answerable = examples.filter((example) => example.answerable);
  const sharesWith = (isKept: (name: string) => boolean) => {
    const columns = SIGNAL_NAMES.flatMap((name, i) => (isKept(name) ? [i] : []));
    const right = crossValidate(answerable, columns, penalty);
    return SETS.map((set) => {
      const own = right.filter(({ example }) => example.set === set);
      return formatShare(own.filter(({ isHit }) => isHit).length, own.length);
    });
  };
  const rows = Object.entries(SIGNAL_GROUPS).map(([group, names]) => {
    const alone = sharesWith((name) => names.includes(name));
    const without = sharesWith((name) => !names.includes(name));
    return [group, ...SETS.flatMap((_, i) => [alone[i] ?? '', without[i] ?? ''])];
  });
  const all = sharesWith(() => true);
  const table: Table = {
    title: 'What each signal is worth',
    note: 'Share of the fitting halves’ questions whose first hit is the right sentence, %, with only these signals and with all but these; cross-validated by article. Questions about the metadata are left out, and so are lessons, which only the shipped article has. One point is noise.',
    head: ['', ...SETS.flatMap((set) => [`${set}: alone`, 'left out'])],
    rows: [...rows, ['all of them', ...all.flatMap((share) => ['', share])]],
  };
  process.stdout.write(`${renderText(table)}\n`);
  await writeFile(README, replaceSection(await readFile(README, 'utf8'), 'signals', renderMarkdown(table)));
}

function crossValidate(examples: readonly FitExample[], columns: readonly number[], penalty: number) {
  const narrow = examples.map((example) => ({
    ...example,
    rows: example.rows.map((row) => Float64Array.from(columns, (column) => row[column] ?? 0)),
  }));
  return Array.from({ length: FOLDS }).flatMap((_, fold) => {
    const weights = fitRanking(
      narrow.filter((example) => example.fold !== fold),
      columns.length,
      penalty,
      STEPS,
    );
    return narrow
      .filter((example) => example.fold === fold)
      .map((example) => ({ example, isHit: example.right[bestOf(example, weights)] === true }));
  });
}

/** Ties go to the earlier sentence, as in the ranking; the rows themselves stand in the order of the weights that ship. */
function bestOf({ rows, ranked }: FitExample, weights: Float64Array): number {
  const scores = rows.map((row) => dot(row, weights));
  const positionOf = (i: number) => ranked[i]?.sentence.position ?? 0;
  return scores.reduce((best, score, i) => {
    const lead = score - (scores[best] ?? 0);
    return lead > 0 || (lead === 0 && positionOf(i) < positionOf(best)) ? i : best;
  }, 0);
}
