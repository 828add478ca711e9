import { drawArrivals, type PiecewiseRate, rateOf, stepOf } from './arrivals.ts';
import type { Distribution } from './distributions/distribution.ts';
import { gamma } from './distributions/gamma.ts';
import { makeDistribution } from './distributions/table.ts';
import type { Model } from './model.ts';
import type { ArrivalProfile } from './model-shape.ts';
import { Stream } from './streams.ts';
import { growTape, makeTape, type Tape } from './tape.ts';

/** A model made ready for drawing: everything that does not change from day to day. */
export interface Sampler {
  readonly rate: PiecewiseRate;
  readonly dayFactor: Distribution | null;
  /** Per kind of visit of the mix. */
  readonly service: Uint8Array;
  readonly segment: Uint8Array;
  readonly work: readonly Distribution[];
  readonly patience: readonly (Distribution | null)[];
  /** Cumulative shares by step, kind after kind. */
  readonly cumulative: Float64Array;
  readonly uniforms: { values: Float64Array };
  readonly kinds: { values: Uint16Array };
}

/** Makes a sampler for one profile of the model; the first unless named. */
export function makeSampler(model: Model, profile: ArrivalProfile = model.arrivals[0]!): Sampler {
  const { mix } = profile;
  const kinds = mix.length;
  const cumulative = new Float64Array(kinds * profile.expected.length);
  profile.expected.forEach((_, step) => {
    let sum = 0;
    mix.forEach((part, kind) => {
      sum += Array.isArray(part.share) ? part.share[step]! : part.share;
      cumulative[step * kinds + kind] = sum;
    });
  });
  const made = new Map<object, Distribution>();
  const once = (spec: Parameters<typeof makeDistribution>[0]): Distribution => {
    const known = made.get(spec) ?? makeDistribution(spec);
    made.set(spec, known);
    return known;
  };
  return {
    rate: rateOf(profile),
    dayFactor: profile.dayFactorCv > 0 ? gamma(1, 1 / profile.dayFactorCv ** 2) : null,
    service: Uint8Array.from(mix, (part) => model.branch.services.findIndex((service) => service.id === part.service)),
    segment: Uint8Array.from(mix, (part) => model.branch.segments.findIndex((segment) => segment.code === part.segment)),
    work: mix.map((part) => once(firstFor(model.work, part)!.distribution)),
    patience: mix.map((part) => {
      const spec = firstFor(model.patience, part)?.distribution;
      return spec === undefined || spec.family === 'none' ? null : once(spec);
    }),
    cumulative,
    uniforms: { values: new Float64Array(0) },
    kinds: { values: new Uint16Array(0) },
  };
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

/** One day of demand. The same seed and day give the same tape on any machine with the same V8. */
export function sample(model: Model, seed: number, day: number): Tape {
  return sampleInto(makeSampler(model), seed, day, makeTape(0));
}

const stream = new Stream();

/** Draws a day into a tape that is used again and again. */
export function sampleInto(sampler: Sampler, seed: number, day: number, tape: Tape): Tape {
  const factor = sampler.dayFactor === null ? 1 : sampler.dayFactor.quantile(stream.start(seed, day, 'dayFactor').uniform());
  let visits = drawArrivals(sampler.rate, factor, stream.start(seed, day, 'arrivals'), tape.arrivalMs);
  if (visits > tape.arrivalMs.length) {
    growTape(tape, visits);
    visits = drawArrivals(sampler.rate, factor, stream.start(seed, day, 'arrivals'), tape.arrivalMs);
  }
  if (sampler.uniforms.values.length < visits) {
    sampler.uniforms.values = new Float64Array(2 * visits);
    sampler.kinds.values = new Uint16Array(2 * visits);
  }
  tape.visits = visits;
  tape.seed = seed;
  tape.day = day;
  drawKinds(sampler, seed, day, tape);
  drawLengths(sampler, seed, day, tape);
  return tape;
}

function drawKinds(sampler: Sampler, seed: number, day: number, tape: Tape): void {
  const { visits } = tape;
  const { cumulative, rate, service, segment } = sampler;
  const count = service.length;
  const kinds = sampler.kinds.values;
  const uniforms = sampler.uniforms.values;
  if (count > 1) stream.start(seed, day, 'mix').fill(uniforms, visits);
  for (let visit = 0; visit < visits; visit++) {
    let kind = 0;
    if (count > 1) {
      const from = stepOf(rate, tape.arrivalMs[visit]!) * count;
      while (kind < count - 1 && uniforms[visit]! >= cumulative[from + kind]!) kind++;
    }
    kinds[visit] = kind;
    tape.service[visit] = service[kind]!;
    tape.segment[visit] = segment[kind]!;
  }
}

function drawLengths(sampler: Sampler, seed: number, day: number, tape: Tape): void {
  const { visits, workMs, patienceMs } = tape;
  const { work, patience } = sampler;
  const kinds = sampler.kinds.values;
  const uniforms = sampler.uniforms.values;
  stream.start(seed, day, 'work').fill(uniforms, visits);
  for (let visit = 0; visit < visits; visit++) workMs[visit] = Math.round(work[kinds[visit]!]!.quantile(uniforms[visit]!));
  if (patience.every((one) => one === null)) {
    patienceMs.fill(Number.POSITIVE_INFINITY, 0, visits);
    return;
  }
  stream.start(seed, day, 'patience').fill(uniforms, visits);
  for (let visit = 0; visit < visits; visit++) {
    const mine = patience[kinds[visit]!]!;
    patienceMs[visit] = mine === null ? Number.POSITIVE_INFINITY : Math.round(mine.quantile(uniforms[visit]!));
  }
}
