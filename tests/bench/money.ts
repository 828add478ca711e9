import { inlineRun } from '../../simulator/hosts/inline.ts';
import { SolverThread } from '../../simulator/hosts/solver-thread.ts';
import { usualContracts } from '../../simulator/staffing/contracts/usual.ts';
import { thoroughEffort, usualEffort } from '../../simulator/staffing/proof/evidence.ts';
import { recommend } from '../../simulator/staffing/recommend.ts';
import { parseTargets } from '../../simulator/staffing/target.ts';
import { generatedBranch } from './generated-branch.ts';
import { meanText, Resumable } from './resumable.ts';

/**
 * What does it save? `node tests/bench/money.ts [branches] [file] [usual|thorough]`: paid hours of the recommended roster against Erlang C staffing of each
 * half hour covered by the same shifts (SIPP + cover), and against the peak all day. Resumable.
 */
interface Row {
  readonly number: number;
  readonly holds: boolean;
  readonly cost: number;
  readonly bound: number;
  readonly sipp: number;
  /** Half hours that SIPP + cover surely misses. */
  readonly sippMissed: number;
  readonly flat: number;
  readonly cpuSeconds: number;
}

const branches = Number(process.argv[2] ?? 50);
const results = new Resumable<Row>(process.argv[3] ?? '/tmp/tingtang-money.ndjson');
const effort = process.argv[4] === 'thorough' ? thoroughEffort : usualEffort;
const solver = new SolverThread();
const contracts = usualContracts();

for (let number = 1; number <= branches; number++) {
  if (results.has(number)) continue;
  const begun = process.cpuUsage().user;
  const { model, target } = generatedBranch(number);
  const targets = parseTargets(target, model.branch);
  const answer = await recommend({ model, targets, seed: 1, days: 500, run: inlineRun(), rosterBy: { contracts, solver }, effort });
  const { sippCover, flatPeak } = answer.baselines;
  results.add({
    number,
    holds: answer.verified.holds,
    cost: answer.cost,
    bound: answer.bound,
    sipp: sippCover.cost,
    sippMissed: sippCover.missed.length,
    flat: flatPeak.cost,
    cpuSeconds: (process.cpuUsage().user - begun) / 1e6,
  });
}
await solver.close();

const held = results.rows.filter(({ holds }) => holds);
const fair = held.filter(({ sippMissed }) => sippMissed === 0);
const below = (rows: readonly Row[], of: (row: Row) => number): string =>
  meanText(rows.map((row) => 100 * (1 - row.cost / of(row))));
process.stdout.write(
  [
    `${results.rows.length} branches; ${held.length} rosters hold with 95 %; SIPP + cover misses some half hour in ${held.length - fair.length} of them`,
    `below SIPP + cover, %: ${below(held, ({ sipp }) => sipp)}`,
    `below SIPP + cover where that holds too, %: ${below(fair, ({ sipp }) => sipp)}`,
    `below the peak all day, %: ${below(held, ({ flat }) => flat)}`,
    `above the lower bound, % of the cost: ${meanText(held.map(({ cost, bound }) => (100 * (cost - bound)) / cost))}`,
    `CPU a branch: ${meanText(results.rows.map(({ cpuSeconds }) => cpuSeconds))}`,
    '',
  ].join('\n'),
);
