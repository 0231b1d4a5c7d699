import type { Asked } from './ask-pincite.js';

/** The best passages whose confidence is at least `from` and below `to` (1 belongs to the last bin). */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly right: number;
}

const BINS = 10;

/** Sorts what was asked into ten bins by confidence. What has none is left out. */
export function reliabilityOf(asked: readonly Asked[]): Bin[] {
  return Array.from({ length: BINS }, (_, bin) => {
    const inside = asked.filter(
      ({ confidence }) => confidence !== null && Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin,
    );
    return {
      from: bin / BINS,
      to: (bin + 1) / BINS,
      count: inside.length,
      right: inside.filter(({ isRight }) => isRight).length,
    };
  });
}
