import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AnyDay, anyDay } from '../../../simulator/agreement/any-day.ts';
import { makeFloor } from '../../../simulator/engine/floor/floor.ts';
import type { SimulatedEvent } from '../../../simulator/engine/journal/journal-scribe.ts';
import { writeDay } from '../../../simulator/engine/write-day.ts';
import { planSchema } from '../../../simulator/lobby/branch/plan.ts';
import { hasProblems } from '../../../simulator/lobby/problem.ts';
import { smallBranch } from '../../fixtures/branch.ts';

const aMonday = { date: '2026-03-02', midnightAt: Date.UTC(2026, 2, 1, 16), weekday: 1 };

/** The same day where everything that may take no time takes none, and everybody comes at once. */
const hostile = fc
  .record({ day: anyDay, atOnce: fc.boolean(), noWork: fc.boolean(), noPatience: fc.boolean(), hasty: fc.boolean() })
  .map(({ day: { model, plan, tape }, atOnce, noWork, noPatience, hasty }): AnyDay => {
    if (atOnce) tape.arrivalMs.fill(tape.arrivalMs[0]!, 0, tape.visits);
    if (noWork) for (const column of new Set(tape.workIn)) column.fill(0);
    if (noPatience) tape.patienceMs.fill(1);
    tape.triageMs?.fill(0);
    const elastic = plan.elastic?.map((rule) => (hasty ? { ...rule, holdMs: 0, minOpenMs: 0 } : rule));
    return { model, plan: { ...plan, elastic }, tape };
  });

describe('a run', () => {
  it('ends, whatever takes no time: every event uses up an arrival, a need, a call, a change of the roster or an absence', () => {
    fc.assert(
      fc.property(hostile, (day) => {
        const { branch } = day.model;
        const journal: SimulatedEvent[] = [];
        // The budget: what the tape, the roster and the rules can cause at most. A run that would not end throws here.
        const absences = 24 * 60;
        const most =
          100 + 30 * (day.tape.needs + day.tape.bookings.length) + 20 * day.plan.roster.reduce((n, { count }) => n + count, 0);
        const budget = most + absences * branch.staff.length;
        let lastAt = 0;
        writeDay(day.model, day.plan, day.tape, aMonday, (event) => {
          if (event.at < lastAt) throw new Error(`time runs backwards: ${event.at} after ${lastAt}`);
          lastAt = event.at;
          if (journal.push(event) > budget) throw new Error(`more than ${budget} events`);
        });
        expect(journal.at(-1)!.type).toBe('day-closed');
      }),
      { numRuns: Number(process.env.PROGRESS_RUNS ?? 200), seed: 20261122 },
    );
  }, 60_000);
});

describe('a plan that makes no sense', () => {
  it('is refused with everything that is wrong with its elastic rules: a rule that flaps would never let a day end', () => {
    const plan = {
      v: 1,
      id: 'bad',
      roster: [],
      elastic: [
        { id: 'a', station: 'C9', openAtWaiting: 2, closeAtWaiting: 2, lines: ['nowhere'] },
        { id: 'a', station: 'D1', openAtWaiting: 3, closeAtWaiting: 1 },
      ],
    };
    const made = makeFloor(smallBranch, planSchema.parse(plan), 1);
    expect(hasProblems(made) ? made.problems.map(({ path, message }) => `${path}: ${message}`) : []).toMatchInlineSnapshot(`
      [
        "elastic.0.station: unknown station "C9"; declared: C1, C2, C3, K1, D1, D2",
        "elastic.0.lines.0: unknown line "nowhere"; declared: vip, device, advice, normal",
        "elastic.0.closeAtWaiting: must be below openAtWaiting (2), or the station would flap; it is 2",
        "elastic.1.id: elastic.0 is called "a" too; give each rule its own id",
        "elastic.1.station: "D1" is a device, which is open all day; name a counter or desk",
      ]
    `);
  });
});
