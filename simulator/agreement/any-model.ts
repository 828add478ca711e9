import fc from 'fast-check';
import type { Branch } from '../lobby/branch/branch.ts';
import { optionsFor } from '../lobby/greeting/options-for.ts';
import { minuteMs as minute } from '../workload/clock.ts';
import { type Model, modelSchema } from '../workload/model.ts';

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const constant = (ms: number) => ({ family: 'constant', ms });
const exponential = (meanMs: number) => ({ family: 'exponential', meanMs });
const shares = (...list: readonly [number, number][]) => list.map(([count, share]) => ({ count, share }));

/** What customers and staff do beside coming, waiting and being served: each of it may be there or not. */
const behaviour = fc.record({
  patience: maybe(
    fc.constantFrom(
      [{ distribution: exponential(8 * minute) }],
      [{ distribution: constant(0) }],
      [{ segment: 'vip', distribution: constant(2 * minute) }, { distribution: { family: 'none' } }],
    ),
  ),
  turnaround: maybe(
    fc.constantFrom(
      [{ distribution: constant(minute / 2) }],
      [{ role: 'teller', distribution: exponential(minute) }],
      [{ role: 'advisor', distribution: constant(0) }, { distribution: constant(minute) }],
      [
        { staff: ['t1', 'a1'], distribution: constant(minute), quiet: constant(0) },
        { distribution: exponential(minute), quiet: exponential(2 * minute), persistence: 0.5 },
      ],
    ),
  ),
  walk: maybe(fc.constantFrom({}, { paceCv: 0.5 })),
  answers: maybe(
    fc.record({ away: fc.constantFrom(0, 0.3), gone: fc.constantFrom(0, 0.2), recallAfterMs: fc.constantFrom(20_000, 30_000) }),
  ),
  balking: maybe(
    fc.constantFrom(
      {
        onLength: [
          { atLeast: 1, share: 0.3 },
          { atLeast: 3, share: 0.8 },
        ],
        onQuote: [{ atLeastMs: 6 * minute, share: 0.5 }],
      },
      { onQuote: [{ atLeastMs: 0, share: 0.2 }] },
    ),
  ),
  triage: maybe(
    fc.record({
      distribution: fc.constantFrom(constant(minute / 2), constant(2 * minute), exponential(minute)),
      waitLimitMs: fc.constantFrom(0, 3 * minute, 30 * minute),
      obeyShare: fc.constantFrom(1, 0.5, 0),
    }),
  ),
  interruptions: maybe(
    fc.constantFrom(
      [{ share: 0.4, distribution: constant(2 * minute) }],
      [
        { service: 'cash', share: 0.5, after: 0, distribution: exponential(minute) },
        { share: 0.3, after: 1, distribution: exponential(5 * minute) },
      ],
      [{ share: 1, after: 0.2, distribution: constant(minute / 2) }],
    ),
  ),
  deviceFailures: maybe(fc.constantFrom([{ share: 0.3 }], [{ service: 'cash', share: 1 }])),
  absences: maybe(
    fc.constantFrom(
      [{ role: 'teller', perHour: 6, clusterMean: 2, clusterGapMs: 2 * minute, distribution: constant(2 * minute) }],
      [{ perHour: 10, distribution: exponential(minute) }],
    ),
  ),
  attendance: maybe(
    fc.constantFrom(
      [{ role: 'teller', counts: shares([5, 0.5], [2, 0.3], [1, 0.2]) }],
      [
        { role: 'teller', counts: shares([3, 0.6], [0, 0.4]) },
        { role: 'advisor', counts: shares([1, 0.5], [0, 0.5]) },
        { role: 'greeter', counts: shares([1, 0.7], [0, 0.3]) },
      ],
    ),
  ),
});

const customers = fc.constantFrom(
  { traits: [{ code: 'senior', share: 0.4 }], english: 0.2 },
  {
    traits: [
      { code: 'senior', share: 0.3 },
      { code: 'new', share: 0.3 },
    ],
    prepared: 0.5,
    channels: { phone: 0.2, greeter: 0.1 },
  },
);

