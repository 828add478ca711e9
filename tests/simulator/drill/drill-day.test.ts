import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strategies } from '../../../simulator/lobby/calling/table.ts';
import { conformJournal } from '../../../simulator/lobby/conform.ts';
import { policies } from '../../../simulator/lobby/greeting/table.ts';
import { checkInvariants } from '../../../simulator/lobby/invariants.ts';
import { factSchema } from '../../../simulator/lobby/journal/event.ts';
import { anyDay } from '../engine/any-day.ts';
import { drilled } from './journals.ts';

const runs = Number(process.env.DRILL_RUNS ?? 120);
const seed = Number(process.env.DRILL_SEED ?? 20260302);

describe('a drilled day', () => {
  const seen = new Set<string>();
  const rules = new Set<string>();

  it('breaks no invariant, holds only known events and conforms to every rule of the core', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const journal = drilled(day);
        for (const { data, type } of journal) {
          seen.add(type);
          expect(factSchema.safeParse({ type, data }).success).toBe(true);
        }
        rules.add(day.plan.calling!.id).add(day.plan.greeting!.id);
        expect(checkInvariants(journal)).toEqual([]);
        expect(conformJournal(journal).mismatches).toEqual([]);
        expect(journal.at(-1)?.type).toBe('day-closed');
      }),
      { numRuns: runs, seed },
    );
  }, 120_000);

  it('is not vacuous: every strategy, every policy and every kind of event of a simulated day occurred', () => {
    expect([...rules].sort()).toEqual([...Object.keys(strategies), ...Object.keys(policies)].sort());
    expect([...seen].sort()).toEqual([
      'abandoned',
      'appointment-booked',
      'appointment-checked-in',
      'appointment-missed',
      'branch-configured',
      'called',
      'day-closed',
      'day-opened',
      'device-use-ended',
      'device-use-started',
      'elastic-accepted',
      'elastic-proposed',
      'greeted',
      'need-routed',
      'no-show',
      'plan-adopted',
      'recalled',
      'service-finished',
      'service-started',
      'staff-break-ended',
      'staff-break-started',
      'staff-joined',
      'staff-left',
      'station-closed',
      'station-opened',
      'station-paused',
      'station-ready',
      'ticket-issued',
      'transferred',
      'voided',
    ]);
  });
});
