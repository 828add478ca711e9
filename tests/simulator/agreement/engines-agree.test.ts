import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreeOn } from '../../../simulator/agreement/agree.ts';
import { anyDay } from '../../../simulator/agreement/any-day.ts';
import type { DrilledEvent } from '../../../simulator/drill/core-lobby.ts';
import { strategies } from '../../../simulator/lobby/calling/table.ts';
import { conformJournal } from '../../../simulator/lobby/conform.ts';
import { policies } from '../../../simulator/lobby/greeting/table.ts';
import { checkInvariants } from '../../../simulator/lobby/invariants.ts';

const runs = Number(process.env.ENGINES_RUNS ?? 2_000);
const seed = Number(process.env.ENGINES_SEED ?? 20261122);
/** Every so many days the journal is also held against the invariants and the rules of the core: the engine's own tests do so for each of theirs. */
const deepEvery = 100;

/** What a day holds that the types of its events do not say. */
function* rareIn(journal: readonly DrilledEvent[]): Generator<string> {
  for (const { by, data, type } of journal) {
    if (type === 'called' && data.staff.length > 2) yield 'a team of three';
    if (type === 'called' && by.kind === 'system' && !data.station.startsWith('D')) yield 'a station opened by a rule calls';
    if (type === 'device-use-started' && data.assistedBy !== undefined) yield 'a greeter assists';
    if (type === 'device-use-ended' && data.outcome === 'device-failed') yield 'a device fails';
    if (type === 'need-routed' && data.overrode) yield 'a customer does not obey';
    if (type === 'need-routed' && data.need > 1) yield 'a third need';
    if (type === 'need-routed' && data.kind === 'room') yield 'a room';
    if (type === 'station-paused' && data.reason === 'back-office') yield 'an absence';
    if (type === 'voided') yield 'somebody still waits at the end';
    if (type === 'plan-adopted' && data.plan.roster.some(({ person, station }) => person && station))
      yield 'a person sent to a station';
  }
}

describe('the engine and the drill', () => {
  const seen = new Set<string>();
  const rules = new Set<string>();
  const rare = new Set<string>();

  it('[Y1] to [Y24] write the same journal, event by event', () => {
    let days = 0;
    fc.assert(
      fc.property(anyDay, (day) => {
        const journal = agreeOn(day);
        for (const { type } of journal) seen.add(type);
        for (const what of rareIn(journal)) rare.add(what);
        rules.add(day.plan.calling!.id).add(day.plan.greeting!.id);
        if (days++ % deepEvery > 0) return;
        expect(checkInvariants(journal)).toEqual([]);
        expect(conformJournal(journal).mismatches).toEqual([]);
        expect(journal.at(-1)?.type).toBe('day-closed');
      }),
      { numRuns: runs, seed },
    );
  }, 300_000);

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
      'parked',
      'plan-adopted',
      'recalled',
      'resumed',
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
    expect([...rare].sort()).toEqual([
      'a customer does not obey',
      'a device fails',
      'a greeter assists',
      'a person sent to a station',
      'a room',
      'a station opened by a rule calls',
      'a team of three',
      'a third need',
      'an absence',
      'somebody still waits at the end',
    ]);
  });
});
