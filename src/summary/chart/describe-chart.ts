import type { DayCount } from '../../store/digests.js';
import { type Period, stepLabel } from '../period.js';

/** Discord's limit for what an image shows. */
const MAX_LENGTH = 1_024;

/** Neighbouring steps together, so many at a time. */
function merge(steps: readonly DayCount[], size: number): DayCount[] {
  return Array.from({ length: Math.ceil(steps.length / size) }, (_, i) => {
    const some = steps.slice(i * size, (i + 1) * size);
    return {
      start: some[0]?.start ?? 0,
      answered: some.reduce((sum, { answered }) => sum + answered, 0),
      notSaid: some.reduce((sum, { notSaid }) => sum + notSaid, 0),
    };
  });
}

/**
 * The chart's numbers in words, for those who do not see it: at most 1,024 characters. Days without questions are left
 * out; where there are too many, each entry stands for several days.
 */
export function describeChart(steps: readonly DayCount[], period: Pick<Period, 'step' | 'timezone'>): string {
  const all = steps.reduce((sum, { answered, notSaid }) => sum + answered + notSaid, 0);
  for (let size = 1; ; size++) {
    const unit = size === 1 ? period.step : `${size} ${period.step}s`;
    const entries = merge(steps, size)
      .filter(({ answered, notSaid }) => answered + notSaid > 0)
      .map(({ start, answered, notSaid }) => `${stepLabel(start, period)}: ${answered} and ${notSaid}`);
    const text =
      all === 0
        ? `Questions each ${unit}: none.`
        : `Questions each ${unit}, answered and not answered. ${entries.join('; ')}.`;
    if (text.length <= MAX_LENGTH || size > steps.length) return text.slice(0, MAX_LENGTH);
  }
}
