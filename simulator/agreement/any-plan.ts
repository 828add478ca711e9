import fc from 'fast-check';
import type { Branch } from '../lobby/branch/branch.ts';
import { type Plan, planSchema } from '../lobby/branch/plan.ts';
import { skillOf } from '../lobby/branch/service.ts';
import { strategies } from '../lobby/calling/table.ts';
import { clockOfMs, minuteMs, msOfClock } from '../workload/clock.ts';

const begin = msOfClock('08:50');
const step = 5 * minuteMs;
const clock = (steps: number): string => clockOfMs(begin + steps * step);
/** 10:15, beyond the last closing. */
const lastStep = 17;

const who = (branch: Branch): fc.Arbitrary<Record<string, unknown>> => {
  const at = (kind: string): string[] => branch.stations.filter((station) => station.kind === kind).map(({ id }) => id);
  const person = fc.constantFrom(...branch.staff.map(({ id }) => id));
  const somewhere = fc.constantFrom(...at('counter'), ...at('desk'), ...at('room'));
  const role = fc.constantFrom('teller', 'teller', 'advisor', 'greeter');
  const skills = fc.subarray([...new Set(branch.services.map(skillOf))], { minLength: 1 });
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ role: fc.constant('teller'), count: fc.integer({ min: 1, max: 3 }) }) },
    { weight: 2, arbitrary: fc.record({ role: fc.constant('advisor'), count: fc.integer({ min: 1, max: 2 }) }) },
    { weight: 2, arbitrary: fc.record({ role: fc.constant('greeter'), count: fc.integer({ min: 1, max: 2 }) }) },
    { weight: 1, arbitrary: fc.record({ role, skills }) },
    { weight: 1, arbitrary: fc.record({ role, station: somewhere, count: fc.integer({ min: 1, max: 2 }) }) },
    { weight: 3, arbitrary: fc.record({ person }) },
    { weight: 1, arbitrary: fc.record({ person, station: somewhere }) },
    { weight: 1, arbitrary: fc.record({ person, skills }) },
  );
};

interface DrawnShift extends Record<string, unknown> {
  readonly from: string;
  readonly to: string;
}

const shift = (branch: Branch): fc.Arbitrary<DrawnShift> =>
  fc
    .record({
      who: who(branch),
      from: fc.integer({ min: 0, max: 12 }),
      length: fc.integer({ min: 1, max: 16 }),
      rests: fc.array(fc.record({ after: fc.integer({ min: 0, max: 8 }), length: fc.constantFrom(1, 1, 2) }), { maxLength: 2 }),
    })
    .map((drawn) => {
      const to = Math.min(lastStep, drawn.from + drawn.length);
      const breaks: { from: string; to: string }[] = [];
      let free = drawn.from;
      for (const { after, length } of drawn.rests) {
        if (free + after + length > to) break;
        breaks.push({ from: clock(free + after), to: clock(free + after + length) });
        free += after + length;
      }
      return { ...drawn.who, from: clock(drawn.from), to: clock(to), breaks };
    });

/** A declared person cannot be in two shifts at a time. */
const withoutOverlaps = (shifts: readonly DrawnShift[]): DrawnShift[] =>
  shifts.filter(
    (one, at) =>
      one.person === undefined ||
      !shifts.slice(0, at).some((other) => other.person === one.person && one.from < other.to && other.from < one.to),
  );

function ruleOptions(id: string, lines: readonly string[]): fc.Arbitrary<object> {
  const [first, second] = [lines[0]!, lines.at(-1)!];
  switch (id) {
    case 'ratio':
      return fc.constantFrom(
        { weights: { [first]: 2, [second]: 1 } },
        { weights: Object.fromEntries(lines.map((line) => [line, 1])) },
      );
    case 'target-ratio':
      return fc.constant({ otherwiseMs: 10 * minuteMs });
    case 'c-mu':
    case 'generalised-c-mu':
      return fc.constantFrom({}, { cost: { [first]: 3 }, workMs: { [second]: 2 * minuteMs } });
    case 'strict-priority':
      return fc.constantFrom({}, { tiers: { [second]: 0 } });
    case 'ageing':
      return fc.constantFrom({}, { rate: 0.5, ratePerLine: { [first]: 3 }, boostMs: { [second]: 2 * minuteMs } });
    case 'threshold':
      return fc.constantFrom(
        { lines: { [second]: 3 * minuteMs }, base: { id: 'strict-priority', options: {} } },
        { lines: { [first]: minuteMs, [second]: 5 * minuteMs }, base: { id: 'fcfs', options: {} } },
      );
    default:
      return fc.constant({});
  }
}

const calling = (branch: Branch) => {
  const lines = branch.lines.map(({ id }) => id);
  return fc.constantFrom(...Object.keys(strategies)).chain((id) => ruleOptions(id, lines).map((options) => ({ id, options })));
};

const greeting = fc.constantFrom(
  { id: 'by-need', options: {} },
  { id: 'by-load', options: {} },
  { id: 'device-first', options: { exempt: ['senior'], assist: ['new'] } },
  { id: 'device-first', options: {} },
);

const elastic = (branch: Branch) => {
  const counters = branch.stations.filter(({ kind }) => kind === 'counter').map(({ id }) => id);
  const rule = (id: string, station: string) =>
    fc
      .record({
        id: fc.constant(id),
        station: fc.constant(station),
        lines: fc.constantFrom(undefined, undefined, [branch.lines.at(-2)!.id]),
        closeAtWaiting: fc.integer({ min: 0, max: 2 }),
        more: fc.integer({ min: 1, max: 3 }),
        holdMs: fc.constantFrom(0, minuteMs / 2, 2 * minuteMs),
        minOpenMs: fc.constantFrom(0, 5 * minuteMs),
      })
      .map(({ lines, more, ...drawn }) => ({
        ...drawn,
        ...(lines === undefined ? {} : { lines }),
        openAtWaiting: drawn.closeAtWaiting + more,
      }));
  return fc
    .tuple(fc.option(rule('flex-last', counters.at(-1)!)), fc.option(rule('flex-first', counters[0]!)))
    .map((rules) => rules.filter((one) => one !== null));
};

/** Any roster, calling strategy, greeting policy and elastic rules at a branch. */
export const anyPlan = (branch: Branch): fc.Arbitrary<Plan> =>
  fc
    .record({
      roster: fc.array(shift(branch), { minLength: 1, maxLength: 7 }),
      calling: calling(branch),
      greeting,
      elastic: fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: elastic(branch) }),
    })
    .map(({ roster, ...rules }) => planSchema.parse({ v: 1, id: 'any', roster: withoutOverlaps(roster), ...rules }));
