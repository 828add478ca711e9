import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ElasticRule, elasticRuleSchema } from '../../../../simulator/lobby/branch/rules.ts';
import { dueAt, evaluate, noElasticMemory } from '../../../../simulator/lobby/elastic/evaluate.ts';

const rule: ElasticRule = elasticRuleSchema.parse({
  id: 'flex',
  station: 'C3',
  openAtWaiting: 6,
  closeAtWaiting: 2,
  holdMs: 100,
  minOpenMs: 1000,
});

/** Looks at the rule at each [time, waiting]; a proposal opens or closes the station at once. Returns the proposals. */
function play(looks: readonly (readonly [at: number, waiting: number])[], obey = true): string[] {
  let memory = noElasticMemory;
  let stationOpen = false;
  const proposals: string[] = [];
  for (const [at, waiting] of looks) {
    const answer = evaluate(rule, memory, { waiting, stationOpen }, at);
    memory = answer.memory;
    if (answer.proposal) proposals.push(`${answer.proposal} ${at}`);
    if (answer.proposal && obey) stationOpen = answer.proposal === 'open';
  }
  return proposals;
}

test('[E1] opens when enough have waited for the hold on end', () => {
  expect(
    play([
      [0, 6],
      [99, 7],
      [100, 6],
    ]),
  ).toEqual(['open 100']);
  expect(
    play([
      [0, 5],
      [200, 5],
    ]),
  ).toEqual([]);
});

test('[E1] a dip below the threshold starts the hold again', () => {
  expect(
    play([
      [0, 6],
      [50, 5],
      [60, 6],
      [159, 6],
      [160, 6],
    ]),
  ).toEqual(['open 160']);
});

test('[E1] closes when few have waited for the hold on end, not before the minimum open time', () => {
  const opened = [
    [0, 6],
    [100, 6],
  ] as const;
  expect(play([...opened, [110, 0], [1109, 0], [1110, 0]])).toEqual(['open 100', 'close 1110']);
  expect(play([...opened, [110, 9], [2000, 2], [2099, 2], [2100, 2]])).toEqual(['open 100', 'close 2100']);
});

test('[E1] between the two thresholds nothing is proposed', () => {
  expect(
    play([
      [0, 3],
      [500, 5],
      [1000, 4],
    ]),
  ).toEqual([]);
  expect(
    play([
      [0, 6],
      [100, 6],
      [200, 3],
      [5000, 5],
      [9000, 4],
    ]),
  ).toEqual(['open 100']);
});

test('[E1] a declined proposal comes again only after another hold', () => {
  expect(
    play(
      [
        [0, 6],
        [100, 6],
        [101, 6],
        [199, 6],
        [200, 6],
      ],
      false,
    ),
  ).toEqual(['open 100', 'open 200']);
});

test('dueAt is when the rule proposes if nothing changes', () => {
  expect(dueAt(rule, noElasticMemory)).toBeNull();
  const { memory } = evaluate(rule, noElasticMemory, { waiting: 6, stationOpen: false }, 40);
  expect(dueAt(rule, memory)).toBe(140);
  const open = evaluate(rule, { since: null, openedAt: 40 }, { waiting: 0, stationOpen: true }, 50).memory;
  expect(dueAt(rule, open)).toBe(1040);
});

test('the memory is the same object when nothing in it changed', () => {
  const { memory } = evaluate(rule, noElasticMemory, { waiting: 6, stationOpen: false }, 40);
  expect(evaluate(rule, memory, { waiting: 9, stationOpen: false }, 90).memory).toBe(memory);
  expect(evaluate(rule, noElasticMemory, { waiting: 1, stationOpen: false }, 90).memory).toBe(noElasticMemory);
});

test('[E1] never flaps: every opening lasts the minimum, and every proposal had its condition for the whole hold', () => {
  const look = fc.tuple(fc.integer({ min: 1, max: 150 }), fc.integer({ min: 0, max: 9 }));
  let closings = 0;
  fc.assert(
    fc.property(fc.array(look, { minLength: 30, maxLength: 80 }), (steps) => {
      let at = 0;
      const looks = steps.map(([gap, waiting]) => {
        at += gap;
        return [at, waiting] as const;
      });
      let openedAt = 0;
      for (const proposal of play(looks)) {
        const [act, time] = proposal.split(' ') as [string, string];
        const when = Number(time);
        // Between two looks the number waiting is that of the first of them.
        const from = looks.findLastIndex(([when_]) => when_ <= when - rule.holdMs);
        const held = looks.slice(from, looks.findIndex(([when_]) => when_ === when) + 1).map(([, waiting]) => waiting);
        if (act === 'open') {
          expect(Math.min(...held)).toBeGreaterThanOrEqual(rule.openAtWaiting);
          openedAt = when;
        } else {
          closings += 1;
          expect(Math.max(...held)).toBeLessThanOrEqual(rule.closeAtWaiting);
          expect(when - openedAt).toBeGreaterThanOrEqual(rule.minOpenMs);
        }
      }
    }),
    { numRuns: 500, seed: 20261122 },
  );
  expect(closings).toBeGreaterThan(0);
});
