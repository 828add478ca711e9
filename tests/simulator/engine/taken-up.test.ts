import { describe, expect, it } from 'vitest';
import type { AnyDay } from '../../../simulator/agreement/any-day.ts';
import type { BesideState } from '../../../simulator/engine/lobby-now.ts';
import { floorOf } from '../../../simulator/engine/run.ts';
import { msOfClock } from '../../../simulator/workload/clock.ts';
import { smallDay } from '../agreement/small-day.ts';
import { runWhole, type TakenUp, takeUpAt } from './cut-day.ts';

const minute = 60_000;

/** Cuts a day at a time of the clock; what its journal does not tell is told beside it. */
const takeUp = (day: AnyDay, clock: string, more: Partial<BesideState> = {}): TakenUp =>
  takeUpAt(runWhole(day), msOfClock(clock), more);

const teller = { role: 'teller', from: '09:00', to: '11:00' };
const cash = (at: string, minutes: number) => ({ at, for: 'cash', minutes });
const corporate = (at: string) => ({ at, for: 'corporate', minutes: 5 });
/** A branch with no more stations than these. */
const counters = (...ids: string[]) => ({
  branch: { stations: smallDay([], []).model.branch.stations.filter(({ id }) => ids.includes(id)) },
});

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

  it('knows since when a greeter is free whose newcomer has gone: who is idle longest leaves first', () => {
    const day = smallDay(
      [
        { ...teller, from: '09:11' },
        { role: 'greeter', from: '09:00', to: '11:00' },
        { role: 'greeter', from: '09:00', to: '09:20' },
      ],
      [{ at: '09:10', for: 'corporate', minutes: 5 }],
      { triageMinutes: 3 },
    );
    const told = takeUp(day, '09:15', { greetedUntil: new Map([['greeter-1', msOfClock('09:13')]]) });
    expect(told.asItWas.some((line) => line.includes('"staff-left",{"person":"greeter-2"}'))).toBe(true);
    expect(told.asItGoes).toEqual(told.asItWas);
    expect(takeUp(day, '09:15').asItGoes).not.toEqual(told.asItWas);
  });

  it('knows for which of their shifts somebody is at a station that one of them names', () => {
    const day = smallDay(
      [
        { ...teller, person: 't1', station: 'C1', to: '09:30' },
        { ...teller, person: 't1', from: '09:30' },
      ],
      [cash('09:29', 5), cash('09:40', 2), cash('09:50', 2)],
      counters('C1'),
    );
    for (const clock of ['09:31', '09:41']) {
      const { asItGoes, asItWas } = takeUp(day, clock);
      expect(asItGoes).toEqual(asItWas);
    }
    // Where nobody knows when they came, who has gone on to the next shift is not sent home again.
    const guessed = takeUp(day, '09:41', { joinedMs: undefined });
    expect(guessed.asItGoes).toEqual(guessed.asItWas);
  });

  it('refuses somebody at work whom no shift of the plan is for, by name', () => {
    const day = smallDay([{ ...teller, person: 't1' }], [cash('09:10', 5)]);
    const other = { ...day, plan: { ...day.plan, roster: [{ ...day.plan.roster[0]!, person: 't2' }] } };
    const whole = { ...runWhole(day), floor: floorOf(other.model.branch, other.plan, 1) };
    expect(() => takeUpAt(whole, msOfClock('09:12'), {})).toThrow(/^state: staff\.t1: is at work, and no shift of the plan/);
  });

  it('goes on with who is put off and goes in the next ms', () => {
    const quiet = smallDay([{ ...teller, from: '09:20' }], [corporate('09:09'), corporate('09:10')]);
    const balking = { onLength: [{ atLeast: 1, share: 1 }], onQuote: [] };
    const day = { ...quiet, model: { ...quiet.model, balking }, tape: { ...quiet.tape, balk: new Float64Array(2) } };
    const { asItGoes, asItWas } = takeUp(day, '09:10');
    expect(asItWas[0]).toContain('"abandoned",{"ticket":"v1"');
    expect(asItGoes).toEqual(asItWas);
  });

  it('counts who is away in the middle of a service as served, after the wait and with the work of the whole day', () => {
    const quiet = smallDay([{ ...teller, from: '09:02' }], [cash('09:00', 10)], counters('C1'));
    const tape = { ...quiet.tape, parkAfter: Float64Array.of(0.4), awayMs: Float64Array.of(5 * minute) };
    // Served from 09:02 to 09:06 and from 09:11 to 09:17.
    for (const clock of ['09:03', '09:08', '09:12']) {
      const { asItGoes, asItWas, became, becomes } = takeUp({ ...quiet, tape }, clock);
      expect(asItGoes).toEqual(asItWas);
      expect(becomes).toEqual(became);
    }
  });

  it('tells who was still to leave at closing time from who stays for those who wait, when others come after it', () => {
    const until = (to: string) => ({ ...teller, to });
    const day = smallDay(
      [until('10:50'), until('11:00'), until('11:30'), { ...teller, from: '11:05', to: '11:30' }],
      [40, 40, 40, 10, 10, 10].map((minutes, at) => cash(`10:4${at}`, minutes)),
      counters('C1', 'C2', 'C3'),
    );
    for (const clock of ['10:55', '11:02', '11:06']) {
      const { asItGoes, asItWas } = takeUp(day, clock);
      expect(asItGoes).toEqual(asItWas);
    }
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
