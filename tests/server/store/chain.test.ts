import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chainStart, followChain, isBreak } from '../../../server/store/chain.ts';
import { canonicalText } from '../../../simulator/lobby/journal/canonical-text.ts';
import { someLines } from '../../contract/store-contract-lines.ts';

describe('the hash chain', () => {
  it('holds over an untouched journal, and in two parts', () => {
    const lines = someLines('a', 20);
    const half = followChain(chainStart, lines.slice(0, 10));
    if (isBreak(half)) throw new Error('broken');
    const whole = followChain(chainStart, lines);
    if (isBreak(whole)) throw new Error('broken');
    expect(followChain(half.end, lines.slice(10))).toMatchObject({ end: whole.end });
    expect(whole.end.seq).toBe(20);
    expect(whole.linked.map(({ line }) => line)).toEqual(lines);
  });

  it('breaks at any changed byte of any event but the last', () => {
    const lines = someLines('a', 6);
    fc.assert(
      fc.property(fc.nat(4), fc.nat(), fc.integer({ min: 1, max: 127 }), (n, where, flip) => {
        const text = Buffer.from(lines[n]!.text);
        text[where % text.length]! ^= flip;
        const changed = lines.map((line, at) => (at === n ? { ...line, text: text.toString('latin1') } : line));
        expect(isBreak(followChain(chainStart, changed))).toBe(true);
      }),
    );
  });

  it('breaks at a missing, repeated or swapped event', () => {
    const lines = someLines('a', 5);
    const [one, two, three] = lines;
    for (const wrong of [[one!, three!], [one!, one!], [two!, one!], lines.slice(1)]) {
      expect(isBreak(followChain(chainStart, wrong))).toBe(true);
    }
  });

  it('has one canonical form, whatever the order of keys', () => {
    const event = JSON.parse(someLines('a', 1)[0]!.text);
    const turned = Object.fromEntries(Object.entries(event).reverse());
    expect(canonicalText(turned as never)).toBe(canonicalText(event));
  });
});
