import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseLine, scoreOf } from '../../../../simulator/lobby/calling/choose.ts';
import { strategies } from '../../../../simulator/lobby/calling/table.ts';
import { called, context, type Head, linesOf, now, ruleOf, waits } from './lines.ts';

const weights = { vip: 2, normal: 1 };
/** One well-formed set of options for every strategy: a new strategy without one fails the first test. */
const example: Record<string, Record<string, unknown>> = {
  fcfs: {},
  'strict-priority': {},
  ratio: { weights },
  ageing: { ratePerTier: { '0': 4 }, boostMs: { gold: 60_000 } },
  'target-ratio': { otherwiseMs: 600_000 },
  'longest-wait': {},
  'c-mu': { cost: { vip: 4 }, workMs: { normal: 600_000 } },
  'generalised-c-mu': { cost: { vip: 4 }, workMs: { normal: 600_000 } },
  threshold: { lines: { normal: 1_200_000 }, base: { id: 'ratio', options: { weights } } },
};
const head: fc.Arbitrary<Head> = fc.record({
  waitMs: fc.integer({ min: 0, max: 3_600_000 }),
  seq: fc.integer({ min: 1, max: 1_000_000 }),
  calls: fc.integer({ min: 0, max: 200 }),
  length: fc.integer({ min: 1, max: 60 }),
});
const heads = fc.tuple(fc.option(head), fc.option(head), fc.option(head));

test('every strategy is under its own id, with an example here', () => {
  expect(Object.keys(example)).toEqual(Object.keys(strategies));
  for (const [id, strategy] of Object.entries(strategies)) expect(strategy.id).toBe(id);
});

describe.each(Object.entries(example))('%s', (id, options) => {
  const rule = ruleOf(id, options);

  test('[C1] somebody is called when somebody waits, and only from a line that has a head', () => {
    fc.assert(
      fc.property(heads, (lines) => {
        const line = chooseLine(linesOf(lines), rule, 0, now);
        expect(line >= 0).toBe(lines.some((value) => value !== null));
        if (line >= 0) expect(lines[line]).not.toBeNull();
      }),
    );
  });

  test('[C1] refuses a line only if it says that it holds back: who does not is not even asked about a line alone', () => {
    fc.assert(
      fc.property(heads, (lines) => {
        const source = linesOf(lines);
        lines.forEach((value, line) => {
          if (value === null) return;
          const score = scoreOf(source, rule.scorer, line, now - value.waitMs, 0, now);
          if (!rule.holdsBack) expect(score).toBeGreaterThan(Number.NEGATIVE_INFINITY);
        });
        expect(chooseLine(source, { ...rule, holdsBack: true }, 0, now)).toBe(chooseLine(source, rule, 0, now));
      }),
    );
  });

  test('who is called would be called all the more after waiting longer', () => {
    fc.assert(
      fc.property(heads, fc.integer({ min: 1, max: 600_000 }), (lines, more) => {
        const line = chooseLine(linesOf(lines), rule, 0, now);
        fc.pre(line >= 0);
        const longer = lines.map((value, at) => (value && at === line ? { ...value, waitMs: value.waitMs + more } : value));
        expect(chooseLine(linesOf(longer), rule, 0, now)).toBe(line);
      }),
    );
  });

  test('[C5] the score of a line does not depend on what was scored before', () => {
    fc.assert(
      fc.property(heads, heads, (first, second) => {
        const alone = chooseLine(linesOf(second), rule, 0, now);
        chooseLine(linesOf(first), rule, 0, now);
        expect(chooseLine(linesOf(second), rule, 0, now)).toBe(alone);
      }),
    );
  });
});

test('fcfs calls whoever has waited longest, in whatever line', () => {
  expect(called(ruleOf('fcfs'), waits(5, 6, 4))).toBe('gold');
  expect(called(ruleOf('fcfs'), waits(5, null, 4))).toBe('vip');
});

test('longest-wait calls the same ticket as fcfs', () => {
  fc.assert(
    fc.property(heads, (lines) => {
      expect(called(ruleOf('longest-wait'), lines)).toBe(called(ruleOf('fcfs'), lines));
    }),
  );
});

