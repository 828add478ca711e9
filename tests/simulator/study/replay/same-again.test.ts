import { describe, expect, it } from 'vitest';
import type { AnyDay } from '../../../../simulator/agreement/any-day.ts';
import { aMonday, written } from '../../../../simulator/agreement/both-journals.ts';
import { recordedDay } from '../../../../simulator/study/replay/recorded-day.ts';
import { replay } from '../../../../simulator/study/replay/replay.ts';
import { daysOfJournal } from '../../../../simulator/study/replay/split-days.ts';
import { msOfClock } from '../../../../simulator/workload/clock.ts';
import { makeTape, plainColumns, type RecordedPerson, type Tape } from '../../../../simulator/workload/tape.ts';
import { smallBranchInput } from '../../../fixtures/branch.ts';
import { smallDay } from '../../agreement/small-day.ts';

/** Days whose replay once came to other figures than the day itself: one for each cause. */
function expectSame(day: AnyDay): void {
  const again = replay(written(day), { seed: 1 });
  expect(again.replayed.tallies).toEqual(again.recorded.tallies);
}

const withTape = (day: AnyDay, more: Partial<Tape>): AnyDay => ({ ...day, tape: { ...day.tape, ...more } });
const teller = { role: 'teller', from: '09:00', to: '11:00' };
const greeter = { role: 'greeter', from: '09:00', to: '11:00' };
const cash = (at: string, minutes: number) => ({ at, for: 'cash', minutes });
const card = (at: string, minutes: number) => ({ at, for: 'card', minutes });
const farDevices = smallBranchInput.zones.map((zone) => (zone.id === 'smart' ? { ...zone, walkMs: 20_000 } : zone));

/** The tape that the journal of a day is read as. */
const readAgain = (day: AnyDay): Tape => {
  const [one] = daysOfJournal(written(day));
  return recordedDay(one!, null, 1, 0).tape;
};

describe('a day is replayed as it was', () => {
  it('with somebody who does not come after the only call: how long was waited for them is seen from the no-show', () => {
    const day = smallDay([teller], [cash('09:10', 5), cash('09:10', 5)], {
      branch: { rules: { ...smallBranchInput.rules, elastic: [], callsBeforeNoShow: 1 } },
    });
    const model = { ...day.model, answers: { away: 0, gone: 0.5, recallAfterMs: 45_000 } };
    expectSame(withTape({ ...day, model }, { answersAt: Uint8Array.of(0, 1) }));
  });

  it('with a line that stations of two kinds call from: work counts in the mode in which it was done', () => {
    const lines = smallBranchInput.lines.map((line) =>
      line.id === 'normal' ? { ...line, kinds: ['counter' as const, 'device' as const] } : line,
    );
    const day = smallDay([{ ...teller, to: '09:20' }], [cash('09:10', 6), cash('09:11', 6)], { branch: { lines } });
    expect(written(day).map(({ type }) => type)).toContain('device-use-started');
    expectSame(day);
  });

  it('with customers who wait at a device for assistance: that is no walk', () => {
    const day = smallDay([greeter], [card('09:10', 5), card('09:10', 5)], { branch: { zones: farDevices } });
    const walking = withTape(day, { pace: Float64Array.of(1, 1) });
    const { pace } = readAgain(walking);
    expect([...pace!].map((one) => Math.round(20_000 * one))).toEqual([20_000, 20_000]);
    expectSame(walking);
  });

  it('with somebody who came to the device when nobody was there to assist any more', () => {
    const day = smallDay([{ ...greeter, to: '09:20' }], [card('09:10', 5), card('09:19', 5)], { branch: { zones: farDevices } });
    const walking = withTape(day, { pace: Float64Array.of(1, 4) });
    expect(written(walking).at(-3)).toMatchObject({ type: 'voided', data: { ticket: 'v1' } });
    expect(readAgain(walking).pace![1]).toBeGreaterThan(3);
    expectSame(walking);
  });

  it('with an assisted device’s user who is sent on: from then on somebody is free to assist', () => {
    const day = smallDay([greeter, { ...teller, from: '10:00' }], [card('09:10', 5), card('09:14', 5)], {
      branch: { zones: farDevices },
    });
    const tape = makeTape(2, 3, { ...plainColumns, manyNeeds: true, pace: true, transfers: true });
    Object.assign(tape, { visits: 2, needs: 3 });
    tape.arrivalMs.set(day.tape.arrivalMs);
    tape.segment.set(day.tape.segment);
    tape.firstNeed!.set([0, 2, 3]);
    const services = smallBranchInput.services.map(({ id }) => id);
    tape.service.set(['card', 'cash', 'card'].map((service) => services.indexOf(service)));
    tape.byTransfer!.set([0, 1, 0]);
    tape.workMs.fill(300_000);
    tape.patienceMs.fill(Number.POSITIVE_INFINITY);
    // The second comes after the first was sent on, and walks for 50 s.
    tape.arrivalMs[1] = msOfClock('09:16');
    tape.pace!.set([1, 2.5]);
    const walking = { ...day, tape };
    expect(readAgain(walking).pace![1]).toBeCloseTo(2.5, 3);
    expectSame(walking);
  });

  it('with a service that was interrupted', () => {
    const day = smallDay([teller], [cash('09:10', 10), cash('09:12', 6), cash('09:24', 5), cash('09:26', 1)]);
    const parkAfter = Float64Array.of(0.3, -1, -1, 0);
    expectSame(withTape(day, { parkAfter, awayMs: Float64Array.of(600_000, 0, 0, 60_000) }));
  });

  it('with an absence that fell due while they served, at the end of which their shift ended', () => {
    const away: RecordedPerson = {
      comes: true,
      turnaroundMs: [],
      absences: [{ atMs: msOfClock('09:12'), lengthMs: 600_000 }],
    };
    const day = smallDay([{ ...teller, person: 't1', to: '09:20' }], [cash('09:10', 10)]);
    const recorded = withTape(day, { staff: new Map([['t1', away]]) });
    const left = written(recorded).find(({ type }) => type === 'staff-left');
    expect(left?.at).toBe(aMonday.midnightAt + msOfClock('09:30'));
    expectSame(recorded);
  });
});
