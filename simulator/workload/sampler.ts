import { modeKinds } from '../lobby/branch/service.ts';
import { channels } from '../lobby/journal/ticket-events.ts';
import { type PiecewiseRate, rateOf } from './arrivals.ts';
import { msOfClock } from './clock.ts';
import type { Distribution } from './distributions/distribution.ts';
import { gamma } from './distributions/gamma.ts';
import { lognormal } from './distributions/lognormal.ts';
import { QuantileColumn } from './distributions/quantile-column.ts';
import { makeDistribution } from './distributions/table.ts';
import { asTabulated, Tabulated } from './distributions/tabulated.ts';
import type { Model } from './model.ts';
import type { ArrivalProfile } from './model-shape.ts';
import { closesAt, hoursOn, opensAt } from './opening.ts';
import { plainColumns, type TapeColumns } from './tape.ts';
import { workLength } from './work-length.ts';

/** A kind of need: service × segments + segment. */
type ByNeed<T> = readonly T[];

/** Patience that does not end. */
const forEver = new Tabulated(() => Number.POSITIVE_INFINITY, false);

/** A model made ready for drawing: everything that does not change from day to day. */
export interface Sampler {
  readonly model: Model;
  readonly rate: PiecewiseRate;
  readonly dayFactor: Distribution | null;
  /** Cumulative shares of the sizes of a batch, and their mean; null: one by one. */
  readonly batch: { readonly cumulative: readonly number[]; readonly mean: number } | null;
  readonly segments: number;
  /** Per kind of visit: those of the mix, then those of the appointments. */
  readonly segment: Uint8Array;
  readonly services: readonly Uint8Array[];
  readonly firstService: Uint8Array;
  /** Kinds of the mix, which are drawn by share. */
  readonly mixed: number;
  /** Cumulative shares by step, kind after kind of the mix. */
  readonly cumulative: Float64Array;
  /** The first kind that a share may be of, by step and the share's part of `guideCells`: there the search begins. */
  readonly guide: Uint16Array;
  /** Work by need, in the first mode of its service. */
  readonly work: QuantileColumn;
  /** By mode; null: as `work`. */
  readonly workIn: readonly (QuantileColumn | null)[];
  readonly patience: QuantileColumn;
  /** Somebody's patience ends. */
  readonly anyPatience: boolean;
  readonly failShare: ByNeed<number>;
  readonly interruption: ByNeed<{ readonly share: number; readonly after: number; readonly away: Tabulated } | null>;
  /** Where to, by service: cumulative shares. */
  readonly transfers: readonly (readonly { readonly to: number; readonly below: number }[])[];
  readonly traits: readonly { readonly bit: number; readonly shareOf: readonly number[] }[];
  readonly channelShares: readonly { readonly channel: number; readonly below: number }[];
  /** Walk time as a multiple of the zone's own; null: always 1. */
  readonly pace: Tabulated | null;
  readonly triage: Tabulated | null;
  readonly opensMs: number;
  readonly closesMs: number;
  readonly columns: TapeColumns;
  readonly scratch: Scratch;
}

/** Arrays used again and again while drawing. */
export interface Scratch {
  uniforms: Float64Array;
  kinds: Uint16Array;
  keys: Uint16Array;
  instants: Float64Array;
}

/** The first entry that is for this kind of visit. */
export function firstFor<T extends { service?: string | undefined; segment?: string | undefined }>(
  entries: readonly T[],
  visit: { service: string; segment: string },
): T | undefined {
  return entries.find(
    (entry) => (entry.service ?? visit.service) === visit.service && (entry.segment ?? visit.segment) === visit.segment,
  );
}

