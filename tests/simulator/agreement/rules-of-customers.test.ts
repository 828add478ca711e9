import { describe, expect, it } from 'vitest';
import { modeKinds } from '../../../simulator/lobby/branch/service.ts';
import { channels } from '../../../simulator/lobby/journal/ticket-events.ts';
import { msOfClock } from '../../../simulator/workload/clock.ts';
import { makeTape, plainColumns } from '../../../simulator/workload/tape.ts';
import { smallBranch, smallBranchInput } from '../../fixtures/branch.ts';
import { smallDay } from './small-day.ts';
import { traceOf, withModel, withTape } from './trace.ts';

const minute = 60_000;
const teller = { role: 'teller', from: '09:00', to: '11:00' };
const cash = (at: string, minutes: number) => ({ at, for: 'cash', minutes });
const serviceAt = (wanted: string): number => smallBranch.services.findIndex(({ id }) => id === wanted);
const ever = Number.POSITIVE_INFINITY;

describe('[Y10] patience', () => {
  const day = smallDay([teller], [cash('09:10', 20), cash('09:11', 5), cash('09:25', 5)]);
  it('ends before a call of the same ms, and no longer runs once called', () => {
    const patient = withTape(day, { patienceMs: Float64Array.of(minute, 5 * minute, 5 * minute) });
    expect(traceOf(patient, 'called', 'abandoned', 'service-finished')).toEqual([
      '09:10 called v0 C1',
      '09:16 abandoned v1',
      '09:30 service-finished v0 C1',
      '09:30 abandoned v2',
    ]);
  });

  it('ends 1 ms after issue for who is put off by the line', () => {
    const balking = withModel(withTape(day, { balk: Float64Array.of(0, 0.4, 0.4) }), {
      balking: { onLength: [{ atLeast: 1, share: 0.5 }] },
    });
    expect(traceOf(balking, 'abandoned')).toEqual(['09:25:00.001 abandoned v2']);
  });
});

describe('[Y11] a station calls what the rule of the core says', () => {
  it('two of the VIP line for one of the other, while both have somebody', () => {
    const at = ['09:10', '09:11', '09:12', '09:13', '09:14', '09:15'];
    const day = smallDay(
      [teller],
      at.map((when) => cash(when, 10)),
    );
    const vip = smallBranch.segments.findIndex(({ code }) => code === 'vip');
    const normal = day.tape.segment[0]!;
    const mixed = withTape(day, { segment: Uint8Array.of(normal, normal, normal, vip, vip, vip) });
    expect(traceOf(mixed, 'called').map((line) => line.split(' ')[2])).toEqual(['v0', 'v3', 'v1', 'v4', 'v5', 'v2']);
  });
});

describe('[Y12] who is called', () => {
  const day = smallDay([teller], [cash('09:10', 5), cash('09:11', 5)]);
  it('walks from the call that they answer; who answers none is a no-show after the last', () => {
    const late = withTape(day, { pace: Float64Array.of(1.5, 1), answersAt: Uint8Array.of(2, 0) });
    expect(traceOf(late, 'called', 'recalled', 'service-started', 'no-show', 'station-ready')).toEqual([
      '09:10 called v0 C1',
      '09:10:20 recalled v0 C1',
      '09:10:35 service-started v0 C1',
      '09:15:35 station-ready C1',
      '09:15:35 called v1 C1',
      '09:15:55 recalled v1 C1',
      '09:16:15 recalled v1 C1',
      '09:16:35 no-show v1 C1',
      '09:16:35 station-ready C1',
    ]);
  });
});

