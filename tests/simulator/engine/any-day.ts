import fc from 'fast-check';
import { onGrid } from '../../../simulator/agreement/on-grid.ts';
import type { Plan } from '../../../simulator/lobby/branch/plan.ts';
import { planSchema } from '../../../simulator/lobby/branch/plan.ts';
import { strategies } from '../../../simulator/lobby/calling/table.ts';
import { type Model, modelSchema } from '../../../simulator/workload/model.ts';
import { sample } from '../../../simulator/workload/sample.ts';
import type { Tape } from '../../../simulator/workload/tape.ts';
import { smallBranchInput } from '../../fixtures/branch.ts';

const minute = 60_000;

/** A day of a small branch with any of the features of model and plan, and its tape. */
export interface AnyDay {
  readonly model: Model;
  readonly plan: Plan;
  readonly tape: Tape;
}

const ruleOptions: Record<string, object> = {
  ratio: { weights: { vip: 2, normal: 1 } },
  'target-ratio': { otherwiseMs: 10 * minute },
  threshold: { lines: { normal: 3 * minute }, base: { id: 'strict-priority', options: {} } },
};
const calling = fc.constantFrom(...Object.keys(strategies)).map((id) => ({ id, options: ruleOptions[id] ?? {} }));
const greeting = fc.constantFrom(
  { id: 'by-need', options: {} },
  { id: 'by-load', options: {} },
  { id: 'device-first', options: { exempt: ['senior'], assist: ['new'] } },
);
const elastic = fc.constantFrom(
  [],
  [],
  [{ id: 'flex-3', station: 'C3', openAtWaiting: 3, closeAtWaiting: 1, holdMs: minute, minOpenMs: 5 * minute }],
  [
    { id: 'flex-3', station: 'C3', openAtWaiting: 2, closeAtWaiting: 0, holdMs: 0, minOpenMs: 0 },
    { id: 'flex-2', station: 'C2', lines: ['normal', 'vip'], openAtWaiting: 4, closeAtWaiting: 2, holdMs: 2 * minute },
  ],
);

const clock = (at: number): string =>
  `${String(9 + Math.floor(at / 12)).padStart(2, '0')}:${String((at % 12) * 5).padStart(2, '0')}`;
/** From 09:00 to 11:00 in steps of five minutes. */
const shift = fc
  .record({
    who: fc.oneof(
      { weight: 4, arbitrary: fc.record({ role: fc.constant('teller'), count: fc.integer({ min: 1, max: 3 }) }) },
      { weight: 1, arbitrary: fc.record({ role: fc.constant('teller'), skills: fc.constant(['cash']) }) },
      { weight: 1, arbitrary: fc.record({ role: fc.constant('teller'), station: fc.constantFrom('C1', 'C2', 'C3') }) },
      { weight: 2, arbitrary: fc.record({ role: fc.constant('advisor') }) },
      { weight: 2, arbitrary: fc.record({ role: fc.constant('greeter'), count: fc.integer({ min: 1, max: 2 }) }) },
      { weight: 3, arbitrary: fc.record({ person: fc.constantFrom('t1', 't2', 'a1', 'g1') }) },
    ),
    from: fc.integer({ min: 0, max: 18 }),
    length: fc.integer({ min: 2, max: 24 }),
    rest: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
  })
  .map(({ who, from, length, rest }) => {
    const to = Math.min(24, from + length);
    const breaks = rest !== undefined && rest >= from && rest + 2 <= to ? [{ from: clock(rest), to: clock(rest + 2) }] : [];
    return { ...who, from: clock(from), to: clock(to), breaks };
  });

type Shift = { readonly person?: string; readonly from: string; readonly to: string };

/** A declared person cannot be in two shifts at a time. */
const withoutOverlaps = (shifts: readonly Shift[]): Shift[] =>
  shifts.filter(
    (one, at) =>
      one.person === undefined ||
      !shifts.slice(0, at).some((other) => other.person === one.person && one.from < other.to && other.from < one.to),
  );

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const constant = (ms: number) => ({ family: 'constant', ms });
const someLength = fc.constantFrom(constant(2 * minute), { family: 'exponential', meanMs: 4 * minute }, constant(minute));

