/**
 * Lets every token gather from all tokens of the text what bears on it: scaled dot-product attention (Vaswani
 * and others, 2017), each head on its own stretch of the numbers, a multiple of four.
 * @param from for each token its queries, keys and values, `width` numbers each
 * @param scratch room for a number a token
 * @param to where `width` numbers a token go
 */
export function attend(
  from: Float32Array,
  tokens: number,
  width: number,
  heads: number,
  scratch: Float32Array,
  to: Float32Array,
): void {
  const size = width / heads;
  const stride = 3 * width;
  const scale = 1 / Math.sqrt(size);
  for (let head = 0; head < heads; head++) {
    for (let token = 0; token < tokens; token++) {
      const query = token * stride + head * size;
      for (let other = 0; other < tokens; other++)
        scratch[other] = scale * dot(from, query, other * stride + width + head * size, size);
      softmax(scratch, tokens);
      const out = token * width + head * size;
      const values = 2 * width + head * size;
      for (let i = 0; i < size; i += 4) mix(from, values + i, stride, scratch, tokens, to, out + i);
    }
  }
}

/** Four sums at a time, here and below: one alone would wait for itself at every addition. */
function dot(numbers: Float32Array, a: number, b: number, length: number): number {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let i = 0; i < length; i += 4) {
    first += (numbers[a + i] ?? 0) * (numbers[b + i] ?? 0);
    second += (numbers[a + i + 1] ?? 0) * (numbers[b + i + 1] ?? 0);
    third += (numbers[a + i + 2] ?? 0) * (numbers[b + i + 2] ?? 0);
    fourth += (numbers[a + i + 3] ?? 0) * (numbers[b + i + 3] ?? 0);
  }
  return first + second + third + fourth;
}

/** Four numbers of each token, by the token's share. */
function mix(
  from: Float32Array,
  at: number,
  stride: number,
  shares: Float32Array,
  tokens: number,
  to: Float32Array,
  out: number,
): void {
  let [first, second, third, fourth] = [0, 0, 0, 0];
  for (let token = 0, value = at; token < tokens; token++, value += stride) {
    const share = shares[token] ?? 0;
    first += share * (from[value] ?? 0);
    second += share * (from[value + 1] ?? 0);
    third += share * (from[value + 2] ?? 0);
    fourth += share * (from[value + 3] ?? 0);
  }
  to[out] = first;
  to[out + 1] = second;
  to[out + 2] = third;
  to[out + 3] = fourth;
}

/** Turns scores into shares of 1, in place. */
function softmax(scores: Float32Array, count: number): void {
  let best = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i++) best = Math.max(best, scores[i] ?? 0);
  let total = 0;
  for (let i = 0; i < count; i++) {
    const share = Math.exp((scores[i] ?? 0) - best);
    scores[i] = share;
    total += share;
  }
  for (let i = 0; i < count; i++) scores[i] = (scores[i] ?? 0) / total;
}
