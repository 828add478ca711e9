import fc from 'fast-check';
import { type Branch, type BranchInput, branchSchema } from '../lobby/branch/branch.ts';
import type { StationKind } from '../lobby/branch/place.ts';

const minute = 60_000;
const both = (text: string): { zh: string; en: string } => ({ zh: text, en: text });

type ServiceInput = BranchInput['services'][number];
type LineInput = BranchInput['lines'][number];
type StationInput = BranchInput['stations'][number];
type PersonInput = NonNullable<BranchInput['staff']>[number];

const teller = { role: 'teller' } as const;
const advisor = { role: 'advisor' } as const;

/** Ways in which each service can be done; the first is always there. */
const services: readonly { readonly id: string; readonly series: string; readonly modes: readonly ServiceInput['modes'][] }[] = [
  {
    id: 'cash',
    series: 'A',
    modes: [
      [{ at: 'counter', team: [teller], typicalWorkMs: 3 * minute }],
      [
        { at: 'counter', team: [teller], typicalWorkMs: 3 * minute },
        { at: 'device', typicalWorkMs: 2 * minute },
      ],
      [{ at: 'device' }, { at: 'counter' }],
    ],
  },
  {
    id: 'card',
    series: 'A',
    modes: [
      [
        { at: 'assisted-device', team: [{ role: 'greeter' }], typicalWorkMs: 4 * minute },
        { at: 'counter', team: [teller], typicalWorkMs: 5 * minute },
      ],
      [
        { at: 'counter', team: [teller] },
        { at: 'assisted-device', team: [{ role: 'greeter' }] },
        { at: 'desk', team: [advisor] },
      ],
    ],
  },
  {
    id: 'wealth',
    series: 'L',
    modes: [
      [
        { at: 'desk', team: [advisor], typicalWorkMs: 12 * minute },
        { at: 'counter', team: [teller], typicalWorkMs: 8 * minute },
      ],
      [
        { at: 'room', team: [{ ...advisor, skill: 'private' }, teller] },
        { at: 'desk', team: [advisor] },
        { at: 'counter', team: [advisor] },
      ],
    ],
  },
  {
    id: 'corporate',
    series: 'C',
    modes: [
      [{ at: 'counter', team: [teller, advisor], typicalWorkMs: 10 * minute }],
      [
        {
          at: 'counter',
          team: [
            { ...teller, count: 2 },
            { ...advisor, skill: 'private' },
          ],
        },
      ],
      [
        { at: 'counter', team: [teller, { ...advisor, joins: 'later' }] },
        { at: 'desk', team: [advisor, { ...teller, skill: 'cash' }] },
      ],
      [{ at: 'counter', team: [teller, { ...teller, skill: 'corporate' }, { ...teller, skill: 'cash' }] }],
    ],
  },
];

const service = fc.tuple(
  ...services.map(({ id, modes, series }) =>
    fc.record({
      id: fc.constant(id),
      names: fc.constant(both(id)),
      series: fc.constant(series),
      modes: fc.constantFrom(...modes),
      skill: id === 'card' ? fc.constantFrom('card', 'cash') : fc.constant(id),
    }),
  ),
);

const segments: BranchInput['segments'] = [
  { code: 'vip', names: both('VIP'), tier: 0, series: 'V' },
  { code: 'gold', names: both('Gold'), tier: 3 },
  { code: 'normal', names: both('Normal'), tier: 5 },
];

const given = fc.option(fc.subarray(['cash', 'card', 'wealth', 'corporate'], { minLength: 1 }), { nil: undefined, freq: 3 });
const zones = ['hall', 'smart', 'advice'] as const;

function stationsOf(prefix: string, kind: StationKind, zone: string, most: number): fc.Arbitrary<StationInput[]> {
  return fc
    .array(fc.record({ services: given, autoReady: fc.boolean() }), { minLength: kind === 'counter' ? 1 : 0, maxLength: most })
    .map((list) =>
      list.map((one, at) => ({
        id: `${prefix}${at + 1}`,
        kind,
        names: both(`${prefix}${at + 1}`),
        label: `${prefix}${at + 1}`,
        zone,
        autoReady: one.autoReady,
        ...(one.services === undefined ? {} : { services: one.services }),
      })),
    );
}

