import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { journalVersion } from '../../../simulator/lobby/journal/envelope.ts';
import { eventTypes, factSchema, parseEvent } from '../../../simulator/lobby/journal/event.ts';

/** Hash of the stored form of every event, by version. A changed hash needs a raised `journalVersion` and an upcaster. */
const storedForm: Record<number, string> = {
  1: '51a040c15b31dc31',
};

const hashOfSchemas = (): string =>
  createHash('sha256')
    .update(JSON.stringify(z.toJSONSchema(factSchema)))
    .digest('hex')
    .slice(0, 16);

describe('journal', () => {
  it('keeps the stored form of its version', () => {
    expect(hashOfSchemas()).toBe(storedForm[journalVersion]);
  });

  it('has every event of the design', () => {
    expect(eventTypes).toEqual(
      expect.arrayContaining([
        'branch-configured',
        'plan-adopted',
        'strategy-changed',
        'day-opened',
        'day-closed',
        'number-block-leased',
        'number-block-returned',
        'ticket-issued',
        'greeted',
        'need-routed',
        'staff-joined',
        'staff-left',
        'staff-break-started',
        'staff-break-ended',
        'station-opened',
        'station-paused',
        'station-ready',
        'station-closed',
        'called',
        'recalled',
        'service-started',
        'team-joined',
        'team-left',
        'service-finished',
        'transferred',
        'parked',
        'resumed',
        'no-show',
        'abandoned',
        'voided',
        'device-use-started',
        'device-use-ended',
        'appointment-booked',
        'appointment-changed',
        'appointment-cancelled',
        'appointment-checked-in',
        'appointment-missed',
        'elastic-proposed',
        'elastic-accepted',
        'elastic-declined',
        'elastic-expired',
        'help-requested',
        'help-answered',
      ]),
    );
  });

  it('reads a stored event and names what is wrong with a broken one', () => {
    const stored = {
      v: 1,
      branch: 'b',
      seq: 1,
      at: 5,
      by: { kind: 'kiosk', id: 'k' },
      prev: '0'.repeat(64),
      type: 'station-ready',
      data: { station: 'C1' },
    };
    expect(parseEvent(stored)).toEqual(stored);
    expect(() => parseEvent({ ...stored, data: { station: 'C1', phone: '1' } })).toThrow(/phone/);
    expect(() => parseEvent({ ...stored, at: 1.5 })).toThrow(/at/);
  });
});
