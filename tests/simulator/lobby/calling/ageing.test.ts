import fc from 'fast-check';
import { expect, test } from 'vitest';
import { called, type Head, ruleOf, waits } from './lines.ts';

const hour = 3_600_000;

test('a VIP with rate 4 goes before a normal customer who has waited up to four times as long', () => {
  const rule = ruleOf('ageing', { ratePerTier: { '0': 4 } });
  expect(called(rule, waits(5, null, 19))).toBe('vip');
  expect(called(rule, waits(5, null, 21))).toBe('normal');
});

test('the rate of a line wins over that of its tier, and a tier over the common rate', () => {
  const rule = ruleOf('ageing', { rate: 2, ratePerTier: { '0': 4 }, ratePerLine: { vip: 1 } });
  expect(called(rule, waits(19, null, 10))).toBe('normal'); // 19 × 1 < 10 × 2
  expect(called(rule, waits(21, null, 10))).toBe('vip');
});

test('a boost is worth its minutes of waiting at rate 1', () => {
  const rule = ruleOf('ageing', { boostMs: { vip: 600_000 } });
  expect(called(rule, waits(0, null, 9))).toBe('vip');
  expect(called(rule, waits(0, null, 11))).toBe('normal');
});

test('equal rates are first come, first served', () => {
  const wait = fc.option(fc.integer({ min: 0, max: hour }).map((waitMs): Head => ({ waitMs })));
  fc.assert(
    fc.property(fc.tuple(wait, wait, wait), fc.integer({ min: 1, max: 9 }), (heads, rate) => {
      expect(called(ruleOf('ageing', { rate }), heads)).toBe(called(ruleOf('fcfs'), heads));
    }),
  );
});

test('nobody starves: a head is never passed by one that waited less than (rate × wait − largest boost) ÷ largest rate', () => {
  const number = fc.integer({ min: 1, max: 20 });
  const rates = fc.record({ vip: number, gold: number, normal: number });
  const boostMs = fc.record({ vip: fc.integer({ min: 0, max: hour }), gold: fc.integer({ min: 0, max: hour }) });
  const wait = fc.integer({ min: 0, max: hour });
  let protectedHeads = 0;
  fc.assert(
    fc.property(rates, boostMs, fc.tuple(wait, wait, wait), (ratePerLine, boosts, [vip, gold, normal]) => {
      const rule = ruleOf('ageing', { ratePerLine, boostMs: boosts });
      const heads = [{ waitMs: vip }, { waitMs: gold }, { waitMs: normal }];
      const bound = (ratePerLine.normal * normal - Math.max(boosts.vip, boosts.gold)) / Math.max(...Object.values(ratePerLine));
      fc.pre(vip < bound && gold < bound);
      protectedHeads += 1;
      expect(called(rule, heads)).toBe('normal');
    }),
  );
  expect(protectedHeads).toBeGreaterThan(50);
});
