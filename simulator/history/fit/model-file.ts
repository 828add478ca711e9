import type { BranchInput } from '../../lobby/branch/branch.ts';
import type { Plan } from '../../lobby/branch/plan.ts';
import type { ModeKind } from '../../lobby/branch/service.ts';
import { type ModelInput, modelSchema } from '../../workload/model.ts';
import { stepMs } from '../clean/first-look.ts';
import { type HistoryLog, usualZone } from '../clean/history-log.ts';
import type { HistoryFiles } from '../read/read-files.ts';
import { avoidsDevices, branchOf } from './branch-of.ts';
import { dateOf, type FittedArrivals } from './demand/fit-arrivals.ts';
import type { FirstPass } from './first-pass.ts';
import type { LogFitOptions } from './fit-options.ts';
import { leadAt } from './places-seen.ts';
import type { WorkRecords } from './work/fit-work.ts';

interface Learnt {
  readonly options: LogFitOptions;
  readonly days: readonly number[];
  readonly assumed: string[];
  readonly first: FirstPass;
  readonly arrivals: FittedArrivals;
  readonly work: WorkRecords;
  readonly staffing: readonly number[];
  readonly plan: Plan | undefined;
  readonly boosts: ReadonlyMap<string, number>;
  readonly limitMs: number;
  /** What goes into the model as it was fitted. */
  readonly parts: Omit<ModelInput, 'v' | 'id' | 'branch' | 'arrivals'>;
}

/** The model as a file: at the branch that the history declares, else at the plainest one that the records can have come from. */
export function modelFile(log: HistoryLog, history: HistoryFiles, learnt: Learnt): ModelInput {
  const { arrivals, days, first, limitMs, parts } = learnt;
  const id = idOf(history.folder);
  const avoid = first.places.awayFromDevices();
  const someAvoid = avoid !== null && avoid.count > 0 && log.declared === null;
  const { walk } = first;
  const rest = {
    arrivals: [...arrivals.profiles],
    ...parts,
    ...(walk === null ? {} : { walk: { paceCv: walk.paceCv } }),
    ...(someAvoid ? { customers: { traits: [{ code: avoidsDevices, share: Number((avoid.count / avoid.of).toFixed(4)) }] } } : {}),
    ...(days.length === 0 || log.undated
      ? {}
      : { history: { from: dateOf(days[0]!), to: dateOf(days.at(-1)!), days: days.length, spellLimitMs: limitMs } }),
  };
  const made = (branch: BranchInput, plan: Plan | undefined): ModelInput => ({
    v: 1,
    note: noteOf(log, learnt),
    id,
    branch,
    ...(plan === undefined ? {} : { plan }),
    ...rest,
  });
  if (log.declared !== null) {
    const { branch, plan } = log.declared;
    const file = made(branch, plan ?? learnt.plan);
    const checked = modelSchema.safeParse(file);
    if (checked.success) return file;
    const [problem] = checked.error.issues;
    learnt.assumed.push(
      `the branch that the journal declares does not fit its records (${problem?.path.join('.')}: ${problem?.message}): a plain one is made from the records`.slice(
        0,
        400,
      ),
    );
  }
  return made(plainBranch(log, history, id, someAvoid, learnt), learnt.plan);
}

function plainBranch(
  log: HistoryLog,
  { about }: HistoryFiles,
  id: string,
  someAvoidDevices: boolean,
  { arrivals, assumed, boosts, first, options, staffing, work }: Learnt,
): BranchInput {
  const { answers, names, places, skills } = first;
  const stated = options.counters ?? about?.counters;
  const servers = names.servers.slice(0, 200).filter((server) => !places.isDevice(server));
  const expected = arrivals.profiles[0]!.expected;
  if (stated === undefined && names.servers.length === 0)
    assumed.push(
      `the records name no counters; ${guessCounters(expected, work.meanMs, staffing)} are declared, half as many again as the busiest half hour needs, and two`,
    );
  const stations = new Map<ModeKind, number>();
  for (const service of names.serviceCodes)
    for (const kind of places.kindsOf(service))
      stations.set(
        kind,
        kind === 'device' ? places.deviceCount : servers.filter((server) => places.placeOf(server) === kind).length,
      );
  const counters = stated ?? (names.servers.length > 0 ? stations.get('counter') : guessCounters(expected, work.meanMs, staffing));
  if (counters !== undefined) stations.set('counter', counters);
  const kinds = [...stations].sort(([a], [b]) => Number(b === 'counter') - Number(a === 'counter'));
  return branchOf({
    id,
    names: about?.names ?? { zh: id, en: id },
    zone: options.zone ?? about?.zone ?? usualZone,
    hours: log.hours,
    services: names.services,
    segments: names.segments,
    serviceNames: about?.service,
    boosts,
    stations: new Map(kinds.map(([kind, count]) => [kind, Math.min(Math.max(1, count), kind === 'counter' ? 150 : 50)])),
    modesOf: (service) => places.kindsOf(service),
    someAvoidDevices,
    walkMs: first.walk?.ms ?? 0,
    callsBeforeNoShow: answers.callsBeforeNoShow(),
    weekdays: arrivals.profiles.flatMap((profile) => profile.days).sort((a, b) => a - b),
    staff: servers.map((server) => ({
      id: server,
      role: leadAt(places.placeOf(server)) ?? 'teller',
      skills: names.serviceCodes.filter((code) => skills.get(server)?.has(names.serviceText(code)) ?? true),
    })),
  });
}

function noteOf(log: HistoryLog, { assumed, days, first }: Learnt): string {
  const span = `${days.length} ${days.length === 1 ? 'day' : 'days'}`;
  const told = [...log.report.assumed, ...assumed].map((text) => `Assumed: ${text}.`).join(' ');
  return `Fitted from ${first.arrived} arrivals of ${span} and ${first.served} service times. ${told}`.slice(0, 4000);
}

const idOf = (folder: string): string =>
  folder
    .replace(/[^A-Za-z0-9._-]/g, '')
    .replace(/^[._-]+/, '')
    .slice(0, 40) || 'fitted';

/** Half as many again as the busiest half hour offers work for, and two; at least those seen at work. */
const guessCounters = (expected: readonly number[], meanWorkMs: number, staffing: readonly number[]): number =>
  Math.max(Math.ceil((1.5 * Math.max(...expected) * meanWorkMs) / stepMs) + 2, Math.ceil(Math.max(...staffing)));
