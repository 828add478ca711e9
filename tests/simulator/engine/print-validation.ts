/**
 * Prints the table of docs/validation.md: exact or reference values against the engine, with z-scores.
 *
 *     node tests/simulator/engine/print-validation.ts
 */
import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { Estimate } from '../../../simulator/engine/results/interval.ts';
import { estimateKpis } from '../../../simulator/engine/results/study.ts';
import { runJob } from '../../../simulator/engine/run.ts';
import { bankDay } from '../../../simulator/study/bench/bank-day.ts';
import { priorityWaits } from '../../../simulator/theory/priorities/priority.ts';
import { erlangA } from '../../../simulator/theory/queues/erlang-a.ts';
import { delayProbability, meanWait } from '../../../simulator/theory/queues/erlang-c.ts';
import { mg1Wait } from '../../../simulator/theory/queues/mg1.ts';
import type { Model } from '../../../simulator/workload/model.ts';
import { sample } from '../../../simulator/workload/sample.ts';
import { exponential, type Queue, ratio, runQueue } from './stationary.ts';

const days = 40;

function row(what: string, expected: number, got: Estimate, sections: number, error = 0): void {
  const own = (got.high - got.value) / tQuantile(0.975, sections - 1);
  const z = (got.value - expected) / Math.hypot(own, error);
  console.log(
    `| ${what} | ${expected.toPrecision(6)} | ${got.value.toPrecision(6)} | ${got.low.toPrecision(6)} … ${got.high.toPrecision(6)} | ${z.toFixed(2)} |`,
  );
}

const mmc = (servers: number, lam: number, theta = 0): Queue => ({
  servers,
  lams: [lam],
  work: [exponential],
  meanWork: [1],
  theta,
});

console.log('| case | expected | engine | 95 % interval | z |');
console.log('|---|---|---|---|---|');
for (const [servers, lam] of [
  [1, 0.5],
  [1, 0.7],
  [3, 2.4],
  [5, 3.5],
  [10, 8],
] as const) {
  const ran = runQueue(mmc(servers, lam), 2026, days);
  const exact = { servers, lam, mu: 1 };
  row(
    `M/M/${servers}, λ ${lam}: mean wait`,
    meanWait(exact),
    ratio(
      ran,
      (day) => day.waitSum[0]!,
      (day) => day.served[0]!,
    ),
    days,
  );
  row(
    `M/M/${servers}, λ ${lam}: share who wait`,
    delayProbability(exact),
    ratio(
      ran,
      (day) => day.waited,
      (day) => day.came,
    ),
    days,
  );
}
for (const [servers, lams] of [
  [1, [0.2, 0.6]],
  [4, [0.4, 2.8]],
] as const) {
  const ran = runQueue({ servers, lams, work: [exponential, exponential], meanWork: [1, 1], theta: 0 }, 11, days);
  priorityWaits(servers, lams, 1).forEach((exact, k) => {
    row(
      `M/M/${servers}, priority, λ ${lams.join(' and ')}: mean wait of class ${k + 1}`,
      exact,
      ratio(
        ran,
        (day) => day.waitSum[k]!,
        (day) => day.served[k]!,
      ),
      days,
    );
  });
}
const general = runQueue(
  { servers: 1, lams: [0.7], work: [(meanMs) => ({ family: 'lognormal', meanMs, cv: 1.2 })], meanWork: [1], theta: 0 },
  5,
  60,
);
row(
  'M/G/1, lognormal cv 1.2, λ 0.7: mean wait',
  mg1Wait({ lam: 0.7, meanService: 1, scv: 1.44 }),
  ratio(
    general,
    (day) => day.waitSum[0]!,
    (day) => day.served[0]!,
  ),
  60,
);
for (const [servers, lam, theta] of [
  [5, 5, 0.5],
  [10, 12, 1],
  [3, 2, 0.2],
] as const) {
  const ran = runQueue(mmc(servers, lam, theta), 77, days);
  const exact = erlangA({ servers, lam, mu: 1, theta });
  row(
    `M/M/${servers}+M, λ ${lam}, θ ${theta}: share who leave`,
    exact.pAbandon,
    ratio(
      ran,
      (day) => day.left,
      (day) => day.came,
    ),
    days,
  );
  row(
    `M/M/${servers}+M, λ ${lam}, θ ${theta}: mean wait of all`,
    exact.meanWaitAll,
    ratio(
      ran,
      (day) => day.waitAll,
      (day) => day.came,
    ),
    days,
  );
}

const minute = 60_000;
const bankKpis = (model: Model, seed: number) =>
  estimateKpis(
    runJob({ model, plans: [bankDay().plan], seed, firstDay: 0, days: 20_000, sections: 25 }, (s, day) => sample(model, s, day))[0]!
      .sections,
  );
const inMinutes = ({ value, low, high }: Estimate): Estimate => ({ value: value / minute, low: low / minute, high: high / minute });

const modelB = bankKpis(bankDay().model, 1);
row('bank day, model B: mean wait of the served, min', 2.6697, inMinutes(modelB.waitMeanMs as Estimate), 25, 0.0005);
row('bank day, model B: P90 wait of the served, min', 8.247, inMinutes(modelB.waitP90Ms as Estimate), 25, 0.0015);
row('bank day, model B: share lost', 0.11523, modelB.abandonRate as Estimate, 25, 0.00003);
const oneClass = { ...bankDay().model, work: [{ distribution: { family: 'exponential' as const, meanMs: 6.6 * minute } }] };
const exactDay = bankKpis(oneClass, 3);
row('bank day, one exponential class: share lost', 0.112408, exactDay.abandonRate as Estimate, 25);
row('bank day, one exponential class: mean wait of all, min', 2.810209, inMinutes(exactDay.waitAllMeanMs as Estimate), 25);
