import { makeCells, scoreDay } from '../../simulator/engine/results/goal.ts';
import { makeOutcome } from '../../simulator/engine/results/outcome.ts';
import { profileOf } from '../../simulator/engine/run.ts';
import { fitHistory } from '../../simulator/history/fit/fit.ts';
import { memorySource } from '../../simulator/history/read/byte-source.ts';
import { inlineRun } from '../../simulator/hosts/inline.ts';
import type { Plan } from '../../simulator/lobby/branch/plan.ts';
import { sippStart } from '../../simulator/staffing/erlang-start.ts';
import { type StaffGrid, staffGrid } from '../../simulator/staffing/grid.ts';
import { type HeadCount, planOf } from '../../simulator/staffing/head-count.ts';
import { recommend } from '../../simulator/staffing/recommend.ts';
import { parseTargets } from '../../simulator/staffing/target.ts';
import { verdictOf } from '../../simulator/staffing/verdict.ts';
import { dayMs, minuteMs, msOfClock } from '../../simulator/workload/clock.ts';
import { type Model, modelSchema } from '../../simulator/workload/model.ts';
import { makeSampler, sampleInto } from '../../simulator/workload/sample.ts';
import { Stream } from '../../simulator/workload/streams.ts';
import { makeTape } from '../../simulator/workload/tape.ts';
import { generatedBranch } from './generated-branch.ts';
import { Resumable } from './resumable.ts';
import { type Richer, richerDay, type Spell } from './richer-lobby.ts';

/**
 * Does a promise hold where the truth is richer than the model? `node tests/bench/richer-truth.ts [branches] [file]`: 20 days of a lobby
 * whose absences cluster, whose work drifts and whose staff react to load are written down as a log; `fit` makes a model of it, `recommend` a
 * plan, and the plan is tried on 2,000 days of the truth in the four weeks after the log. Resumable.
 */
interface Row {
  readonly number: number;
  readonly promised: boolean;
  readonly held: boolean;
  readonly cells: number;
  readonly missed: number;
  /** The plan's staff-hours; those of Erlang C on the truth's own means, under which the log was written. */
  readonly cost: number;
  readonly today: number;
  /** What the truth's work will be in those four weeks, over what it was in the log. */
  readonly drift: number;
  readonly worst: number;
  /** What the plan would have cost without the guard against what the log leaves open. */
  readonly unguarded?: number | undefined;
  readonly cpuSeconds: number;
}

/** Chosen before the first run. */
const richer: Richer = {
  clustersPerHour: 0.5,
  clusterMean: 2,
  absenceMeanMs: 4 * minuteMs,
  togetherPerHour: 0.25,
  turnaroundMeanMs: 20_000,
  crowd: 2,
  hurry: 0.9,
  calm: 1.05,
};
/** At most so much more or less work a week; days differ by chance, and a day is like the one before. */
const driftPerWeek = 0.01;
const daySd = 0.04;
const dayMemory = 0.6;
const logDays = 20;
const freshDays = 2000;
const firstMonday = Date.UTC(2026, 0, 5);

/** The generated branch, open from Monday to Friday, with all services in one line at which everybody does everything. */
function oneLine(number: number): { model: Model; target: string } {
  const { model, target } = generatedBranch(number);
  const { branch } = model;
  return {
    target,
    model: modelSchema.parse({
      ...model,
      branch: {
        ...branch,
        hours: branch.hours.map((hours) => ({ ...hours, days: [1, 2, 3, 4, 5] })),
        services: branch.services.map((service) => ({ ...service, modes: [{ at: 'counter', team: [{ role: 'teller' }] }] })),
        lines: [{ ...branch.lines[0]!, services: undefined }],
        stations: branch.stations.filter(({ kind }) => kind === 'counter'),
      },
      arrivals: model.arrivals.map((profile) => ({ ...profile, days: [1, 2, 3, 4, 5] })),
    }),
  };
}

/** Who comes last goes first. */
function spellsOf(roster: Plan['roster']): Spell[] {
  return roster
    .flatMap(({ count, from, to }) => Array.from({ length: count }, () => ({ fromMs: msOfClock(from), toMs: msOfClock(to) })))
    .map((spell, at) => ({ who: `T${at + 1}`, ...spell }));
}

const instant = (day: number, ms: number): string => {
  const week = Math.floor(day / 5);
  return new Date(firstMonday + (week * 7 + (day % 5)) * dayMs + Math.floor(ms / 1000) * 1000).toISOString().slice(0, 19);
};

