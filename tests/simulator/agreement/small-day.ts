import type { AnyDay } from '../../../simulator/agreement/any-day.ts';
import { type Plan, planSchema } from '../../../simulator/lobby/branch/plan.ts';
import { msOfClock } from '../../../simulator/workload/clock.ts';
import { type ModelInput, modelSchema } from '../../../simulator/workload/model.ts';
import { recordedTape } from '../../../simulator/workload/recorded.ts';
import { smallBranch, smallBranchInput } from '../../fixtures/branch.ts';

const minute = 60_000;

interface Comes {
  readonly at: string;
  readonly for: string;
  readonly minutes: number;
}

/** A day told in a few words: who works when, who comes when, for what and how long. */
export function smallDay(
  roster: readonly Record<string, unknown>[],
  visits: readonly Comes[],
  more: { elastic?: Plan['elastic']; triageMinutes?: number; branch?: Partial<ModelInput['branch']> } = {},
): AnyDay {
  const { elastic = [], triageMinutes, branch = {} } = more;
  const model = modelSchema.parse({
    v: 1,
    id: 'small',
    branch: {
      ...smallBranchInput,
      hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '11:00' }],
      rules: { ...smallBranchInput.rules, elastic: [] },
      ...branch,
    },
    arrivals: [
      {
        id: 'day',
        days: [1],
        from: '09:00',
        stepMinutes: 60,
        expected: [1, 1],
        mix: [{ service: 'cash', segment: 'normal', share: 1 }],
      },
    ],
    work: [{ distribution: { family: 'constant', ms: minute } }],
    ...(triageMinutes === undefined
      ? {}
      : { triage: { distribution: { family: 'constant', ms: triageMinutes * minute }, waitLimitMs: 10 * minute } }),
  } satisfies ModelInput);
  const plan = planSchema.parse({ v: 1, id: 'small', roster, greeting: { id: 'by-need' }, elastic });
  const normal = smallBranch.segments.findIndex(({ code }) => code === 'normal');
  const tape = recordedTape(
    visits.map((visit) => ({
      arrivalMs: msOfClock(visit.at),
      service: smallBranch.services.findIndex(({ id }) => id === visit.for),
      segment: normal,
      workMs: visit.minutes * minute,
      patienceMs: Number.POSITIVE_INFINITY,
    })),
  );
  if (triageMinutes !== undefined) {
    tape.triageMs = new Float64Array(visits.length).fill(triageMinutes * minute);
    tape.obedience = new Float64Array(visits.length);
  }
  return { model, plan, tape };
}
