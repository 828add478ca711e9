import type { Branch } from '../../lobby/branch/branch.ts';
import type { Plan } from '../../lobby/branch/plan.ts';
import { modeKinds } from '../../lobby/branch/service.ts';
import { dayMs } from '../../workload/clock.ts';
import { valueAt } from '../../workload/distributions/tabulated.ts';
import type { Model } from '../../workload/model.ts';
import { recordedTape } from '../../workload/recorded.ts';
import { makeSampler, type Sampler } from '../../workload/sample.ts';
import { Stream } from '../../workload/streams.ts';
import type { Tape } from '../../workload/tape.ts';
import type { Visit } from '../clean/visit.ts';
import { avoidsDevices } from '../fit/branch-of.ts';
import { withCalls } from '../fit/calling/walks.ts';
import { presenceOn } from '../fit/staff/presence.ts';
import { isNamed, workByServer } from '../fit/staff/servers.ts';
import { type Spell, spellsOfDay } from '../fit/staff/spells.ts';
import { recordedRoster } from '../fit/staff/staffing.ts';
import { type RecordedPerson, recordedPeople } from './recorded-people.ts';

/** A day that really was, ready to be run again under a model. */
export interface RecordedDay {
  readonly day: number;
  readonly visits: readonly Visit[];
  readonly branch: Branch;
  readonly plan: Plan;
  /** Its demand: arrivals and needs as recorded, patience from the model, service times as recorded or all from the model. */
  tape(times: 'recorded' | 'fitted', seed: number): Tape;
}

/** The day's own staff: spells of work from its own log. Servers whom the model does not know do everything that is done where they work. */
export function recordedDay(
  day: number,
  all: readonly Visit[],
  model: Model,
  limitMs: number,
  withinMs: number,
  stated: readonly Spell[] | null = null,
): RecordedDay {
  const visits = all.filter(({ arrivalMs }) => arrivalMs !== null);
  const called = withCalls(all, walkIn(model));
  const works = workByServer(called, model.answers?.recallAfterMs ?? null);
  const spells = stated ?? spellsOfDay(works, limitMs, presenceOn(called, works, skillsIn(model.branch, all)));
  const servers = [...new Set(spells.map(({ server }) => server))];
  const codeOf = (server: string): string => (isNamed(server) ? server : `unknown-${server.slice(1)}`);
  const people = recordedPeople(servers, all, model.branch, codeOf);
  const branch = branchFor(model, people, withinMs);
  const roles = new Map(people.map(({ id, role }) => [id, role]));
  const sampler = makeSampler(model);
  return {
    day,
    visits,
    branch,
    plan: { v: 1, id: 'recorded', roster: recordedRoster(spells, day, codeOf, (code) => roles.get(code)!) },
    tape: (times, seed) => tapeOf(day, visits, model, sampler, times, seed),
  };
}

const walkIn = ({ branch, walk }: Model) =>
  walk === undefined ? null : { ms: Math.max(...branch.zones.map(({ walkMs }) => walkMs)), paceCv: walk.paceCv };

/** Whom the people of a branch can serve, in the words of the records; whom it does not know is not in it. */
function skillsIn({ services, staff }: Branch, visits: readonly Visit[]): ReadonlyMap<string, ReadonlySet<string>> {
  const skillFor = new Map(services.flatMap(({ id, names, skill }) => [id, names.zh].map((word) => [word, skill ?? id])));
  const words = [...new Set(visits.flatMap(({ service }) => service ?? []))];
  return new Map(
    staff.map(({ id, skills }) => [id, new Set(words.filter((word) => skills.includes(skillFor.get(word) ?? skills[0]!)))]),
  );
}

/** The model's branch, open all day, with everybody who worked, a station for each beside its devices, and the target to measure by. */
function branchFor({ branch }: Model, people: readonly RecordedPerson[], withinMs: number): Branch {
  const devices = branch.stations.filter(({ kind }) => kind === 'device');
  return {
    ...branch,
    hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' }],
    staff: people.map(({ at: _at, ...person }) => person),
    stations: [
      ...people.map(({ at: { services: _own, ...station } }, n) => ({ ...station, id: `P${n + 1}`, label: `${n + 1}` })),
      ...devices,
    ],
    lines: branch.lines.map((line) => ({ ...line, targetWaitMs: withinMs })),
    services: branch.services.map(({ targetWaitMs: _target, ...service }) => service),
  };
}

const stream = new Stream();

function tapeOf(
  day: number,
  visits: readonly Visit[],
  model: Model,
  sampler: Sampler,
  times: 'recorded' | 'fitted',
  seed: number,
): Tape {
  const { branch } = model;
  const serviceAt = placeOf(branch.services.map(({ id, names }) => [id, names.zh]));
  const segmentAt = placeOf(branch.segments.map(({ code, names }) => [code, names.zh]));
  const uniforms = (purpose: 'work' | 'patience'): number[] => {
    stream.start(seed, day, purpose);
    return visits.map(() => stream.uniform());
  };
  const work = uniforms('work');
  const patience = uniforms('patience');
  const tape = recordedTape(
    visits.map((visit, at) => {
      const service = serviceAt(visit.service);
      const segment = segmentAt(visit.segment);
      const need = service * branch.segments.length + segment;
      const known = times === 'recorded' ? (visit.workMs ?? visit.ghostMs) : null;
      const mode = visit.place === null ? -1 : modeKinds.indexOf(visit.place);
      return {
        arrivalMs: Math.min(Math.max(0, visit.arrivalMs! - day * dayMs), dayMs - 1),
        service,
        segment,
        workMs: known ?? valueAt((sampler.workIn[mode] ?? sampler.work).of(need), work[at]!),
        patienceMs: valueAt(sampler.patience.of(need), patience[at]!),
      };
    }),
    seed,
    day,
  );
  if (visits.some(({ calls, outcome }) => outcome === 'no-show' || (calls ?? 1) > 1))
    tape.answersAt = Uint8Array.from(visits, ({ calls, outcome }) => (outcome === 'no-show' ? 0 : Math.max(1, calls ?? 1)));
  if (model.walk !== undefined) tape.pace = new Float64Array(visits.length).fill(1);
  const avoids = branch.traits.findIndex(({ code }) => code === avoidsDevices);
  if (avoids >= 0) tape.traits = Uint32Array.from(visits, ({ place }) => (place === 'device' ? 0 : 1 << avoids));
  if (visits.some(({ slotMs }) => slotMs !== null))
    tape.slotMs = Float64Array.from(visits, ({ slotMs }) => (slotMs === null ? Number.NaN : slotMs - day * dayMs));
  return tape;
}

/** Position of what the records name: by code, else by name; the first where the model knows no such thing. */
function placeOf(known: readonly (readonly [string, string])[]): (text: string | null) => number {
  const places = new Map<string, number>();
  for (const [at, [, name]] of known.entries()) places.set(name, at);
  for (const [at, [code]] of known.entries()) places.set(code, at);
  return (text) => places.get(text ?? '') ?? places.get('other') ?? 0;
}
