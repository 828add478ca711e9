import { estimateKpis } from '../../simulator/engine/results/study.ts';
import { fitHistory } from '../../simulator/history/fit/fit.ts';
import { generateLog } from '../../simulator/history/generated-log.ts';
import { memorySource } from '../../simulator/history/read/byte-source.ts';
import { inlineRun } from '../../simulator/hosts/inline.ts';
import type { Plan } from '../../simulator/lobby/branch/plan.ts';
import type { Model } from '../../simulator/workload/model.ts';
import type { Evidence } from '../../simulator/workload/model-shape.ts';
import { truth } from '../simulator/history/known-truth.ts';
import { wholeLobby } from '../simulator/history/whole-lobby.ts';
import { meanText, Resumable } from './resumable.ts';

/**
 * Does `fit` find the truth back? `node tests/bench/known-truths.ts counters|walk|long-walk|lobby [logs] [logs with waits] [file] [first seed] [days of a log]`: so many logs are written of a
 * branch of which everything is known, and fitted; how often do the 95 % limits hold the truth, and how far are the waits of the fitted model, under the truth's plan and under
 * the plan that the log shows, from the truth's? Resumable.
 */
interface Row {
  readonly number: number;
  /** By parameter: the estimate, and whether its limits hold the truth. */
  readonly found: Readonly<Record<string, readonly [number, boolean]>>;
  /** By whose plan: mean wait, P90 and share who waited over the truth's; null: not simulated. */
  readonly waits: { readonly given: Waits; readonly seen: Waits } | null;
}
type Waits = readonly [mean: number, p90: number, waited: number];
type Limits = { readonly low: number; readonly high: number };
/** The true value, the estimate, its limits. */
type Found = readonly [truth: number, estimate: number, limits: Limits | undefined];

const [
  which = 'lobby',
  logs = '20',
  logsWithWaits = '20',
  file = `known-truths-${which}.ndjson`,
  firstSeed = '10001',
  days = '20',
] = process.argv.slice(2);
const simulatedDays = 300;
/** The lobby with counters, where customers walk to them: ms in the mean, and the spread of paces. */
const walks: Readonly<Record<string, { readonly ms: number; readonly paceCv: number }>> = {
  walk: { ms: 12_000, paceCv: 0.4 },
  'long-walk': { ms: 40_000, paceCv: 0.5 },
};
const walk = walks[which];
const zones = truth.branch.zones.map((zone) => ({ ...zone, walkMs: walk?.ms ?? 0 }));
const walking: Model = { ...truth, walk: { paceCv: walk?.paceCv ?? 0 }, branch: { ...truth.branch, zones } };
const model = walk !== undefined ? walking : which === 'counters' ? truth : wholeLobby;
const daysOfLog = Number(days);
const run = inlineRun();

const figureOf = (estimate: unknown): number => (estimate as { readonly value: number }).value;

async function waitsOf(of: Model, plan: Plan): Promise<Waits> {
  const [result] = await run({ model: of, plans: [plan], seed: 77, firstDay: 0, days: simulatedDays, sections: 20 });
  const kpis = estimateKpis(result!.sections);
  return [figureOf(kpis.waitMeanMs), figureOf(kpis.waitP90Ms), figureOf(kpis.waitedRate)];
}

type Fitted = ReturnType<typeof fitHistory>;
const limitsOf = (entry: { readonly evidence?: Evidence | undefined } | undefined, name: string): Limits | undefined =>
  entry?.evidence?.intervals?.[name];

function foundByCounters({ file: { arrivals, patience, turnaround, work }, report: { found } }: Fitted): Record<string, Found> {
  const workOf = (service: string) => work.find((entry) => entry.service === service);
  const meanOf = (service: string): number => {
    const spec = workOf(service)!.distribution;
    return 'meanMs' in spec ? spec.meanMs : Number.NaN;
  };
  const cash = workOf('cash')!.distribution;
  const quarter = found.patience.curve.find(({ share }) => share <= 0.75)?.ms ?? Number.NaN;
  return {
    'arrivals a day': [312, found.arrivals[0]!.perDay.value, limitsOf(arrivals[0], 'perDay')],
    'mean work, lognormal': [200_000, meanOf('cash'), limitsOf(workOf('cash'), 'meanMs')],
    'its coefficient of variation': [0.8, 'cv' in cash ? cash.cv : Number.NaN, limitsOf(workOf('cash'), 'cv')],
    'mean work, gamma': [420_000, meanOf('loan'), limitsOf(workOf('loan'), 'meanMs')],
    'a quarter would have left after': [-1_500_000 * Math.log(0.75), quarter, limitsOf(patience![0], 'quarterLeftMs')],
    'mean turnaround while somebody waits': [25_000, found.turnaround!.meanWaitingMs, limitsOf(turnaround!.at(-1), 'meanMs')],
    ...(walk === undefined ? {} : { 'walk to the counter': [walk.ms, found.walk?.ms ?? 0, found.walk ?? undefined] as const }),
    'mean turnaround while nobody waits': [45_000, found.turnaround!.meanQuietMs, limitsOf(turnaround!.at(-1), 'quietMeanMs')],
  };
}

