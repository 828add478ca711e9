import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Chooses, chooseLine } from '../../../../simulator/lobby/calling/choose.ts';
import type { LineView } from '../../../../simulator/lobby/calling/strategy.ts';
import { type Head, linesOf, now } from './lines.ts';

const head = fc.record({
  waitMs: fc.integer({ min: 0, max: 5 }),
  seq: fc.integer({ min: 1, max: 1000 }),
  calls: fc.integer({ min: 0, max: 9 }),
  length: fc.integer({ min: 1, max: 9 }),
});
const one: Chooses = { holdsBack: false, scorer: () => 1 };
const score = fc.constantFrom(Number.NEGATIVE_INFINITY, -1, 0, 0.5, 1, Number.POSITIVE_INFINITY);

test('[C1] the highest score is called, ties by readyAt, then by ticket sequence', () => {
  const scored = fc.array(fc.tuple(fc.option(head), score), { maxLength: 8 });
  fc.assert(
    fc.property(scored, (lines) => {
      const scores = lines.map(([, value]) => value);
      const heads = lines.map(([value]) => value);
      const ranked = lines
        .flatMap(([value, points], line) => (value && points > Number.NEGATIVE_INFINITY ? [{ line, points, ...value }] : []))
        .sort((a, b) => (a.points === b.points ? b.waitMs - a.waitMs || a.seq - b.seq || a.line - b.line : b.points - a.points));
      expect(chooseLine(linesOf(heads), { holdsBack: true, scorer: (view) => scores[view.line]! }, 0, now)).toBe(
        ranked[0]?.line ?? -1,
      );
    }),
  );
});

test('[C1] nobody to call is -1: no line, only empty ones, or only lines that the rule refuses', () => {
  expect(chooseLine(linesOf([]), one, 0, now)).toBe(-1);
  expect(chooseLine(linesOf([null, null]), one, 0, now)).toBe(-1);
  expect(chooseLine(linesOf([{ waitMs: 9 }]), { holdsBack: true, scorer: () => Number.NEGATIVE_INFINITY }, 0, now)).toBe(-1);
});

test('[C5] a scorer sees each line that has a head for the station, and the station', () => {
  const heads: (Head | null)[] = [{ waitMs: 7, calls: 3, length: 2 }, null, { waitMs: 0, calls: 1, length: 5 }];
  const seen: (LineView & { station: number; now: number })[] = [];
  const scorer = (view: Readonly<LineView>, station: { readonly station: number }, nowMs: number): number => {
    seen.push({ ...view, ...station, now: nowMs });
    return 0;
  };
  chooseLine(linesOf(heads), { holdsBack: false, scorer }, 4, now);
  const common = { totalWaiting: 7, station: 4, now };
  expect(seen).toEqual([
    { line: 0, headWaitMs: 7, headReadyAt: now - 7, length: 2, callsSoFar: 3, ...common },
    { line: 2, headWaitMs: 0, headReadyAt: now, length: 5, callsSoFar: 1, ...common },
  ]);
});
