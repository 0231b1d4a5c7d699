/** All that a `Comparer` has learnt: plain, so that one thread can send it to another. */
export interface ComparerWeights {
  /** Numbers a token. */
  readonly width: number;
  /** As `bench/encoder/tune.py` puts them in a row. */
  readonly numbers: Float32Array;
}

/** What speaks for a sentence beside a question: log-odds, about -5 to 10. */
export interface Odds {
  /** That this sentence answers, if any of its article does: only differences mean anything. */
  readonly which: number;
  /** That it answers at all. */
  readonly whether: number;
}

/**
 * Reads a question and a sentence together, token by token: decomposable attention (Parikh and others, 2016) over what
 * the sentence encoder makes of them. Each token of the question gathers what is near to it in the sentence, or nothing;
 * how well the two go together is added up, each token by a share of its own. Two heads do that: one for which sentence
 * answers, one for whether any does.
 */
export class Comparer {
  /** What the cosine of a question and a sentence counts in the odds whether it answers, where it counts 1 in which. */
  readonly cosineInWhether: number;
  readonly #width: number;
  /** What a token of the question meets where nothing in the sentence is near to it. */
  readonly #nothing: Float32Array;
  readonly #sharpness: number;
  /** A row for each number that comes out: what a token, what it meets and the product of the two add to it. */
  readonly #together: Float32Array;
  readonly #bias: Float32Array;
  readonly #which: Head;
  readonly #whether: Head;

  /** @param weights not copied */
  constructor({ width, numbers }: ComparerWeights) {
    let at = 0;
    const take = (count: number): Float32Array => {
      at += count;
      return numbers.subarray(at - count, at);
    };
    this.#width = width;
    this.#nothing = take(width);
    this.#sharpness = take(1)[0] ?? 0;
    this.cosineInWhether = take(1)[0] ?? 0;
    this.#together = take(3 * width * width);
    this.#bias = take(width);
    this.#which = { share: take(width), out: take(width) };
    this.#whether = { share: take(width), out: take(width) };
  }

  /** How many numbers a comparer of that width has. */
  static countNumbers(width: number): number {
    return 3 * width * width + 6 * width + 2;
  }

  /**
   * Compares one question with many sentences.
   * @param question what is kept of its tokens: `width` numbers each
   * @returns for a sentence's tokens, what is to be added to what their cosine says
   */
  to(question: Float32Array): (sentence: Float32Array) => Odds {
    const width = this.#width;
    const tokens = Array.from({ length: question.length / width }, (_, token) =>
      this.#askedOf(question.subarray(token * width, (token + 1) * width)),
    );
    const whichShares = sharesOf(tokens, this.#which);
    const whetherShares = sharesOf(tokens, this.#whether);
    return (sentence) => {
      let which = 0;
      let whether = 0;
      for (const [token, asked] of tokens.entries()) {
        const compared = compare(asked, this.#meet(asked.own, sentence));
        which += (whichShares[token] ?? 0) * dot(this.#which.out, 0, compared, 0, width);
        whether += (whetherShares[token] ?? 0) * dot(this.#whether.out, 0, compared, 0, width);
      }
      return { which, whether };
    };
  }

  /** All that can be said of a token before it meets a sentence, so that meeting one is a single matrix. */
  #askedOf(own: Float32Array): Asked {
    const width = this.#width;
    const together = this.#together;
    const base = new Float32Array(width);
    const matrix = new Float32Array(width * width);
    for (let row = 0; row < width; row++) {
      const at = row * 3 * width;
      base[row] = (this.#bias[row] ?? 0) + dot(together, at, own, 0, width);
      for (let i = 0; i < width; i++)
        matrix[row * width + i] =
          (together[at + width + i] ?? 0) + (together[at + 2 * width + i] ?? 0) * (own[i] ?? 0);
    }
    return { own, base, matrix };
  }

  /** What a token finds in a sentence: its tokens and nothing, by their nearness. */
  #meet(own: Float32Array, sentence: Float32Array): Float32Array {
    const width = this.#width;
    const nothing = this.#nothing;
    const scale = this.#sharpness / Math.sqrt(width);
    const count = sentence.length / width;
    const nearness = new Float32Array(count + 1);
    for (let token = 0; token < count; token++)
      nearness[token] = scale * dot(own, 0, sentence, token * width, width);
    nearness[count] = scale * dot(own, 0, nothing, 0, width);
    softmax(nearness);
    const rest = nearness[count] ?? 0;
    const met = nothing.map((value) => rest * value);
    for (let token = 0; token < count; token++) addTo(met, nearness[token] ?? 0, sentence, token * width);
    return met;
  }
}

interface Head {
  /** How much a token counts, before the softmax over all of the question. */
  readonly share: Float32Array;
  /** What each number that comes out of a token and what it meets counts. */
  readonly out: Float32Array;
}

/** A token of the question, before it meets a sentence. */
interface Asked {
  readonly own: Float32Array;
  readonly base: Float32Array;
  readonly matrix: Float32Array;
}

/** Each token's part of the question, as a head sees it. All sum to 1. */
function sharesOf(tokens: readonly Asked[], { share }: Head): Float32Array {
  return softmax(Float32Array.from(tokens, ({ own }) => dot(share, 0, own, 0, own.length)));
}

/** How a token goes together with what it meets. */
function compare({ base, matrix }: Asked, met: Float32Array): Float32Array {
  const width = base.length;
  return base.map((value, row) => Math.max(0, value + dot(matrix, row * width, met, 0, width)));
}

/** Four sums at a time: one alone would wait for itself at every addition. */
function dot(a: Float32Array, atA: number, b: Float32Array, atB: number, length: number): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let i = 0; i < length; i += 4) {
    first += (a[atA + i] ?? 0) * (b[atB + i] ?? 0);
    second += (a[atA + i + 1] ?? 0) * (b[atB + i + 1] ?? 0);
    third += (a[atA + i + 2] ?? 0) * (b[atB + i + 2] ?? 0);
    fourth += (a[atA + i + 3] ?? 0) * (b[atB + i + 3] ?? 0);
  }
  return first + second + third + fourth;
}

function addTo(sum: Float32Array, share: number, numbers: Float32Array, at: number): void {
  for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] ?? 0) + share * (numbers[at + i] ?? 0);
}

/** Turns scores into shares of 1, in place. */
function softmax(scores: Float32Array): Float32Array {
  let best = Number.NEGATIVE_INFINITY;
  for (const score of scores) best = Math.max(best, score);
  let total = 0;
  for (let i = 0; i < scores.length; i++) {
    const share = Math.exp((scores[i] ?? 0) - best);
    scores[i] = share;
    total += share;
  }
  for (let i = 0; i < scores.length; i++) scores[i] = (scores[i] ?? 0) / total;
  return scores;
}
