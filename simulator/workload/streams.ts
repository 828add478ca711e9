import { hashWords } from './murmur.ts';

/**
 * Named random streams: one for each seed × day × purpose (× person, for what belongs to staff). Draws belong to a
 * visit's place in its day and never to the moment of an event, so two plans on one tape meet the same customers.
 *
 * Generator: xoshiro128** 1.1 (D. Blackman, S. Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 47,
 * 2021; public-domain reference code), of period 2^128 − 1. Start states: the 128-bit MurmurHash3 of the stream's name, whose
 * 128 bits are the seed (53), the purpose (11), the day (32) and the index (32). Over one block that hash is a bijection, so no two
 * names start at the same state; that any two of n streams of l words overlap has a chance of n² l / 2^128: 1e-17 for 10^9
 * streams of a thousand draws.
 * Uniforms have 53 random bits and lie strictly between 0 and 1, so a quantile is always finite.
 */
export const purposes = {
  dayFactor: 1,
  arrivals: 2,
  mix: 3,
  work: 4,
  patience: 5,
  turnaround: 6,
  batch: 7,
  traits: 8,
  language: 9,
  prepared: 10,
  pace: 11,
  answer: 12,
  obedience: 13,
  triage: 14,
  balk: 15,
  device: 16,
  transfer: 17,
  booking: 18,
  punctuality: 19,
  absence: 20,
  attendance: 21,
  channel: 22,
  interruption: 23,
  away: 24,
} as const;
export type Purpose = keyof typeof purposes;

export class Stream {
  private a = 0;
  private b = 0;
  private c = 0;
  private d = 0;

  /** Starts this stream anew; `index` tells apart people or other things with a stream of their own. */
  start(seed: number, day: number, purpose: Purpose, index = 0): this {
    const high = Math.floor(seed / 4294967296);
    hashWords(seed, day, index, (purposes[purpose] << 21) | high, state);
    this.startFrom(state[0]!, state[1]!, state[2]!, state[3]!);
    // The one state that xoshiro must not have.
    if ((this.a | this.b | this.c | this.d) === 0) this.d = 1;
    return this;
  }

  /** Starts at a given state; the published known answers are checked through this. */
  startFrom(a: number, b: number, c: number, d: number): this {
    this.a = a | 0;
    this.b = b | 0;
    this.c = c | 0;
    this.d = d | 0;
    return this;
  }

  /** The next 32 random bits. */
  word(): number {
    const fives = Math.imul(this.b, 5);
    const word = Math.imul((fives << 7) | (fives >>> 25), 9) >>> 0;
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = (this.d << 11) | (this.d >>> 21);
    return word;
  }

  /** The next uniform, 0 < u < 1. */
  uniform(): number {
    const high = this.word() >>> 5;
    return toUniform(high, this.word() >>> 6);
  }

  /** The next `count` uniforms: the same numbers as `uniform()`, with the state in registers. */
  fill(out: Float64Array, count: number): void {
    let { a, b, c, d } = this;
    for (let at = 0; at < count; at++) {
      let fives = Math.imul(b, 5);
      const high = Math.imul((fives << 7) | (fives >>> 25), 9) >>> 5;
      let shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
      fives = Math.imul(b, 5);
      const low = Math.imul((fives << 7) | (fives >>> 25), 9) >>> 6;
      shifted = b << 9;
      c ^= a;
      d ^= b;
      b ^= c;
      a ^= d;
      c ^= shifted;
      d = (d << 11) | (d >>> 21);
      out[at] = toUniform(high, low);
    }
    this.a = a;
    this.b = b;
    this.c = c;
    this.d = d;
  }
}

const state = new Int32Array(4);
const half = 2 ** -54;

/** 27 + 26 bits. A draw of exactly 0 (once in 9e15) becomes half a step. */
function toUniform(high: number, low: number): number {
  const whole = high * 67108864 + low;
  return whole === 0 ? half : whole * 2 ** -53;
}
