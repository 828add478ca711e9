import fc from 'fast-check';
import { type AnyDay, anyDay } from './any-day.ts';
import { drilled, written } from './both-journals.ts';
import { dayText } from './day-text.ts';
import { differenceText, firstDifference } from './first-difference.ts';

/** A day on which the two engines do not write the same journal. */
export class EnginesDiffer extends Error {
  override readonly name = 'EnginesDiffer';
}

/** Throws `EnginesDiffer`, with the first difference in words; answers the journal that both wrote. */
export function agreeOn(day: AnyDay): ReturnType<typeof written> {
  const engine = written(day);
  const drill = drilled(day);
  const difference = firstDifference(engine, drill);
  if (difference !== null) throw new EnginesDiffer(differenceText(engine, drill, difference));
  return engine;
}

/** What a run of random days came to. */
export interface Agreement {
  /** Days on which the journals were equal, up to the first on which they were not. */
  readonly agreed: number;
  /** The smallest day found on which they were not, in words; null: there was none. */
  readonly difference: string | null;
}

/** Generates `days` random days from a seed and lets both engines write each; ends at the first difference. */
export function checkEngines(seed: number, days: number, agree: (day: AnyDay) => unknown = agreeOn): Agreement {
  const run = fc.check(
    fc.property(anyDay, (day) => {
      agree(day);
    }),
    { seed, numRuns: days },
  );
  if (!run.failed) return { agreed: run.numRuns, difference: null };
  const { counterexample, errorInstance: error } = run;
  const what = error instanceof EnginesDiffer ? error.message : error instanceof Error ? error.stack : String(error);
  return { agreed: run.numRuns - 1, difference: `${what}\n\n${dayText(counterexample![0])}` };
}
