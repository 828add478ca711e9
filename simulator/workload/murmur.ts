/**
 * MurmurHash3_x86_128 with seed 0 of one block, four words of 32 bits (A. Appleby, public domain; SMHasher). Over a single block
 * each step can be undone, so it is a bijection of 128 bits: different words never give the same hash.
 */
export function hashWords(first: number, second: number, third: number, fourth: number, out: Int32Array): void {
  // Each word goes into a lane of its own, which takes in the next lane; all lanes start at the seed, 0.
  const lane = (rotate(spread(first, 0x239b961b, 15, 0xab0e9789), 19) * 5 + 0x561ccd1b) | 0;
  let a = lane ^ bytes;
  let b = (rotate(spread(second, 0xab0e9789, 16, 0x38b34ae5), 17) * 5 + 0x0bcaa747) ^ bytes;
  let c = (rotate(spread(third, 0x38b34ae5, 17, 0xa1e38b93), 15) * 5 + 0x96cd1c35) ^ bytes;
  let d = (Math.imul(rotate(spread(fourth, 0xa1e38b93, 18, 0x239b961b), 13) + lane, 5) + 0x32ac3b17) ^ bytes;
  a = (a + b + c + d) | 0;
  b = finalise(b + a);
  c = finalise(c + a);
  d = finalise(d + a);
  a = (finalise(a) + b + c + d) | 0;
  out[0] = a;
  out[1] = b + a;
  out[2] = c + a;
  out[3] = d + a;
}

const bytes = 16;

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

const spread = (word: number, by: number, turn: number, again: number): number =>
  Math.imul(rotate(Math.imul(word, by), turn), again);

function finalise(word: number): number {
  let mixed = word | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
