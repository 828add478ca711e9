import { modeAt } from '../../lobby/ability.ts';
import type { Branch } from '../../lobby/branch/branch.ts';
import type { ModeKind, Service } from '../../lobby/branch/service.ts';
import { kindOf } from '../../lobby/greeting/options-for.ts';
import type { NeedRecord, VisitRecord } from '../../lobby/kpi/record.ts';
import { Stream } from '../../workload/streams.ts';
import type { Drawn, Missing } from './draw-missing.ts';
import type { TicketFacts } from './follow-tickets.ts';

/** One need as a row of the tape. */
export interface Row {
  readonly service: Service;
  /** Work by mode done; one mode, or two where a device failed. */
  readonly workMs: ReadonlyMap<ModeKind, number>;
  readonly patienceMs: number;
  readonly deviceFails: boolean;
  readonly byTransfer: boolean;
  /** Share of the work after which the customer was sent away, and for how long; null: was not. */
  readonly interruption: { readonly after: number; readonly awayMs: number } | null;
}

const stream = new Stream();

/** Uniforms for what is not on record, one stream for each purpose. */
export function uniformsFor(seed: number, day: number, count: number): { work: () => number; patience: () => number } {
  const draw = (purpose: 'work' | 'patience'): (() => number) => {
    const values = new Float64Array(count);
    stream.start(seed, day, purpose).fill(values, count);
    let next = 0;
    return () => values[next++ % Math.max(1, count)]!;
  };
  return { work: draw('work'), patience: draw('patience') };
}

export interface Draws {
  readonly branch: Branch;
  readonly drawn: Drawn;
  readonly missing: Missing;
  readonly uniforms: ReturnType<typeof uniformsFor>;
  readonly endsAt: number;
}

/** The needs of a visit: those on record, and those on the ticket that it did not come to. */
export function rowsOf({ needs }: VisitRecord, facts: TicketFacts, draws: Draws): Row[] {
  const { branch } = draws;
  const rows: Row[] = [];
  for (let at = 0; at < needs.length; at++) {
    const need = needs[at]!;
    const service = branch.services.find(({ id }) => id === need.service);
    if (service === undefined) return [];
    const first = need.outcome === 'device-failed' ? needs[at + 1] : undefined;
    const retried = first !== undefined && first.service === need.service && first.need === need.need + 1 ? first : undefined;
    if (retried !== undefined) at++;
    rows.push(rowOf(service, need, retried, facts, draws));
  }
  const last = needs.at(-1)!;
  const served = last.startedAt !== null;
  // Whoever left, or was still there, had more needs on the ticket than the record tells of.
  const still = facts.issued.needs.slice(rows.filter(({ byTransfer }) => !byTransfer).length);
  for (const { service: id } of served && last.endedAt !== null ? [] : still) {
    const service = branch.services.find((one) => one.id === id);
    if (service === undefined) continue;
    const whose = { service: id, segment: facts.issued.segment };
    draws.drawn.work++;
    draws.drawn.patience++;
    rows.push({
      service,
      workMs: new Map([[service.modes[0]!.at, draws.missing.workMs(whose, draws.uniforms.work())]]),
      patienceMs: draws.missing.patienceMs(whose, 0, draws.uniforms.patience()),
      deviceFails: false,
      byTransfer: false,
      interruption: null,
    });
  }
  return rows;
}

function rowOf(service: Service, need: NeedRecord, retried: NeedRecord | undefined, facts: TicketFacts, draws: Draws): Row {
  const { drawn, endsAt, missing, uniforms } = draws;
  const whose = { service: service.id, segment: facts.issued.segment };
  const workMs = new Map<ModeKind, number>();
  // One uniform for each need, whether it is used or not.
  const uWork = uniforms.work();
  const uPatience = uniforms.patience();
  for (const one of retried ? [need, retried] : [need])
    if (one.startedAt !== null && one.endedAt !== null) workMs.set(modeDone(draws.branch, service, one, facts), one.workMs);
  if (workMs.size === 0) {
    drawn.work++;
    workMs.set(facts.mode.get(need.need) ?? service.modes[0]!.at, missing.workMs(whose, uWork));
  }
  const interruption = facts.interrupted.get((retried ?? need).need) ?? null;
  const tookMs = (retried ?? need).workMs;
  // Who was sent away and never came back had more to do than is on record.
  const wholeMs = interruption?.wentOnAt === null ? Math.max(tookMs + 1, missing.workMs(whose, uWork)) : tookMs;
  if (interruption?.wentOnAt === null) drawn.work++;
  // Begun in one mode and ended in another, perhaps: what is on record is the whole of it.
  if (interruption) for (const { at } of service.modes) if (kindOf(at) !== 'device') workMs.set(at, wholeMs);
  const waited = (one: NeedRecord): number => (one.startedAt ?? one.endedAt ?? endsAt) - one.waitFrom;
  const left = [need, retried].find((one) => one !== undefined && one.startedAt === null && one.outcome === 'abandoned');
  // Who still waited when the day ended outlasted it.
  const outlasted = (retried ?? need).startedAt === null && (retried ?? need).outcome === 'unserved';
  if (left === undefined && !outlasted) drawn.patience++;
  const longest = Math.max(waited(need), retried ? waited(retried) : 0);
  return {
    service,
    workMs,
    patienceMs: left ? waited(left) : outlasted ? Number.POSITIVE_INFINITY : missing.patienceMs(whose, longest, uPatience),
    deviceFails: need.outcome === 'device-failed',
    byTransfer: facts.byTransfer.has(need.need),
    interruption: interruption && {
      after: interruption.afterMs / Math.max(1, wholeMs),
      awayMs: Math.max(1, (interruption.wentOnAt ?? endsAt + 1) - interruption.at),
    },
  };
}

/** A line may be served by stations of other kinds than the one that the customer was sent to. */
function modeDone(branch: Branch, service: Service, { need, station }: NeedRecord, { mode }: TicketFacts): ModeKind {
  const routed = mode.get(need) ?? service.modes[0]!.at;
  const kind = branch.stations.find(({ id }) => id === station)?.kind;
  return (kind && modeAt(service, kind, { place: { kind: kindOf(routed), mode: routed } })?.at) ?? routed;
}
