import type { FitExample } from './examples.js';
import type { Sure } from './fit-decision.js';

/** A question judged by weights that never saw its article. */
export interface Judged {
  readonly example: FitExample;
  /** Is the best sentence right? */
  readonly hit: boolean;
}

const THRESHOLDS = [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5];

/** How often the best sentence is right, by set and style. */
export function reportAccuracy(judged: readonly Judged[]): string {
  const rows = new Map<string, { hits: number; count: number }>();
  for (const { example, hit } of judged.filter((one) => one.example.answerable)) {
    for (const key of [example.set, `${example.set}: ${example.style}`]) {
      const { hits, count } = rows.get(key) ?? { hits: 0, count: 0 };
      rows.set(key, { hits: hits + (hit ? 1 : 0), count: count + 1 });
    }
  }
  const lines = [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { hits, count }]) => `  ${key.padEnd(34)} ${percent(hits, count).padStart(5)} % of ${count}`);
  return ['right sentence, cross-validated by article', ...lines].join('\n');
}

/** How often answers of a confidence are right, and what each threshold would show, cross-validated by article. */
export function reportConfidence(sure: readonly Sure[]): string {
  const bins = Array.from({ length: 10 }, (_, bin) => {
    const inside = sure.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin);
    const right = inside.filter(({ hit }) => hit).length;
    return `  ${(bin / 10).toFixed(1)}–${((bin + 1) / 10).toFixed(1)} ${String(inside.length).padStart(6)} ${percent(right, inside.length).padStart(6)} %`;
  });
  const shown = [...new Set(sure.map(({ example }) => example.set))].map((set) => {
    const own = sure.filter(({ example }) => example.set === set);
    const right = own.filter(({ hit }) => hit);
    const wrong = own.filter(({ example }) => !example.answerable);
    const share = (of: typeof own, threshold: number) =>
      percent(of.filter(({ confidence }) => confidence >= threshold).length, of.length, 0);
    const cells = THRESHOLDS.map(
      (threshold) => `${threshold}: ${share(right, threshold)}/${share(wrong, threshold)}`,
    );
    return `  ${set.padEnd(30)} ${cells.join('  ')}`;
  });
  return [
    'confidence: how many, and how many of them right',
    ...bins,
    'threshold: % of right answers shown / % answered of what is not answerable',
    ...shown,
  ].join('\n');
}

function percent(part: number, whole: number, digits = 1): string {
  return ((100 * part) / Math.max(1, whole)).toFixed(digits);
}