/** Makes a sampler for one profile of the model; the first unless named. */
export function makeSampler(model: Model, profile: ArrivalProfile = model.arrivals[0]!): Sampler {
  const { branch } = model;
  const serviceAt = (id: string): number => branch.services.findIndex((service) => service.id === id);
  const segmentAt = (code: string): number => branch.segments.findIndex((segment) => segment.code === code);
  const kinds = [
    ...profile.mix.map((part) => ({ ...part, further: part.further ?? [] })),
    ...model.appointments.map((part) => ({ ...part, further: [] })),
  ];
  const hours = hoursOn(branch, profile.days[0]!);
  // Each of the model's distributions is made once, whichever needs it is for.
  const made = new Map<object, Tabulated>();
  const once = <Spec extends object>(spec: Spec, make: (spec: Spec) => Distribution): Tabulated => {
    const known = made.get(spec) ?? asTabulated(make(spec));
    made.set(spec, known);
    return known;
  };
  const byNeed = <T>(make: (need: { service: string; segment: string }, first: string) => T): T[] =>
    branch.services.flatMap((service) =>
      branch.segments.map((segment) => make({ service: service.id, segment: segment.code }, service.modes[0]!.at)),
    );
  const workOf = (need: { service: string; segment: string }, mode: string): Tabulated | null => {
    const entry = firstFor(
      model.work.filter((one) => one.mode === undefined || one.mode === mode),
      need,
    );
    return entry === undefined ? null : once(entry, workLength);
  };
  const work = byNeed(workOf);
  const workIn = modeKinds.map((mode) => {
    const own = byNeed((need) => workOf(need, mode));
    const whole = own.map((one, key) => one ?? work[key]!);
    return whole.every((one, key) => one === work[key]) ? null : whole;
  });
  const patience = byNeed((need) => {
    const spec = firstFor(model.patience, need)?.distribution;
    return spec === undefined || spec.family === 'none' ? forEver : once(spec, makeDistribution);
  });
  const cumulative = sharesOf(profile);
  const { customers, walk, answers, triage } = model;
  return {
    model,
    rate: rateOf(profile),
    dayFactor: profile.dayFactorCv > 0 ? gamma(1, 1 / profile.dayFactorCv ** 2) : null,
    batch: profile.batch
      ? { cumulative: runningSums(profile.batch), mean: profile.batch.reduce((sum, share, at) => sum + share * (at + 1), 0) }
      : null,
    segments: branch.segments.length,
    segment: Uint8Array.from(kinds, ({ segment }) => segmentAt(segment)),
    services: kinds.map(({ service, further }) => Uint8Array.from([service, ...further], serviceAt)),
    firstService: Uint8Array.from(kinds, ({ service }) => serviceAt(service)),
    mixed: profile.mix.length,
    cumulative,
    guide: guideTo(cumulative, profile.mix.length),
    work: new QuantileColumn(work as readonly Tabulated[]),
    workIn: workIn.map((own) => (own === null ? null : new QuantileColumn(own, work))),
    patience: new QuantileColumn(patience),
    anyPatience: patience.some((one) => one !== forEver),
    failShare: byNeed((need) => firstFor(model.deviceFailures, need)?.share ?? 0),
    interruption: byNeed((need) => {
      const entry = firstFor(model.interruptions, need);
      return entry === undefined
        ? null
        : { share: entry.share, after: entry.after, away: once(entry.distribution, makeDistribution) };
    }),
    transfers: branch.services.map(({ id }) => {
      const onward = model.transfers.filter(({ service }) => service === id);
      const below = runningSums(onward.map(({ share }) => share));
      return onward.map(({ to }, at) => ({ to: serviceAt(to), below: below[at]! }));
    }),
    traits: branch.traits.flatMap(({ code }, bit) => {
      const entries = customers?.traits.filter((entry) => entry.code === code) ?? [];
      const shareOf = branch.segments.map(
        (segment) => entries.find((entry) => (entry.segment ?? segment.code) === segment.code)?.share ?? 0,
      );
      return entries.length > 0 ? [{ bit, shareOf }] : [];
    }),
    channelShares: channelShares(customers?.channels ?? {}),
    pace: walk && walk.paceCv > 0 ? asTabulated(lognormal(1, walk.paceCv)) : null,
    triage: triage ? asTabulated(makeDistribution(triage.distribution)) : null,
    opensMs: hours.length > 0 ? opensAt(hours) : 0,
    closesMs: hours.length > 0 ? closesAt(hours) : 0,
    columns: {
      ...plainColumns,
      manyNeeds: model.transfers.length > 0 || kinds.some(({ further }) => further.length > 0),
      channel: customers?.channels !== undefined || model.appointments.length > 0,
      traits: (customers?.traits.length ?? 0) > 0,
      language: (customers?.english ?? 0) > 0,
      prepared: customers?.prepared !== undefined,
      slots: model.appointments.length > 0,
      pace: walk !== undefined,
      answers: answers !== undefined,
      triage: triage !== undefined,
      balk: model.balking !== undefined,
      deviceFails: model.deviceFailures.length > 0,
      interruptions: model.interruptions.length > 0,
      transfers: model.transfers.length > 0,
      ownWork: workIn.map((own) => own !== null),
    },
    scratch: { uniforms: new Float64Array(0), kinds: new Uint16Array(0), keys: new Uint16Array(0), instants: new Float64Array(0) },
  };
}

function runningSums(shares: readonly number[]): number[] {
  let sum = 0;
  return shares.map((share) => {
    sum += share;
    return sum;
  });
}

function sharesOf(profile: ArrivalProfile): Float64Array {
  const kinds = profile.mix.length;
  const cumulative = new Float64Array(kinds * profile.expected.length);
  profile.expected.forEach((_, step) => {
    let sum = 0;
    profile.mix.forEach((part, kind) => {
      sum += Array.isArray(part.share) ? part.share[step]! : part.share;
      cumulative[step * kinds + kind] = sum;
    });
  });
  return cumulative;
}

/** Parts of 0 to 1 for which it is known where to begin to look. */
export const guideCells = 256;

function guideTo(cumulative: Float64Array, kinds: number): Uint16Array {
  const guide = new Uint16Array((cumulative.length / kinds) * guideCells);
  for (let at = 0; at < guide.length; at++) {
    const from = Math.floor(at / guideCells) * kinds;
    let kind = 0;
    while (kind < kinds - 1 && cumulative[from + kind]! <= (at % guideCells) / guideCells) kind++;
    guide[at] = kind;
  }
  return guide;
}

function channelShares(shares: Readonly<Partial<Record<(typeof channels)[number], number>>>): { channel: number; below: number }[] {
  const below = runningSums(channels.map((name) => shares[name] ?? 0));
  return channels.flatMap((name, channel) => (shares[name] === undefined ? [] : [{ channel, below: below[channel]! }]));
}

/** The slots of a day's appointments, in order of time; `kind` counts after the kinds of the mix. */
export const slotsOf = (model: Model): readonly { readonly slotMs: number; readonly entry: number }[] =>
  model.appointments
    .flatMap(({ from, to, everyMinutes, places }, entry) => {
      const slots = Math.floor((msOfClock(to) - msOfClock(from)) / (everyMinutes * 60_000)) + 1;
      return Array.from({ length: Math.max(0, slots) * places }, (_, at) => ({
        slotMs: msOfClock(from) + Math.floor(at / places) * everyMinutes * 60_000,
        entry,
      }));
    })
    .sort((a, b) => a.slotMs - b.slotMs || a.entry - b.entry);
