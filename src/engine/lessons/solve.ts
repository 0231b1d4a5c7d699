/** Multiplies each of some vectors with a matrix: `to` is written over with the products. In steps. */
export type Multiply = (
  vectors: readonly Float64Array[],
  to: readonly Float64Array[],
) => Generator<undefined, void>;

/** An answer is near enough where what is left of its right side is this part of it: more changes no answer that is shown. */
const NEAR_ENOUGH = 1e-2;
/** However badly the numbers are conditioned, it ends. */
const MOST_ROUNDS = 200;

/**
 * Solves `matrix · x = right` for a symmetric positive definite matrix that is only ever multiplied with, by conjugate
 * gradients (Hestenes and Stiefel, 1952), for all right sides side by side.
 * @param rights any number of right sides, each as long
 * @returns for each right side its answer, to a hundredth
 */
export function* solveInSteps(
  multiply: Multiply,
  rights: readonly Float64Array[],
): Generator<undefined, Float64Array[]> {
  const systems = rights.map((right): System => {
    const square = dot(right, right);
    return {
      answer: new Float64Array(right.length),
      rest: right.slice(),
      direction: right.slice(),
      square,
      enough: square * NEAR_ENOUGH ** 2,
    };
  });
  let open = systems.filter(isOpen);
  for (let round = 0; open.length > 0 && round < MOST_ROUNDS; round++) {
    const products = open.map(({ rest }) => new Float64Array(rest.length));
    yield* multiply(
      open.map(({ direction }) => direction),
      products,
    );
    for (const [i, system] of open.entries()) advance(system, products[i] ?? new Float64Array());
    yield;
    open = open.filter(isOpen);
  }
  return systems.map(({ answer }) => answer);
}

/** A right side on the way to its answer. */
interface System {
  readonly answer: Float64Array;
  /** What is left of the right side. */
  readonly rest: Float64Array;
  /** Where to go on. */
  readonly direction: Float64Array;
  /** Of what is left, its length squared. */
  square: number;
  /** When to stop. */
  readonly enough: number;
}

function isOpen({ square, enough }: System): boolean {
  return square > enough;
}

/** @param product of the matrix and the direction */
function advance(system: System, product: Float64Array): void {
  const { answer, rest, direction } = system;
  const step = system.square / dot(direction, product);
  for (let i = 0; i < answer.length; i++) {
    answer[i] = (answer[i] ?? 0) + step * (direction[i] ?? 0);
    rest[i] = (rest[i] ?? 0) - step * (product[i] ?? 0);
  }
  const square = dot(rest, rest);
  const kept = square / system.square;
  for (let i = 0; i < direction.length; i++) direction[i] = (rest[i] ?? 0) + kept * (direction[i] ?? 0);
  system.square = square;
}

function dot(left: Float64Array, right: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < left.length; i++) sum += (left[i] ?? 0) * (right[i] ?? 0);
  return sum;
}
