import type { Chart } from '../../../report/chart.ts';
import { arrivalProfile } from '../../../report/charts/arrival-profile.ts';
import type { Language } from '../../../report/words/words.ts';
import { minuteMs, msOfClock } from '../../../workload/clock.ts';
import type { ArrivalProfile } from '../../../workload/model-shape.ts';

/** Who is expected when, with the spread that days have: chance, and good and bad days. */
export function demandChart(profile: ArrivalProfile, language: Language): Chart {
  const fromMs = msOfClock(profile.from);
  const stepMs = profile.stepMinutes * minuteMs;
  const rows = profile.expected.map((expected, at) => {
    const sd = Math.sqrt(expected + (profile.dayFactorCv * expected) ** 2);
    const limit = (z: number): number => Math.max(0, expected + z * sd);
    return {
      fromMs: fromMs + at * stepMs,
      expected,
      low80: limit(-1.28),
      high80: limit(1.28),
      low95: limit(-1.96),
      high95: limit(1.96),
    };
  });
  return arrivalProfile({ stepMs, rows, observed: [] }, { language, height: 220 });
}
