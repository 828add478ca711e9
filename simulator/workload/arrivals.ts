import { minuteMs, msOfClock } from './clock.ts';
import type { ArrivalProfile } from './model-shape.ts';
import type { Stream } from './streams.ts';

/** Visits of a day in the mean, booked ones aside. */
export const visitsADay = ({ expected }: Pick<ArrivalProfile, 'expected'>): number => expected.reduce((sum, one) => sum + one, 0);

/** A rate that is constant, or linear, within steps of equal length. */
export interface PiecewiseRate {
  readonly fromMs: number;
  readonly stepMs: number;
  readonly expected: Float64Array;
  readonly total: number;
  /** Rate at the start of each step over the mean rate of the step: 1 is constant, 0 rises from nothing, 2 falls to nothing. */
  readonly tilt?: Float64Array | undefined;
}

type RateProfile = Pick<ArrivalProfile, 'from' | 'stepMinutes' | 'expected'> & Partial<Pick<ArrivalProfile, 'knotsPerHour'>>;

export function rateOf(profile: RateProfile): PiecewiseRate {
  const expected = Float64Array.from(profile.expected);
  const knots = profile.knotsPerHour;
  return {
    fromMs: msOfClock(profile.from),
    stepMs: profile.stepMinutes * minuteMs,
    expected,
    total: expected.reduce((sum, value) => sum + value, 0),
    tilt: knots && Float64Array.from(expected, (_, step) => (2 * knots[step]!) / (knots[step]! + knots[step + 1]! || 1)),
  };
}

/** Share of a step's time gone when a share `u` of its arrivals have come: the root of tilt·t + (1 − tilt)·t² = u, as 0/0 cannot befall it. */
const timeAt = (tilt: number, u: number): number => (2 * u) / (tilt + Math.sqrt(tilt * tilt + 4 * (1 - tilt) * u));

/**
 * A Poisson process with the rate times `factor`, exactly, by inversion of the cumulative rate: unit exponential gaps are
 * laid along it (Cinlar 1975). Writes whole ms to `out`, in order, and answers how many; more than `out` can hold are
 * counted but not written, so the caller grows it and asks again.
 */
export function drawArrivals(rate: PiecewiseRate, factor: number, stream: Stream, out: Float64Array): number {
  const { fromMs, stepMs, expected, tilt } = rate;
  const steps = expected.length;
  let count = 0;
  let step = 0;
  let passed = 0;
  let mass = steps > 0 ? expected[0]! * factor : 0;
  let level = -Math.log(1 - stream.uniform());
  for (;;) {
    while (passed + mass < level) {
      passed += mass;
      if (++step >= steps) return count;
      mass = expected[step]! * factor;
    }
    const share = (level - passed) / mass;
    if (count < out.length)
      out[count] = Math.floor(
        fromMs + stepMs * (step + (tilt === undefined ? share : Math.min(timeAt(tilt[step]!, share), 1 - 2 ** -40))),
      );
    count++;
    level -= Math.log(1 - stream.uniform());
  }
}