const work = fc.constantFrom(
  [{ distribution: constant(2 * minute) }],
  [
    { service: 'cash', mode: 'device', distribution: constant(3 * minute) },
    { service: 'corporate', distribution: exponential(6 * minute) },
    { distribution: exponential(3 * minute) },
  ],
  [{ segment: 'vip', distribution: { family: 'weibull', meanMs: 3 * minute, shape: 2 } }, { distribution: constant(minute) }],
  [
    {
      distribution: { family: 'lognormal', meanMs: 3 * minute, cv: 0.8 },
      short: { share: 0.2, distribution: constant(1_000) },
    },
  ],
);

/** What a branch can do for a segment. */
const servedFor = (branch: Branch, segment: string): string[] =>
  branch.services.filter(({ id }) => optionsFor(branch, id, segment).length > 0).map(({ id }) => id);

/** Kinds of visit and where they are passed on to: only what the branch has a way for. */
function demand(branch: Branch): fc.Arbitrary<Pick<Model, 'transfers'> & { mix: Model['arrivals'][number]['mix'] }> {
  const segments = branch.segments.map(({ code }) => code).filter((code) => servedFor(branch, code).length > 0);
  const visit = fc.constantFrom(...segments).chain((segment) => {
    const service = fc.constantFrom(...servedFor(branch, segment));
    return fc.record({
      service,
      segment: fc.constant(segment),
      weight: fc.integer({ min: 1, max: 4 }),
      further: fc.oneof(
        { weight: 3, arbitrary: fc.constant<string[]>([]) },
        { weight: 1, arbitrary: fc.array(service, { minLength: 1, maxLength: 2 }) },
      ),
    });
  });
  const everybody = branch.services.filter(({ id }) => segments.every((one) => servedFor(branch, one).includes(id)));
  const passed = fc.constantFrom(...everybody.map(({ id }) => id), 'none');
  const from = fc.constantFrom(...branch.services.map(({ id }) => id));
  return fc
    .record({
      visits: fc.array(visit, { minLength: 1, maxLength: 5 }),
      transfers: fc.array(fc.record({ service: from, to: passed, share: fc.constantFrom(0.3, 0.6) }), { maxLength: 2 }),
    })
    .map(({ transfers, visits }) => {
      const total = visits.reduce((sum, { weight }) => sum + weight, 0);
      return {
        mix: visits.map(({ weight, ...kind }) => ({ ...kind, share: weight / total })),
        transfers: transfers.filter(
          ({ service, to }, at) =>
            to !== 'none' && to !== service && transfers.findIndex((other) => other.service === service) === at,
        ),
      };
    });
}

const appointments = (branch: Branch) => {
  const segment = branch.segments.find(({ code }) => servedFor(branch, code).length > 0)!.code;
  return fc.record({
    service: fc.constantFrom(...servedFor(branch, segment)),
    segment: fc.constant(segment),
    from: fc.constant('09:00'),
    to: fc.constant('09:50'),
    everyMinutes: fc.constantFrom(10, 15),
    places: fc.constantFrom(1, 2),
    booked: fc.constant(0.7),
    shows: fc.constant(0.7),
    punctuality: fc.constantFrom({ meanMs: -2 * minute, sdMs: 6 * minute }, { meanMs: 0, sdMs: 0 }),
  });
};

/** Any demand and behaviour at a branch, for a day of about an hour. */
export const anyModel = (branch: Branch): fc.Arbitrary<Model> =>
  fc
    .record({
      behaviour,
      customers: maybe(customers),
      work,
      demand: demand(branch),
      appointments: maybe(appointments(branch)),
      perHour: fc.constantFrom(5, 12, 20),
      batch: maybe(fc.constant([0.6, 0.3, 0.1])),
    })
    .map(({ behaviour: how, demand: what, ...drawn }) =>
      modelSchema.parse({
        v: 1,
        id: 'any',
        branch,
        arrivals: [
          {
            id: 'day',
            days: [1],
            from: '08:50',
            stepMinutes: 10,
            expected: new Array(7).fill(drawn.perHour / 6),
            mix: what.mix,
            ...(drawn.batch === undefined ? {} : { batch: drawn.batch }),
          },
        ],
        work: drawn.work,
        transfers: what.transfers,
        ...(drawn.customers === undefined ? {} : { customers: drawn.customers }),
        ...(drawn.appointments === undefined ? {} : { appointments: [drawn.appointments] }),
        ...Object.fromEntries(Object.entries(how).filter(([, value]) => value !== undefined)),
      }),
    );