function logOf(model: Model, grid: StaffGrid, counts: HeadCount, number: number, factors: readonly number[]): string {
  const sampler = makeSampler(model);
  const tape = makeTape(0);
  const outcome = makeOutcome();
  const spells = spellsOf(planOf(grid, counts, 'today', undefined).roster);
  const lines = ['arrival,start,end,service,server,outcome'];
  for (let day = 0; day < logDays; day++) {
    sampleInto(sampler, number, day, tape);
    const rows = new Map<number, string>();
    richerDay(tape, spells, grid.toMs, richer, factors[day]!, outcome, (visit, who, startMs, endMs) =>
      rows.set(
        visit,
        `${instant(day, startMs)},${instant(day, endMs)},${model.branch.services[tape.service[visit]!]!.id},${who},served`,
      ),
    );
    for (let visit = 0; visit < tape.visits; visit++) {
      const left = instant(day, tape.arrivalMs[visit]! + outcome.waitMs[visit]!);
      lines.push(
        `${instant(day, tape.arrivalMs[visit]!)},${rows.get(visit) ?? `,${left},${model.branch.services[tape.service[visit]!]!.id},,abandoned`}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

/** By how much of itself a branch's work grows a day. */
const driftOf = (number: number): number => (driftPerWeek * (2 * new Stream().start(number, 0, 'work', 1).uniform() - 1)) / 5;

/** Work of so many days relative to its mean: each day resembles the one before. */
function dayFactors(seed: number, days: number): number[] {
  const stream = new Stream().start(seed, 0, 'work', 2);
  let state = 0;
  return Array.from({ length: days }, (_, day) => {
    const fresh = Math.sqrt(-2 * Math.log(stream.uniform())) * Math.cos(2 * Math.PI * stream.uniform());
    state = day === 0 ? fresh : dayMemory * state + Math.sqrt(1 - dayMemory ** 2) * fresh;
    return 1 + daySd * state;
  });
}

const branches = Number(process.argv[2] ?? 100);
const results = new Resumable<Row>(process.argv[3] ?? '/tmp/tingtang-richer.ndjson');

for (let number = 1; number <= branches; number++) {
  if (results.has(number)) continue;
  const begun = process.cpuUsage().user;
  const { model: truth, target } = oneLine(number);
  const targets = parseTargets(target, truth.branch);
  const grid = staffGrid(truth, profileOf(truth, undefined));
  const goals = targets.map(({ goal }) => goal);
  const today = sippStart(truth, profileOf(truth, undefined), grid, goals);
  const perDay = driftOf(number);
  const factors = dayFactors(number, logDays).map((factor, day) => factor * (1 + perDay * day));
  const text = logOf(truth, grid, today, number, factors);
  const { model } = fitHistory(
    { files: [memorySource('log.csv', new TextEncoder().encode(text))], about: null, folder: `richer-${number}` },
    { counters: 14 },
  );
  const answer = await recommend({
    model,
    targets: parseTargets(target, model.branch),
    seed: 1,
    days: 500,
    run: inlineRun(),
  });

  const spells = spellsOf(answer.plan.roster);
  const cells = makeCells(grid.cells, goals.length);
  const scratch = new Float64Array(cells.sum.length);
  const sampler = makeSampler(truth);
  const tape = makeTape(0);
  const outcome = makeOutcome();
  // weeks that might have come
  const future = 20;
  let month: readonly number[] = [];
  for (let day = 0; day < freshDays; day++) {
    const at = day % future;
    if (at === 0) month = dayFactors(1_000_003 * number + day, future);
    sampleInto(sampler, 987_654 + number, day, tape);
    const factor = month[at]! * (1 + perDay * (logDays + at));
    richerDay(tape, spells, grid.toMs, richer, factor, outcome);
    scoreDay(grid.cells, goals, tape, outcome, cells, scratch);
  }
  const { mean, came } = verdictOf(grid, cells);
  const visited = Array.from(mean.keys()).filter((cell) => came[cell]! > 0);
  const missed = visited.filter((cell) => mean[cell]! < 0);
  results.add({
    number,
    promised: answer.verified.holds,
    held: missed.length === 0,
    cells: visited.length,
    missed: missed.length,
    cost: answer.cost,
    today: today.reduce((sum, one) => sum + one, 0) / 2,
    drift: (1 + perDay * (logDays + future / 2)) / (1 + (perDay * logDays) / 2),
    unguarded: answer.guard?.costBefore,
    worst: Math.min(0, ...visited.map((cell) => mean[cell]! / came[cell]!)),
    cpuSeconds: (process.cpuUsage().user - begun) / 1e6,
  });
}

const promised = results.rows.filter((row) => row.promised);
const share = (part: number, of: number): string => `${part} of ${of} (${((100 * part) / of).toFixed(1)} %)`;
const sum = (of: (row: Row) => number): number => promised.reduce((all, row) => all + of(row), 0);
process.stdout.write(
  [
    `${results.rows.length} branches, ${promised.length} promised`,
    `every half hour holds on ${freshDays} fresh days of the truth: ${share(promised.filter(({ held }) => held).length, promised.length)}`,
    `half hours that hold: ${share(
      sum(({ cells, missed }) => cells - missed),
      sum(({ cells }) => cells),
    )}`,
    `staff-hours over those of the same plans without the guard: ${(sum(({ cost }) => cost) / sum(({ cost, unguarded }) => unguarded ?? cost)).toFixed(3)}`,
    `staff-hours over those under which the log was written: ${(sum(({ cost }) => cost) / sum(({ today }) => today)).toFixed(3)}`,
    '',
  ].join('\n'),
);
