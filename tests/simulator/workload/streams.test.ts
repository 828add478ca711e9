import { describe, expect, it } from 'vitest';
import { hashWords } from '../../../simulator/workload/murmur.ts';
import { type Purpose, purposes, Stream } from '../../../simulator/workload/streams.ts';

const draw = (stream: Stream, count: number): number[] => Array.from({ length: count }, () => stream.uniform());

describe('streams', () => {
  it('are xoshiro128** 1.1: the published outputs from state 1, 2, 3, 4', () => {
    // Output of the authors' C code from this state; recomputed with whole-number arithmetic.
    const stream = new Stream().startFrom(1, 2, 3, 4);
    const words = Array.from({ length: 10 }, () => stream.word());
    expect(words).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804]);
  });

  it('start from MurmurHash3_x86_128, seed 0: what the npm package murmurhash3js-revisited 3.0.0 gives for the same 16 bytes', () => {
    const hash = (...words: [number, number, number, number]): string[] => {
      const out = new Int32Array(4);
      hashWords(...words, out);
      return [...out].map((word) => (word >>> 0).toString(16));
    };
    expect(hash(0, 0, 0, 0)).toEqual(['5a4075d6', '6b2d3d27', 'd3926c2f', 'eb228a07']);
    expect(hash(1, 2, 3, 4)).toEqual(['37d6ee17', '3d4a429d', '3dbb9c17', '5b64b81d']);
    const high = 0x1fffff | (22 << 21);
    expect(hash(0xffffffff, 0xffffffff, 0xffffffff, high)).toEqual(['2db6dc44', 'b123779f', '7db23bcc', '49019339']);
  });

  it('never start alike: 300,000 names, 300,000 first draws (the 32-bit hash that was here repeated some)', () => {
    const names = Object.keys(purposes) as Purpose[];
    const seeds = new Stream().start(20261122, 0, 'work');
    const stream = new Stream();
    const firsts = new Set<number>();
    for (let at = 0; at < 300_000; at++)
      firsts.add(stream.start(Math.floor(seeds.uniform() * 2 ** 53), at % 365, names[at % names.length]!).uniform());
    expect(firsts.size).toBe(300_000);
  });

  it('are independent between neighbours: days, seeds and persons that follow each other', () => {
    const stream = new Stream();
    const count = 100_000;
    for (const start of [
      (n: number) => stream.start(1, n, 'work'),
      (n: number) => stream.start(n, 1, 'work'),
      (n: number) => stream.start(1, 1, 'turnaround', n),
    ]) {
      const cells = new Array<number>(100).fill(0);
      let products = 0;
      let last = 0.5;
      for (let n = 0; n < count; n++) {
        const u = start(n).uniform();
        cells[Math.floor(u * 10) * 10 + Math.floor(last * 10)]!++;
        products += (u - 0.5) * (last - 0.5);
        last = u;
      }
      const chi2 = cells.reduce((sum, cell) => sum + (cell - count / 100) ** 2 / (count / 100), 0);
      expect(chi2).toBeLessThan(99 + 4 * Math.sqrt(2 * 99));
      expect(Math.abs((12 * products) / count) * Math.sqrt(count)).toBeLessThan(4.5);
    }
  });

  it('give the same numbers for the same seed, day, purpose and index, and others for any other name', () => {
    const first = draw(new Stream().start(42, 7, 'work', 3), 5);
    expect(draw(new Stream().start(42, 7, 'work', 3), 5)).toEqual(first);
    const others = [
      new Stream().start(43, 7, 'work', 3),
      new Stream().start(42, 8, 'work', 3),
      new Stream().start(42, 7, 'patience', 3),
      new Stream().start(42, 7, 'work', 4),
      new Stream().start(42 + 2 ** 32, 7, 'work', 3),
    ].map((stream) => draw(stream, 5));
    for (const other of others) expect(other).not.toEqual(first);
    expect(new Set(others.map((other) => other.join())).size).toBe(others.length);
  });

  it('fill a column with the numbers that single draws give', () => {
    const filled = new Float64Array(1000);
    const stream = new Stream().start(1, 2, 'arrivals');
    stream.fill(filled, 999);
    const single = new Stream().start(1, 2, 'arrivals');
    expect([...filled.subarray(0, 999)]).toEqual(draw(single, 999));
    expect(stream.uniform()).toBe(single.uniform());
    expect(filled[999]).toBe(0);
  });

  it('lie strictly between 0 and 1, use 53 bits, and are uniform and uncorrelated between purposes', () => {
    const count = 100_000;
    const columns = Object.keys(purposes).map((purpose) => {
      const out = new Float64Array(count);
      new Stream().start(9, 1, purpose as keyof typeof purposes).fill(out, count);
      return out;
    });
    for (const column of columns) {
      expect(Math.min(...column.subarray(0, 50_000))).toBeGreaterThan(0);
      expect(Math.max(...column.subarray(0, 50_000))).toBeLessThan(1);
      const cells = new Array<number>(100).fill(0);
      for (const u of column) cells[Math.floor(u * 100)]!++;
      const chi2 = cells.reduce((sum, cell) => sum + (cell - count / 100) ** 2 / (count / 100), 0);
      expect(chi2).toBeLessThan(99 + 4 * Math.sqrt(2 * 99));
      expect(column.some((u) => (u * 2 ** 53) % 2 === 1)).toBe(true);
    }
    for (let a = 0; a < columns.length; a++) {
      for (let b = 0; b < a; b++) {
        let sum = 0;
        for (let at = 0; at < count; at++) sum += (columns[a]![at]! - 0.5) * (columns[b]![at]! - 0.5);
        expect(Math.abs((12 * sum) / count) * Math.sqrt(count)).toBeLessThan(4.5);
      }
    }
  });
});