const behaviour = fc.record(
  {
    patience: maybe(
      fc.constantFrom([{ distribution: { family: 'exponential', meanMs: 12 * minute } }], [{ distribution: constant(0) }]),
    ),
    turnaround: maybe(
      fc.constantFrom(
        [{ distribution: constant(minute / 2) }],
        [{ role: 'teller', distribution: { family: 'exponential', meanMs: minute } }],
        [{ distribution: constant(minute / 2), quiet: { family: 'exponential', meanMs: 2 * minute }, persistence: 0.5 }],
      ),
    ),
    walk: maybe(fc.constantFrom({}, { paceCv: 0.5 })),
    answers: maybe(
      fc.record({ away: fc.constantFrom(0, 0.3), gone: fc.constantFrom(0, 0.2), recallAfterMs: fc.constantFrom(20_000, 30_000) }),
    ),
    balking: maybe(
      fc.constant({
        onLength: [
          { atLeast: 2, share: 0.3 },
          { atLeast: 4, share: 0.8 },
        ],
        onQuote: [{ atLeastMs: 10 * minute, share: 0.5 }],
      }),
    ),
    triage: maybe(
      fc.record({
        distribution: fc.constantFrom(constant(minute / 2), constant(2 * minute)),
        waitLimitMs: fc.constantFrom(3 * minute, 30 * minute),
        obeyShare: fc.constantFrom(0.5, 0),
      }),
    ),
    deviceFailures: maybe(fc.constant([{ share: 0.3 }])),
    transfers: maybe(
      fc.constant([
        { service: 'cash', to: 'wealth', share: 0.2 },
        { service: 'card', to: 'corporate', share: 0.3 },
      ]),
    ),
    customers: maybe(
      fc.constant({
        traits: [
          { code: 'senior', share: 0.3 },
          { code: 'new', share: 0.2 },
        ],
        english: 0.1,
        prepared: 0.5,
        channels: { phone: 0.2 },
      }),
    ),
    appointments: maybe(
      fc.constant([
        {
          service: 'wealth',
          segment: 'vip',
          from: '09:10',
          to: '10:40',
          everyMinutes: 15,
          booked: 0.7,
          shows: 0.7,
          punctuality: { meanMs: -2 * minute, sdMs: 6 * minute },
        },
      ]),
    ),
    absences: maybe(
      fc.constant([{ role: 'teller', perHour: 3, clusterMean: 2, clusterGapMs: 4 * minute, distribution: constant(3 * minute) }]),
    ),
    attendance: maybe(
      fc.constant([
        {
          role: 'teller',
          counts: [
            { count: 5, share: 0.5 },
            { count: 2, share: 0.3 },
            { count: 1, share: 0.2 },
          ],
        },
      ]),
    ),
  },
  { requiredKeys: [] },
);

const mix = fc.constantFrom(
  [{ service: 'cash', segment: 'normal', share: 1 }],
  [
    { service: 'cash', segment: 'normal', share: 0.4 },
    { service: 'card', segment: 'normal', share: 0.3 },
    { service: 'cash', segment: 'vip', share: 0.1 },
    { service: 'corporate', segment: 'normal', share: 0.1 },
    { service: 'wealth', segment: 'gold', share: 0.1 },
  ],
  [
    { service: 'cash', segment: 'gold', share: 0.5, further: ['card', 'wealth'] },
    { service: 'corporate', segment: 'vip', share: 0.3, further: ['cash'] },
    { service: 'card', segment: 'normal', share: 0.2 },
  ],
);

export const anyDay: fc.Arbitrary<AnyDay> = fc
  .record({
    calling,
    greeting,
    elastic,
    mix,
    behaviour,
    roster: fc.array(shift, { minLength: 1, maxLength: 7 }),
    work: someLength,
    perHour: fc.constantFrom(6, 15, 25),
    seed: fc.nat(1_000_000),
    gridMs: fc.constantFrom(1, minute / 2, minute),
    batch: maybe(fc.constant([0.6, 0.3, 0.1])),
  })
  .map(
    ({
      calling: rule,
      greeting: policy,
      elastic: rules,
      mix: kinds,
      behaviour: how,
      roster,
      work,
      perHour,
      seed,
      gridMs,
      batch,
    }) => {
      const model = modelSchema.parse({
        v: 1,
        id: 'any',
        branch: {
          ...smallBranchInput,
          hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '11:00' }],
          rules: { ...smallBranchInput.rules, elastic: [], callsBeforeNoShow: 2 },
        },
        arrivals: [
          {
            id: 'day',
            days: [1],
            from: '08:50',
            stepMinutes: 10,
            expected: new Array(13).fill(perHour / 6),
            mix: kinds,
            ...(batch ? { batch } : {}),
          },
        ],
        work: [{ service: 'cash', mode: 'device', distribution: constant(3 * minute) }, { distribution: work }],
        ...Object.fromEntries(Object.entries(how).filter(([, value]) => value !== undefined)),
      });
      const plan = planSchema.parse({
        v: 1,
        id: 'any',
        roster: withoutOverlaps(roster as Shift[]),
        calling: rule,
        greeting: policy,
        elastic: rules,
      });
      return { model, plan, tape: onGrid(sample(model, seed, 1), gridMs) };
    },
  );
