import { describe, expect, it } from 'vitest';
import type { AnyDay } from '../../../simulator/agreement/any-day.ts';
import { aMonday } from '../../../simulator/agreement/both-journals.ts';
import { keepVisits } from '../../../simulator/agreement/keep-visits.ts';
import type { From } from '../../../simulator/engine/floor/from.ts';
import { JournalScribe, type SimulatedEvent } from '../../../simulator/engine/journal/journal-scribe.ts';
import { Kernel } from '../../../simulator/engine/kernel.ts';
import { type BesideState, lobbyNow } from '../../../simulator/engine/lobby-now.ts';
import { makeOutcome } from '../../../simulator/engine/results/outcome.ts';
import { floorOf } from '../../../simulator/engine/run.ts';
import { behaviourOf } from '../../../simulator/workload/behaviour.ts';
import { msOfClock } from '../../../simulator/workload/clock.ts';
import type { Tape } from '../../../simulator/workload/tape.ts';
import { smallDay } from '../agreement/small-day.ts';
import { fold } from './past.ts';

const minute = 60_000;

interface TakenUp {
  readonly from: From;
  /** What came after the cut, and what the run that begins there writes. */
  readonly asItWas: readonly string[];
  readonly asItGoes: readonly string[];
}

/** Cuts a day, takes it up from the folded journal and what is told beside it, and runs the rest. */
function takeUp({ model, plan, tape }: AnyDay, clock: string, more: Partial<BesideState> = {}): TakenUp {
  const floor = floorOf(model.branch, plan, 1);
  const behaviour = behaviourOf(model);
  const kernel = new Kernel(floor, [], behaviour);
  const cutAt = aMonday.midnightAt + msOfClock(clock);
  const run = (visits: Tape, from: From | null): SimulatedEvent[] => {
    const journal: SimulatedEvent[] = [];
    kernel.run(visits, makeOutcome(), new JournalScribe(floor, aMonday, (event) => journal.push(event)), from);
    return journal;
  };
  const whole = run(tape, null);
  const past = fold(
    whole.filter(({ at }) => at <= cutAt),
    tape,
  );
  const stays = (visit: number): boolean =>
    past.state.tickets.has(`v${visit}`) || tape.arrivalMs[visit]! > cutAt - aMonday.midnightAt;
  const names = Array.from({ length: tape.visits }, (_, visit) => visit).filter(stays);
  const rest = keepVisits(tape, stays);
  rest.staff = tape.staff;
  const from = lobbyNow({ ...past.state, at: cutAt }, floor, behaviour, rest, {
    ...past,
    midnightAt: aMonday.midnightAt,
    tickets: [...past.state.tickets.keys()],
    endOf: () => 0,
    ...more,
  });
  // Numbers count from the morning on, and visits of the rest have names of their own.
  const told = ({ at, by, data, type }: SimulatedEvent): string => {
    const { number, ordinal, ...kept } = data as Record<string, unknown>;
    return JSON.stringify([at - aMonday.midnightAt, type, kept, by]);
  };
  const named = (line: string): string => line.replace(/"v(\d+)"/g, (_, visit) => `"v${names[Number(visit)]}"`);
  const asItGoes = run(rest, from).map((event) => named(told(event)));
  return { from, asItWas: whole.filter(({ at }) => at > cutAt).map(told), asItGoes };
}

const teller = { role: 'teller', from: '09:00', to: '11:00' };
const cash = (at: string, minutes: number) => ({ at, for: 'cash', minutes });

describe('[Y23] a day that is taken up within it', () => {
  it('knows of two rules at one station which has opened it', () => {
    const rule = {
      station: 'C3',
      openAtWaiting: 1,
      closeAtWaiting: 0,
      holdMs: minute,
      minOpenMs: 0,
      expiresMs: 300_000,
      costPerHour: 0,
    };
    const day = smallDay([{ ...teller, station: 'C1', to: '09:05' }], [{ at: '09:10', for: 'corporate', minutes: 5 }], {
      elastic: [
        { ...rule, id: 'slow', holdMs: 5 * minute },
        { ...rule, id: 'quick' },
      ],
    });
    const { asItGoes, asItWas, from } = takeUp(day, '09:11');
    expect(from.rules.map(({ opened }) => opened)).toEqual([0, 1]);
    expect(asItGoes).toEqual(asItWas);
  });

  it('goes on with newcomers who wait for a greeter, and with the one before them', () => {
    const day = smallDay(
      [
        { ...teller, from: '09:30' },
        { role: 'greeter', from: '09:00', to: '11:00' },
      ],
      [
        { at: '09:10', for: 'corporate', minutes: 5 },
        { at: '09:11', for: 'corporate', minutes: 5 },
        { at: '09:15', for: 'corporate', minutes: 5 },
      ],
      { triageMinutes: 3 },
    );
    const told = takeUp(day, '09:12', {
      newcomers: ['v1'],
      triages: new Map([['greeter-1', { ticket: 'v0', endsAtMs: msOfClock('09:13') }]]),
    });
    expect(told.asItWas.filter((line) => line.includes('"greeted"'))).toHaveLength(3);
    expect(told.asItGoes).toEqual(told.asItWas);
    expect(takeUp(day, '09:12').asItGoes).not.toEqual(told.asItWas);
  });

  it('goes on where a greeter is still before somebody who has been served and gone', () => {
    const day = smallDay(
      [
        { ...teller, from: '09:11' },
        { role: 'greeter', from: '09:00', to: '11:00' },
      ],
      [cash('09:10', 1), { at: '09:14', for: 'corporate', minutes: 5 }],
      { triageMinutes: 8, branch: { stations: smallDay([], []).model.branch.stations.filter(({ kind }) => kind !== 'device') } },
    );
    const gone = takeUp(day, '09:13', {
      triages: new Map([['greeter-1', { ticket: 'v0', endsAtMs: msOfClock('09:18') }]]),
    });
    expect(gone.from.visits).toEqual([]);
    expect(gone.asItWas.filter((line) => line.includes('"greeted"'))).toHaveLength(1);
    expect(gone.asItGoes).toEqual(gone.asItWas);
  });

  it('goes on with breaks and absences that are still owed', () => {
    const day = smallDay([{ ...teller, breaks: [{ from: '09:20', to: '09:40' }] }], [cash('09:10', 15), cash('09:22', 5)]);
    const floor = floorOf(day.model.branch, day.plan, 1);
    const change = floor.cast.changes.findIndex(({ kind }) => kind === 'break');
    const told = takeUp(day, '09:21', { owedBreaks: [{ change, left: 1 }] });
    expect(told.asItWas.some((line) => line.includes('staff-break-started'))).toBe(true);
    expect(told.asItGoes).toEqual(told.asItWas);

    const staff = new Map([['t1', { comes: true, turnaroundMs: [], absences: [{ atMs: msOfClock('09:12'), lengthMs: 300_000 }] }]]);
    const away = smallDay([{ ...teller, person: 't1' }], [cash('09:10', 15), cash('09:22', 5)]);
    const absent = takeUp({ ...away, tape: { ...away.tape, staff } }, '09:21', { owedAbsences: new Map([['t1', 300_000]]) });
    expect(absent.asItWas.some((line) => line.includes('back-office'))).toBe(true);
    expect(absent.asItGoes).toEqual(absent.asItWas);
  });
});
