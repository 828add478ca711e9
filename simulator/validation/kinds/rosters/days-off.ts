import { z } from 'zod';
import type { ShiftType } from '../../../staffing/roster/day-problem.ts';
import { answererOf } from '../../answer.ts';
import { solveDayCase } from './day-case.ts';

const params = z.object({
  requirement: z.array(z.int().min(0).max(100_000)).min(2).max(31),
  /** '5 on 2 off, cyclic', '5 on @250 or 6 on @312': days on in a row, and what such a worker costs. */
  pattern: z.string().max(200),
});

const pattern = /(\d+) on(?:\s*,?\s*(\d+) off)?(?:\s*@\s*(\d+(?:\.\d+)?))?/g;

/** A cycle of days covered by people who work some in a row: the steps of the product's roster are days here. */
export const daysOff = answererOf('days-off', params, async ({ requirement, pattern: text }) => {
  const days = requirement.length;
  const found = [...text.matchAll(pattern)].map(([, on, off, cost]) => ({
    on: Number(on),
    off: off === undefined ? null : Number(off),
    cost: cost === undefined ? 1 : Number(cost),
  }));
  if (found.length === 0 || found.some(({ on, off }) => on < 1 || on > days || (off !== null && on + off !== days)))
    return {
      reason: `pattern "${text}" is to be like "5 on 2 off, cyclic", the days adding up to ${days}, or "5 on @250 or 6 on @312"`,
    };
  const shifts = found.flatMap(({ on, cost }) =>
    // who works every day of the cycle begins on none in particular
    Array.from(
      { length: on === days ? 1 : days },
      (_, first): ShiftType => ({
        id: `${on} days from day ${first + 1}`,
        kind: 'full-time',
        group: 0,
        cover: Array.from({ length: days }, (_, day) => ((day - first + days) % days < on ? 1 : 0)),
        breaks: [],
        cost,
        paid: on,
      }),
    ),
  );
  const answer = await solveDayCase({
    steps: days,
    skills: ['work'],
    groups: [{ id: 'staff', skills: [0] }],
    shifts,
    scenarios: [{ weight: 1, need: [requirement] }],
    rules: [],
    cuts: [],
  });
  if (answer === null) return { reason: 'no roster was proved best' };
  return { exact: { cost: answer.cost, workers: answer.x.reduce((sum, one) => sum + one, 0), lp: answer.lp }, exactBy: 'roster' };
});
