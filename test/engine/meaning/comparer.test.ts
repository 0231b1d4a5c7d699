import { describe, expect, it } from 'vitest';
import { Comparer } from '../../../src/engine/meaning/comparer.js';

const WIDTH = 4;
const DOG = [4, 0, 0, 0];
const POODLE = [3.5, 1, 0, 0];
const TICKET = [0, 0, 4, 0];
const WHERE = [0, 0, 0, 4];

/** A head for which the last number makes a token count for less, and what goes together counts `factor`. */
const head = (factor: number) => [...[0, 0, 0, -1], ...[factor, 0, 0, 0]];

/** By its weights a token and what it meets go together as far as they point the same way. */
const together = [
  // Of the first number alone: the product of the two. The three others, and the bias.
  ...[0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1],
  ...new Array<number>(3 * 3 * WIDTH + WIDTH).fill(0),
];

const alike = new Comparer({
  width: WIDTH,
  // What is met where nothing is near, how sharply the near is told from the far, what a cosine counts; two heads.
  numbers: Float32Array.from([...[0, 0, 0, 0], 4, 0.5, ...together, ...head(1), ...head(-2)]),
});

const tokens = (...rows: number[][]) => Float32Array.from(rows.flat());

describe('a question read together with a sentence', () => {
  const both = alike.to(tokens(WHERE, POODLE));
  const odds = (sentence: Float32Array) => both(sentence).which;

  it('finds more in one that holds what it asks for, wherever that stands', () => {
    expect(odds(tokens(DOG, TICKET))).toBeGreaterThan(odds(tokens(TICKET, WHERE)) + 1);
    expect(odds(tokens(TICKET, DOG))).toBeCloseTo(odds(tokens(DOG, TICKET)), 5);
  });

  it('is not misled by how much else is said', () => {
    const long = tokens(DOG, ...Array.from({ length: 30 }, () => TICKET));

    expect(odds(long)).toBeCloseTo(odds(tokens(DOG, TICKET)), 3);
  });

  it('is judged by one head for which sentence answers, by another for whether it does', () => {
    const { which, whether } = both(tokens(DOG, TICKET));

    expect(which).toBeGreaterThan(1);
    expect(whether).toBeCloseTo(-2 * which, 4);
    expect(alike.cosineInWhether).toBe(0.5);
  });

  it('finds nothing in no tokens', () => {
    expect(odds(tokens())).toBe(0);
    expect(alike.to(tokens())(tokens(DOG)).which).toBe(0);
  });

  it('weighs what counts in the question', () => {
    const asked = alike.to(tokens(WHERE, WHERE, WHERE, POODLE));

    // A poodle counts e⁴ times as much as a “where”, so that three of these take little from it.
    expect(asked(tokens(DOG)).which).toBeGreaterThan(0.9 * odds(tokens(DOG)));
  });
});
