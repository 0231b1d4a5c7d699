import { expect, it } from 'vitest';
import { SIGNAL_GROUPS } from '../../../bench/fit/signal-groups.js';
import { FITTED } from '../../../src/engine/fitted-weights.js';

it('every signal that has a fitted weight is measured, in one group', () => {
  const fitted = new Set(Object.values(FITTED).flatMap(({ signals }) => Object.keys(signals)));
  const grouped = Object.values(SIGNAL_GROUPS).flat();

  expect([...fitted].filter((name) => !grouped.includes(name))).toEqual([]);
  expect(grouped.filter((name, i) => grouped.indexOf(name) !== i)).toEqual([]);
});