describe('[Y13] the work', () => {
  it('is that of the mode in which it is done, whatever the line', () => {
    const lines = smallBranchInput.lines.map((line) =>
      line.id === 'normal' ? { ...line, kinds: ['counter' as const, 'device' as const] } : line,
    );
    const day = smallDay([{ ...teller, from: '09:20' }], [cash('09:10', 6), cash('09:30', 6)], { branch: { lines } });
    const atDevice = Float64Array.of(2 * minute, 2 * minute);
    const workIn = modeKinds.map((mode) => (mode === 'device' ? atDevice : day.tape.workMs));
    expect(traceOf(withTape(day, { workIn }), 'device-use-ended', 'service-finished')).toEqual([
      '09:12 device-use-ended v0 D1',
      '09:32 device-use-ended v1 D2',
    ]);
  });

  it('starts with everybody held', () => {
    const day = smallDay(
      [teller, { role: 'advisor', from: '09:15', to: '11:00' }],
      [{ at: '09:10', for: 'corporate', minutes: 10 }],
    );
    expect(traceOf(day, 'called', 'service-started')).toEqual(['09:15 called v0 C1', '09:15 service-started v0 C1']);
  });
});

describe('[Y14] at the end of a need', () => {
  it('what a device failed is routed again, who is sent on goes there, and then the next need of the ticket', () => {
    const day = smallDay(
      [
        { ...teller, from: '09:20' },
        { role: 'advisor', from: '09:00', to: '11:00' },
      ],
      [],
    );
    const tape = makeTape(1, 3, { ...plainColumns, manyNeeds: true, deviceFails: true, transfers: true });
    tape.visits = 1;
    tape.needs = 3;
    tape.arrivalMs[0] = msOfClock('09:10');
    tape.segment[0] = smallBranch.segments.findIndex(({ code }) => code === 'normal');
    tape.firstNeed!.set([0, 3]);
    tape.service.set(['cash', 'wealth', 'card'].map(serviceAt));
    tape.workMs.set([5 * minute, 5 * minute, 5 * minute]);
    tape.patienceMs.fill(ever);
    // The device fails the first time, and somebody sends on to the advisor what was then done at the counter.
    tape.deviceFails!.set([1, 0, 0]);
    tape.byTransfer!.set([0, 1, 0]);
    const types = ['ticket-issued', 'need-routed', 'device-use-ended', 'transferred', 'service-finished'] as const;
    expect(traceOf({ ...day, tape }, ...types)).toEqual([
      '09:10 ticket-issued v0',
      '09:10 need-routed v0',
      '09:15 device-use-ended v0 D1',
      '09:15 need-routed v0',
      '09:25 transferred v0',
      '09:30 service-finished v0 K1',
      '09:30 need-routed v0',
      '09:35 service-finished v0 C1',
    ]);
  });
});

describe('[Y19] the day', () => {
  it('closes at closing time, and who still waits is void', () => {
    const day = smallDay([teller], [{ at: '09:10', for: 'corporate', minutes: 5 }]);
    expect(traceOf(day, 'voided', 'day-closed')).toEqual(['11:00 voided v0', '11:00 day-closed']);
  });

  it('closes after the last event when that is later', () => {
    const day = smallDay([teller], [cash('10:55', 20)]);
    expect(traceOf(day, 'service-finished', 'staff-left', 'day-closed')).toEqual([
      '11:15 service-finished v0 C1',
      '11:15 staff-left teller-1',
      '11:15 day-closed',
    ]);
  });
});

describe('[Y20] a booking', () => {
  it('is made before the day opens for the lobby, checked in with the ticket, or missed after its grace', () => {
    const day = smallDay([{ role: 'advisor', from: '09:00', to: '11:00' }], [{ at: '09:28', for: 'wealth', minutes: 5 }]);
    const booking = (slot: string, visit: number) => ({
      slotMs: msOfClock(slot),
      service: serviceAt('wealth'),
      segment: day.tape.segment[0]!,
      visit,
    });
    const booked = withTape(day, {
      channel: Uint8Array.of(channels.indexOf('booking')),
      slotMs: Float64Array.of(msOfClock('09:30')),
      bookings: [booking('09:30', 0), booking('10:00', -1)],
    });
    const { graceMs } = day.model.branch.rules.appointments;
    expect(graceMs).toBe(10 * minute);
    expect(traceOf(booked, 'appointment-booked', 'appointment-checked-in', 'appointment-missed', 'ticket-issued')).toEqual([
      '09:00 appointment-booked b0',
      '09:00 appointment-booked b1',
      '09:28 ticket-issued v0',
      '09:28 appointment-checked-in v0',
      '10:10 appointment-missed b1',
    ]);
  });
});
