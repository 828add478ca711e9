import { profileOf } from '../../simulator/engine/run.ts';
import { inlineRun } from '../../simulator/hosts/inline.ts';
import { staffGrid } from '../../simulator/staffing/grid.ts';
import { recommend } from '../../simulator/staffing/recommend.ts';
import { parseTargets } from '../../simulator/staffing/target.ts';
import { runPlan } from '../../simulator/staffing/trial.ts';
import { verdictOf } from '../../simulator/staffing/verdict.ts';
import { generatedBranch } from './generated-branch.ts';
import { Resumable } from './resumable.ts';

/**
 * Does what is promised at 95 % hold? `node tests/bench/promise.ts [branches] [file]`: recommends for generated branches, then runs each
 * plan on 2,000 days of another seed. Results go to a file as they come; run it again to go on.
 */
interface Row {
  readonly number: number;
  readonly promised: boolean;
  /** All half hours met all targets over the 2,000 days together. */
  readonly held: boolean;
  readonly cells: number;
  readonly missed: number;
  readonly cpuSeconds: number;
}

const branches = Number(process.argv[2] ?? 200);
const results = new Resumable<Row>(process.argv[3] ?? '/tmp/tingtang-promise.ndjson');
const freshDays = 2000;

for (let number = 1; number <= branches; number++) {
  if (results.has(number)) continue;
  const begun = process.cpuUsage().user;
  const { model, target } = generatedBranch(number);
  const targets = parseTargets(target, model.branch);
  const run = inlineRun();
  const answer = await recommend({ model, targets, seed: 1, days: 500, run });
  const profile = profileOf(model, undefined);
  const grid = staffGrid(model, profile);
  const trial = { model, profile, grid, targets, seed: 987_654, run };
  const { cells } = await runPlan(trial, answer.plan, 0, freshDays);
  const { mean, came } = verdictOf(grid, cells!);
  const visited = mean.map((_, cell) => cell).filter((cell) => came[cell]! > 0);
  const missed = Array.from(visited).filter((cell) => mean[cell]! < 0).length;
  results.add({
    number,
    promised: answer.verified.holds,
    held: missed === 0,
    cells: visited.length,
    missed,
    cpuSeconds: (process.cpuUsage().user - begun) / 1e6,
  });
}

const promised = results.rows.filter((row) => row.promised);
const held = promised.filter((row) => row.held).length;
const cells = promised.reduce((sum, row) => sum + row.cells, 0);
const missed = promised.reduce((sum, row) => sum + row.missed, 0);
process.stdout.write(
  [
    `${results.rows.length} branches, ${promised.length} promised; ${held} hold in every half hour on ${freshDays} fresh days (${((100 * held) / promised.length).toFixed(1)} %)`,
    `half hours: ${cells - missed} of ${cells} (${((100 * (cells - missed)) / cells).toFixed(2)} %)`,
    `CPU a branch: ${(results.rows.reduce((sum, row) => sum + row.cpuSeconds, 0) / results.rows.length).toFixed(1)} s, at most ${Math.max(...results.rows.map((row) => row.cpuSeconds)).toFixed(1)} s`,
    '',
  ].join('\n'),
);