/** Lines for some, then one for each kind of station that takes whatever is left. */
const lines = fc
  .record({
    special: fc.subarray<LineInput>([
      {
        id: 'vip',
        names: both('VIP'),
        zone: 'hall',
        kinds: ['counter', 'desk', 'room'],
        segments: ['vip'],
        tier: 0,
        targetWaitMs: 2 * minute,
      },
      { id: 'advice', names: both('Advice'), zone: 'advice', kinds: ['desk', 'counter'], services: ['wealth'], tier: 4 },
      { id: 'firms', names: both('Companies'), zone: 'hall', kinds: ['counter', 'desk'], services: ['corporate'], tier: 3 },
      { id: 'gold', names: both('Gold'), zone: 'hall', kinds: ['counter'], segments: ['gold', 'vip'], tier: 2 },
    ]),
    device: fc.constantFrom<LineInput['kinds']>(['device'], ['device', 'counter']),
    general: fc.constantFrom<LineInput['kinds']>(['counter'], ['counter', 'desk', 'room']),
    target: fc.option(fc.constantFrom(minute, 10 * minute), { nil: undefined }),
  })
  .map(({ device, general, special, target }): LineInput[] => [
    ...special,
    { id: 'device', names: both('Devices'), zone: 'smart', kinds: device, tier: 5 },
    {
      id: 'normal',
      names: both('Normal'),
      zone: 'hall',
      kinds: general,
      tier: 5,
      ...(target === undefined ? {} : { targetWaitMs: target }),
    },
    { id: 'desks', names: both('Desks'), zone: 'advice', kinds: ['desk', 'room'], tier: 4 },
  ]);

const skillsOf = (...all: string[]): fc.Arbitrary<string[]> => fc.subarray(all, { minLength: 1 });
const person = (id: string, role: PersonInput['role'], skills: fc.Arbitrary<string[]>, assists: fc.Arbitrary<number>) =>
  fc.record({
    id: fc.constant(id),
    role: fc.constant(role),
    label: fc.constant(id),
    skills,
    assistCapacity: assists,
  });
const staff = fc.tuple(
  person('t1', 'teller', skillsOf('cash', 'card', 'corporate', 'wealth'), fc.constant(0)),
  person('t2', 'teller', skillsOf('cash', 'card', 'corporate'), fc.constantFrom(0, 1)),
  person('a1', 'advisor', skillsOf('wealth', 'corporate', 'private', 'card'), fc.constant(0)),
  person('g1', 'greeter', skillsOf('card', 'cash'), fc.constantFrom(0, 1, 2)),
);

const hours = fc.constantFrom(
  [['09:00', '10:00']],
  [['09:00', '10:00']],
  [
    ['09:00', '09:25'],
    ['09:35', '10:05'],
  ],
);

/** A small branch: any ways of doing its services, stations, lines, staff, hours and rules of the house. */
export const anyBranch: fc.Arbitrary<Branch> = fc
  .record({
    services: service,
    counters: stationsOf('C', 'counter', 'hall', 4),
    desks: stationsOf('K', 'desk', 'advice', 2),
    rooms: stationsOf('R', 'room', 'advice', 1),
    devices: stationsOf('D', 'device', 'smart', 3),
    walkMs: fc.tuple(fc.constantFrom(0, 10_000, 30_000), fc.constantFrom(0, 20_000), fc.constantFrom(0, 45_000)),
    lines,
    staff,
    hours,
    dayRollsAt: fc.constantFrom('04:00', '04:00', '00:00', '09:30'),
    callsBeforeNoShow: fc.integer({ min: 1, max: 3 }),
    credit: fc.constantFrom(0, 5, 10),
    grace: fc.constantFrom(0, 5, 10),
    leaseFrom: fc.constantFrom(2, 6, 501),
  })
  .map((drawn) =>
    branchSchema.parse({
      v: 1,
      id: 'any',
      names: both('Any branch'),
      zone: 'Asia/Shanghai',
      dayRollsAt: drawn.dayRollsAt,
      hours: drawn.hours.map(([from, to]) => ({ days: [1, 2, 3, 4, 5, 6, 7], from: from!, to: to! })),
      services: drawn.services,
      segments,
      traits: [
        { code: 'senior', names: both('Senior') },
        { code: 'new', names: both('New') },
      ],
      zones: zones.map((id, at) => ({ id, names: both(id), seats: 10, walkMs: drawn.walkMs[at]! })),
      lines: drawn.lines,
      stations: [...drawn.counters, ...drawn.desks, ...drawn.rooms, ...drawn.devices],
      staff: drawn.staff,
      rules: {
        calling: { id: 'fcfs' },
        greeting: { id: 'by-need' },
        appointments: { creditMs: drawn.credit * minute, graceMs: drawn.grace * minute },
        callsBeforeNoShow: drawn.callsBeforeNoShow,
        numbers: { digits: 3, leaseFrom: drawn.leaseFrom, leaseSize: 3 },
      },
    } satisfies BranchInput),
  );