test('strict-priority calls the lowest tier first, whatever the others waited', () => {
  expect(called(ruleOf('strict-priority'), waits(1, 30, 60))).toBe('vip');
  expect(called(ruleOf('strict-priority'), waits(null, 1, 60))).toBe('gold');
  expect(called(ruleOf('strict-priority', { tiers: { normal: 0 } }), waits(1, 30, 2))).toBe('normal');
});

test('target-ratio calls the line that has used up most of its target', () => {
  const rule = ruleOf('target-ratio', { otherwiseMs: 600_000 });
  expect(called(rule, waits(4, 7, 13))).toBe('normal'); // 80 %, 70 %, 86.7 %
  expect(called(rule, waits(4.5, 7, 13))).toBe('vip'); // 90 %
  const stricter = ruleOf('target-ratio', { otherwiseMs: 600_000, targetMs: { gold: 300_000 } });
  expect(called(stricter, waits(4.5, 7, 13))).toBe('gold'); // 140 %
});

test('target-ratio is ageing with rate 1 / target', () => {
  const ratio = ruleOf('target-ratio', { targetMs: { gold: 500_000 } });
  const ageing = ruleOf('ageing', { ratePerLine: { vip: 1000 / 300, gold: 1000 / 500, normal: 1000 / 900 } });
  // Whole minutes apart, so that rounding in the two forms cannot decide.
  const wait = fc.integer({ min: 0, max: 60 });
  fc.assert(
    fc.property(wait, wait, wait, (vip, gold, normal) => {
      const shares = [vip / 300, gold / 500, normal / 900];
      fc.pre(new Set(shares.map((share) => share.toFixed(9))).size === 3);
      expect(called(ratio, waits(vip, gold, normal))).toBe(called(ageing, waits(vip, gold, normal)));
    }),
  );
});

test('threshold: a head past its limit goes before everything, the longest waiting first; else the base decides', () => {
  const base = { id: 'strict-priority', options: {} };
  const rule = ruleOf('threshold', { lines: { normal: 1_200_000, gold: 600_000 }, base });
  expect(called(rule, waits(1, 10, 20))).toBe('vip'); // at the limit is not past it
  expect(called(rule, waits(1, 10, 20.1))).toBe('normal');
  expect(called(rule, waits(1, 21, 20.1))).toBe('gold');
  expect(called(rule, waits(90, 1, 2))).toBe('vip'); // no limit is set for vip
});

test('threshold counts calls for its base', () => {
  const { threshold } = strategies;
  const options = { lines: { normal: 1 }, base: { id: 'ratio', options: { weights } } };
  expect(threshold!.ratioLines!(options, context)).toEqual(['vip', 'normal']);
});

describe('[C5] c-mu and its generalisation', () => {
  const options = { cost: { vip: 4, gold: 4 }, workMs: { vip: 1_200_000, gold: 300_000, normal: 300_000 } };
  const heads = (vip: number, gold: number, normal: number) => [{ waitMs: vip }, { waitMs: gold }, { waitMs: normal }];

  test('c-mu: cost of waiting by rate of work, whoever waited longest: equal costs go to the shorter work', () => {
    // gold 4 / 5 min, normal 1 / 5 min, vip 4 / 20 min = normal
    expect(called(ruleOf('c-mu', options), heads(3_000_000, 1, 2_000_000))).toBe('gold');
    // equal indices go by who has waited longer
    const equal = ruleOf('c-mu', { ...options, cost: { vip: 4 } });
    expect(called(equal, heads(10, 5, 20))).toBe('normal');
    expect(called(equal, heads(30, 5, 20))).toBe('vip');
  });

  test('generalised c-mu: each further minute is dearer, so a long wait outweighs a dear one', () => {
    const rule = ruleOf('generalised-c-mu', options);
    expect(called(rule, heads(0, 60_000, 239_000))).toBe('gold');
    expect(called(rule, heads(0, 60_000, 241_000))).toBe('normal');
  });
});