function foundByLobby({ file: fitted, report: { found } }: Fitted): Record<string, Found> {
  const { answers, arrivals, deviceFailures, transfers, work } = fitted;
  const workAt = (mode: string) => work.find((entry) => entry.service === 'cash' && entry.mode === mode);
  const meanAt = (mode: string): number => {
    const spec = workAt(mode)?.distribution;
    return spec !== undefined && 'meanMs' in spec ? spec.meanMs : Number.NaN;
  };
  return {
    'away at a call (recalls)': [0.12, answers!.away ?? Number.NaN, limitsOf(answers, 'away')],
    'gone when called': [0.03, answers!.gone ?? Number.NaN, limitsOf(answers, 'gone')],
    'sent on from loan to wealth': [0.08, transfers![0]!.share, limitsOf(transfers![0], 'share')],
    'uses of a device that fail': [0.06, deviceFailures![0]!.share, limitsOf(deviceFailures![0], 'share')],
    'mean work at counters': [240_000, meanAt('counter'), limitsOf(workAt('counter'), 'meanMs')],
    'mean work at devices': [150_000, meanAt('device'), limitsOf(workAt('device'), 'meanMs')],
    'customers a day': [288, found.arrivals[0]!.perDay.value, limitsOf(arrivals[0], 'perDay')],
  };
}

const rows = new Resumable<Row>(file);
let expected: Waits | null = null;
for (let at = 0; at < Number(logs); at++) {
  const number = Number(firstSeed) + at;
  if (rows.has(number)) continue;
  const text = [...generateLog(model, { seed: number, days: daysOfLog, dirty: false })].join('');
  const fitted = fitHistory({ files: [memorySource('log.csv', new TextEncoder().encode(text))], about: null, folder: 'truth' });
  const found = which === 'lobby' ? foundByLobby(fitted) : foundByCounters(fitted);
  let waits: Row['waits'] = null;
  if (at < Number(logsWithWaits)) {
    expected ??= await waitsOf(model, model.plan!);
    const over = (own: Waits): Waits => [own[0] / expected![0], own[1] / expected![1], own[2] / expected![2]];
    waits = { given: over(await waitsOf(fitted.model, model.plan!)), seen: over(await waitsOf(fitted.model, fitted.model.plan!)) };
  }
  rows.add({
    number,
    found: Object.fromEntries(
      Object.entries(found).map(([name, [value, estimate, limits]]) => [
        name,
        [estimate, limits !== undefined && limits.low <= value && value <= limits.high],
      ]),
    ),
    waits,
  });
}

const tell = (text: string): void => {
  process.stdout.write(`${text}\n`);
};
const names = Object.keys(rows.rows[0]?.found ?? {});
tell(`${which}: ${rows.rows.length} logs of ${daysOfLog} days`);
let all = 0;
for (const name of names) {
  const ofName = rows.rows.map(({ found }) => found[name]!);
  const held = ofName.filter(([, holds]) => holds).length / ofName.length;
  all += held / names.length;
  tell(
    `${name}: mean estimate ${(ofName.reduce((sum, [estimate]) => sum + estimate, 0) / ofName.length).toPrecision(4)}, limits hold the truth ${(100 * held).toFixed(1)} %`,
  );
}
tell(`all: ${(100 * all).toFixed(1)} %`);
const withWaits = rows.rows.flatMap(({ waits }) => (waits === null ? [] : waits));
for (const plan of ['given', 'seen'] as const)
  for (const [n, what] of ['mean wait', 'P90', 'share who waited'].entries())
    if (withWaits.length > 1)
      tell(
        `${what}, plan ${plan === 'given' ? 'of the truth' : 'as the log shows it'}: ${meanText(
          withWaits.map((row) => row[plan][n]!),
          3,
        )}`,
      );
