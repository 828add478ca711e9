import { describe, expect, test } from 'vitest';
import { byLineOption, ruleFrom, typedOf } from '../../../../display/board/asked/strategy-options.ts';
import { strategyContextOf } from '../../../../simulator/lobby/calling/context-of.ts';
import { makeScorer, strategies } from '../../../../simulator/lobby/calling/table.ts';
import { hasProblems } from '../../../../simulator/lobby/problem.ts';
import { floorBranch } from '../../../browser/stage/floor-branch.ts';

const inForce = floorBranch.rules.calling;

describe('a calling rule typed in by line', () => {
  test('what is shown and typed back unchanged is the rule in force', () => {
    const ageing = { id: 'ageing', options: { rate: 2, boostMs: { vip: 60_000 }, ratePerLine: { vip: 4 } } };
    const threshold = { id: 'threshold', options: { lines: { personal: 900_000 }, base: inForce } };
    const targets = { id: 'target-ratio', options: { targetMs: { vip: 300_000 }, otherwiseMs: 600_000 } };
    for (const rule of [inForce, ageing, threshold, targets]) {
      const base = (rule.options as { base?: { id: string } }).base?.id ?? 'fcfs';
      expect(ruleFrom(rule.id, typedOf(rule.id, rule), base, rule)).toEqual(rule);
    }
  });

  test('every strategy but those without numbers has its table, and an empty field says nothing', () => {
    const withTable = Object.keys(strategies).filter((id) => id !== 'fcfs' && id !== 'longest-wait');
    expect(Object.keys(byLineOption).toSorted()).toEqual(withTable.toSorted());
    expect(
      ruleFrom(
        'target-ratio',
        new Map([
          ['vip', '5'],
          ['advice', ' '],
        ]),
        '',
        inForce,
      ),
    ).toEqual({
      id: 'target-ratio',
      options: { targetMs: { vip: 300_000 } },
    });
  });

  test('a base keeps its own options, and what comes out is a rule the branch accepts', () => {
    const typed = new Map([['personal', '20']]);
    const rule = ruleFrom('threshold', typed, 'ratio', inForce);
    expect(rule).toEqual({ id: 'threshold', options: { lines: { personal: 1_200_000 }, base: inForce } });
    expect(hasProblems(makeScorer(rule, strategyContextOf(floorBranch)))).toBe(false);
  });
});
