import { expect, test } from 'vitest';
import { fates, makeOutcome } from '../../simulator/engine/results/outcome.ts';
import { estimateKpis } from '../../simulator/engine/results/study.ts';
import { inlineRun } from '../../simulator/hosts/inline.ts';
import { msOfClock } from '../../simulator/workload/clock.ts';
import { makeSampler, sampleInto } from '../../simulator/workload/sample.ts';
import { makeTape } from '../../simulator/workload/tape.ts';
import { truth } from '../simulator/history/known-truth.ts';
import { plainLobby, richerDay } from './richer-lobby.ts';

const days = 200;

test("with nothing richer, the experiment's lobby is the engine's, customer by customer", async () => {
  const model = { ...truth, turnaround: [] };
  // nobody goes home in between: the engine lets the first go who is free, the lobby whose shift ends
  const plan = { ...model.plan!, roster: model.plan!.roster.map((shift) => ({ ...shift, to: '17:00' })) };
  const spells = plan.roster.flatMap(({ count, from, to }) =>
    Array.from({ length: count }, (_, at) => ({ who: `T${at}`, fromMs: msOfClock(from), toMs: msOfClock(to) })),
  );
  const [result] = await inlineRun()({ model, profile: 'days', plans: [plan], seed: 7, firstDay: 0, days, sections: 1 });
  const { served, waitMeanMs, abandonRate } = estimateKpis(result!.sections);
  const sampler = makeSampler(model);
  const tape = makeTape(0);
  const outcome = makeOutcome();
  let [waits, count, left, came] = [0, 0, 0, 0];
  for (let day = 0; day < days; day++) {
    richerDay(sampleInto(sampler, 7, day, tape), spells, msOfClock('17:00'), plainLobby, 1, outcome);
    for (let visit = 0; visit < tape.visits; visit++) {
      came++;
      if (outcome.fate[visit] === fates.served) [waits, count] = [waits + outcome.waitMs[visit]!, count + 1];
      if (outcome.fate[visit] === fates.left) left++;
    }
  }
  const value = (one: typeof served): number => (typeof one === 'object' ? one!.value : one);
  expect(waits / count).toBeCloseTo(value(waitMeanMs), 3);
  expect(left / came).toBeCloseTo(value(abandonRate), 9);
  expect(count).toBeGreaterThan(1000);
});
