import { z } from 'zod';
import { clockSchema } from '../../lobby/branch/hours.ts';
import { codeSchema } from '../../lobby/branch/names.ts';
import { roles } from '../../lobby/branch/service.ts';
import { shiftKinds } from '../roster/day-problem.ts';

const hours = z.number().min(0).max(24);
const weekHours = z.number().min(0).max(80);
const money = z.number().min(0).max(1e6);

const breakRuleSchema = z.strictObject({
  minutes: z.int().min(5).max(180),
  /** Begins no sooner after the start of the shift, and ends no later before its end. */
  afterHours: hours.default(2),
  beforeEndHours: hours.default(1),
  /** Only where it begins within these hours of the day, when given. */
  from: clockSchema.optional(),
  to: clockSchema.optional(),
  paid: z.boolean().default(false),
});

/** 用工形式: on what terms somebody works a day. */
const contractSchema = z.strictObject({
  id: codeSchema,
  kind: z.enum(shiftKinds),
  role: z.enum(roles),
  /** Skills of those who work by it; all of the role when absent. */
  skills: z.array(codeSchema).min(1).max(40).optional(),
  /** Lengths a shift may have, from start to end. */
  hours: z.array(hours.gt(0)).min(1).max(24),
  /** First and last start; the opening hours when absent. */
  startsFrom: clockSchema.optional(),
  startsTo: clockSchema.optional(),
  everyMinutes: z.int().min(5).max(240).default(30),
  breaks: z.array(breakRuleSchema).max(4).default([]),
  /** For a split shift: hours between its two pieces. */
  gapHours: z.array(hours.gt(0)).max(12).optional(),
  /** Of an hour that is paid. */
  costPerHour: money,
  /** For working at all: a way, a split, standing by. */
  costPerShift: money.default(0),
  /** What a call costs somebody on call, beside `costPerShift` for standing by. */
  costPerCallHour: money.optional(),
  /** People there are. */
  most: z.int().min(0).max(1000).optional(),
  /** What an hour of back-office work is worth; flex staff do it while no customers need them. */
  backOfficePerHour: money.optional(),
});
export type Contract = z.infer<typeof contractSchema>;

/** 弹性人员: people of the back office who may open a station by an elastic rule. What they do otherwise is worth `costPerHour`. */
const flexStaffSchema = z.strictObject({
  role: z.enum(roles).exclude(['greeter']).default('teller'),
  people: z.int().min(1).max(20).default(1),
  /** Of an hour at a station. */
  costPerHour: money,
});
export type FlexStaff = z.infer<typeof flexStaffSchema>;

/** 到岗职责: so many of a role present around opening or closing, such as two to unlock. */
const dutySchema = z.strictObject({
  id: codeSchema,
  role: z.enum(roles),
  from: clockSchema,
  to: clockSchema,
  least: z.int().min(1).max(100),
  kinds: z.array(z.enum(shiftKinds)).optional(),
});

const personTermsSchema = z.strictObject({
  id: codeSchema,
  /** Contracts this person works by. */
  contracts: z.array(codeSchema).min(1),
  hoursLeast: weekHours.default(0),
  hoursMost: weekHours.default(40),
  daysMost: z.int().min(1).max(7).default(5),
  /** ISO days, Monday 1, on which this person cannot work. */
  daysOff: z.array(z.int().min(1).max(7)).default([]),
  /** Days this person would rather not work. */
  wishesOff: z.array(z.int().min(1).max(7)).default([]),
  /** Worked the weekend before: the next one is somebody else's. */
  workedLastWeekend: z.boolean().default(false),
  /** Multiplies the cost of the contract. */
  costFactor: z.number().min(0.1).max(10).default(1),
});
export type PersonTerms = z.infer<typeof personTermsSchema>;

/** 用工规则: contracts, duties and rules of work, by which a roster is made. */
export const contractsSchema = z
  .strictObject({
    v: z.literal(1),
    note: z.string().max(4000).optional(),
    /** ISO 4217. */
    currency: z.string().regex(/^[A-Z]{3}$/, 'three capital letters, such as CNY'),
    contracts: z.array(contractSchema).min(1).max(60),
    duties: z.array(dutySchema).max(20).default([]),
    /** Who may open a station when many wait: rules for it are searched together with the roster. */
    flexStaff: z.array(flexStaffSchema).max(3).default([]),
    /** Part-time hours as a share of all. */
    partTimeShare: z.number().min(0).max(1).optional(),
    /** The people of a week, by name; without them a roster is of so many alike. */
    people: z.array(personTermsSchema).max(300).default([]),
    week: z
      .strictObject({
        restHours: hours.default(11),
        /** Hours a week beyond which work is overtime, what it costs more, and how much there may be. */
        overtimeAfterHours: weekHours.default(40),
        overtimeFactor: z.number().min(1).max(5).default(1.5),
        overtimeMostHours: hours.default(0),
        /** Weekend work in turn: who worked the last one rests on this one. */
        weekendsInTurn: z.boolean().default(true),
        /** Price of a day that somebody wished free. */
        wishPrice: money.default(50),
        /** Price of an hour by which somebody's work differs from the fair share. */
        unfairPrice: money.default(1),
        /** Price of an hour less than was promised to a person. */
        shortHoursPrice: money.default(200),
      })
      .prefault({}),
    /** Price of an hour in which one person is missing; the simulator's when absent. */
    missingPerHour: money.optional(),
  })
  .superRefine((given, ctx) => {
    const ids = new Set(given.contracts.map(({ id }) => id));
    if (ids.size < given.contracts.length)
      ctx.addIssue({ code: 'custom', path: ['contracts'], message: 'ids of contracts are to differ' });
    given.contracts.forEach((contract, at) => {
      if ((contract.kind === 'split') !== (contract.gapHours !== undefined))
        ctx.addIssue({
          code: 'custom',
          path: ['contracts', at, 'gapHours'],
          message: 'a split shift, and no other, has a gap between its pieces',
        });
    });
    given.people.forEach((person, at) => {
      person.contracts.forEach((id, k) => {
        if (!ids.has(id))
          ctx.addIssue({
            code: 'custom',
            path: ['people', at, 'contracts', k],
            message: `"${id}" is no contract; there are: ${[...ids].join(', ')}`,
          });
      });
      if (person.hoursLeast > person.hoursMost)
        ctx.addIssue({
          code: 'custom',
          path: ['people', at, 'hoursLeast'],
          message: `${person.hoursLeast} h at least is more than ${person.hoursMost} h at most`,
        });
    });
    if (new Set(given.people.map(({ id }) => id)).size < given.people.length)
      ctx.addIssue({ code: 'custom', path: ['people'], message: 'ids of people are to differ' });
  });
export type Contracts = z.infer<typeof contractsSchema>;
