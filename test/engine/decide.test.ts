import { describe, expect, it } from 'vitest';
import { FITTED_GROUNDS } from '../../src/engine/fitted-decisions.js';
import { GROUND_NAMES } from '../../src/engine/grounds.js';

describe('what the decision was fitted to', () => {
  it('is what it looks at, in the same order', () => {
    expect(GROUND_NAMES).toEqual(FITTED_GROUNDS);
  });
});
