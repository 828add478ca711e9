import { describe, expect, it } from 'vitest';
import type { Effort } from '../../../simulator/validation/answer.ts';
import { answerCase } from '../../../simulator/validation/answer-case.ts';
import type { Case } from '../../../simulator/validation/case.ts';
import { priorityQueue } from '../../../simulator/validation/kinds/priorities/priority-queue.ts';
import { plainQueue } from '../../../simulator/validation/kinds/queues/plain-queue.ts';
import { queueQuantities, waitsByClass } from '../../../simulator/validation/trial/queue-quantities.ts';
import { simulateQueue } from '../../../simulator/validation/trial/simulate.ts';
import { judge } from '../../../simulator/validation/verdict.ts';
import { aCase } from './a-case.ts';

/** Less work than the command does by default, in a file with as many simulated quantities as the shipped ones. */
const effort: Effort = { seed: 1, precision: 0.03 };
const family = 110;
const passes = (one: Case, answer: Parameters<typeof judge>[1]): boolean => {
  const verdict = judge(one, answer, family);
  return 'pass' in verdict && verdict.pass;
};
const simulated = (one: Case, queue: Parameters<typeof simulateQueue>[0], classes: number) => ({
  id: one.id,
  answer: simulateQueue(
    queue,
    (view) => (classes > 1 ? { Wq: waitsByClass(view, classes) } : queueQuantities(view, ['pWait', 'Wq'])),
    effort,
  ),
  ignored: [],
});

const twoClasses = aCase({
  kind: 'priority-mmc-nonpreemptive',
  params: { servers: 2, lams: [0.5, 1], mu: 1 },
  expected: { Wq: [0.428571428571, 1.714285714286] },
});

describe('faults that a default run finds', () => {
  it('nothing is wrong', async () => {
    expect(passes(twoClasses, await answerCase(twoClasses, effort))).toBe(true);
  });

  it('the wrong rule: first come, first served where there is priority', () => {
    const classes = [0.5, 1].map((lam, tier) => ({ lam, work: { mean: 1, scv: 1 }, tier }));
    expect(passes(twoClasses, simulated(twoClasses, priorityQueue(2, classes), 2))).toBe(true);
    expect(passes(twoClasses, simulated(twoClasses, priorityQueue(2, classes, { id: 'fcfs', options: {} }), 2))).toBe(false);
  });

  it('a server too many, service 2 % too slow, gaps too regular', () => {
    const one = aCase({ params: { servers: 3, lam: 2.4, mu: 1 }, expected: { pWait: 0.647191, Wq: 1.078652 }, tolerance: 1e-6 });
    const right = plainQueue({ servers: 3, lam: 2.4, mu: 1 });
    expect(passes(one, simulated(one, right, 1))).toBe(true);
    expect(passes(one, simulated(one, plainQueue({ servers: 4, lam: 2.4, mu: 1 }), 1))).toBe(false);
    expect(passes(one, simulated(one, plainQueue({ servers: 3, lam: 2.4, mu: 1 / 1.02 }), 1))).toBe(false);
    expect(passes(one, simulated(one, { ...right, classes: [{ lam: 2.4, work: { mean: 1, scv: 0.8 }, tier: 0 }] }, 1))).toBe(false);
  });

  it('an expected value that is wrong by a thousandth: the formula sees it though the engine cannot', async () => {
    const off = aCase({ expected: { Wq: 1.969383161 * 1.001 } });
    const answered = await answerCase(off, { seed: 1, precision: 0.2 });
    expect(judge(off, answered, family)).toMatchObject({ pass: false, misses: [expect.stringMatching(/^theory: Wq/)] });
  });
});
