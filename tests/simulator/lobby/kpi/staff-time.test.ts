import { expect, test } from 'vitest';
import type { JournalEntry } from '../../../../simulator/lobby/journal/event.ts';
import { measure } from '../../../../simulator/lobby/kpi/measure.ts';
import { smallBranch } from '../../../fixtures/branch.ts';
import { called, finished, issued, journalOf, line, started } from './journal.ts';

const opened = (at: number, station: string, staff: string[]) => line(at, 'station-opened', { station, staff });
const closed = (at: number, station: string) => line(at, 'station-closed', { station });
const ready = (at: number, station: string) => line(at, 'station-ready', { station });

function times(...lines: readonly Omit<JournalEntry, 'seq'>[]): [busyMs: number, paidMs: number] {
  const { perNeed, perVisit } = measure(journalOf(...lines));
  expect([perVisit.busyMs, perVisit.paidMs]).toEqual([perNeed.busyMs, perNeed.paidMs]);
  return [perNeed.busyMs, perNeed.paidMs];
}

test('paid is the time at an open station, busy the time serving; the call and the turnaround are not busy', () => {
  const served = [
    issued(0, 'a', ['cash']),
    called(100, 'a', 0, 'C1', ['t1']),
    started(120, 'a', 0, 'C1', ['t1']),
    finished(200, 'a', 0, 'C1'),
    ready(230, 'C1'),
  ];
  expect(times(opened(50, 'C1', ['t1']), ...served, closed(1050, 'C1'))).toEqual([80, 1000]);
});

test('a station opened without staff counts as one person, a device does not', () => {
  const config = line(0, 'branch-configured', { version: 1, config: smallBranch });
  const use = [issued(0, 'a', ['cash']), line(10, 'device-use-started', { ticket: 'a', need: 0, station: 'D1' })];
  const used = line(90, 'device-use-ended', { ticket: 'a', need: 0, station: 'D1', outcome: 'done' });
  expect(times(config, opened(0, 'C1', []), opened(0, 'D1', []), opened(0, 'D2', []), ...use, used, closed(100, 'C1'))).toEqual([
    0, 100,
  ]);
  expect(times(opened(0, 'D1', []), ...use, used)).toEqual([0, 0]);
  expect(
    times(
      opened(0, 'C1', []),
      issued(0, 'a', ['cash']),
      started(10, 'a', 0, 'C1', []),
      finished(60, 'a', 0, 'C1'),
      closed(100, 'C1'),
    ),
  ).toEqual([50, 100]);
});

test('breaks are not paid, other pauses are', () => {
  const paused = (at: number, reason: 'break' | 'back-office') => line(at, 'station-paused', { station: 'C1', reason });
  expect(times(opened(0, 'C1', ['t1']), paused(100, 'break'), ready(160, 'C1'), closed(1000, 'C1'))).toEqual([0, 940]);
  expect(times(opened(0, 'C1', ['t1']), paused(100, 'back-office'), ready(160, 'C1'), closed(1000, 'C1'))).toEqual([0, 1000]);
  const own = [line(300, 'staff-break-started', { person: 't1' }), line(400, 'staff-break-ended', { person: 't1' })];
  expect(times(opened(0, 'C1', ['t1']), ...own, closed(1000, 'C1'))).toEqual([0, 900]);
});

test('a break that ends after the station closed pays nothing', () => {
  const away = [
    line(300, 'staff-break-started', { person: 't1' }),
    closed(350, 'C1'),
    line(400, 'staff-break-ended', { person: 't1' }),
  ];
  expect(times(opened(0, 'C1', ['t1']), ...away, closed(1000, 'C2'))).toEqual([0, 300]);
});

test('a team is busy together, each from joining to leaving; who has no open station is not in the sum', () => {
  const open = [opened(0, 'C1', ['t1']), opened(0, 'C2', ['t2']), issued(0, 'a', ['corporate'])];
  const joined = (at: number, staff: string) => line(at, 'team-joined', { ticket: 'a', station: 'C1', staff });
  const left = (at: number, staff: string) => line(at, 'team-left', { ticket: 'a', station: 'C1', staff });
  const service = [
    started(100, 'a', 0, 'C1', ['t1']),
    joined(150, 't2'),
    joined(160, 'a1'),
    left(200, 't2'),
    finished(300, 'a', 0, 'C1'),
  ];
  expect(times(...open, ...service, closed(1000, 'C1'), closed(1000, 'C2'))).toEqual([200 + 50, 2000]);
});

test('work ends with parking, a transfer or a departure too', () => {
  const open = [opened(0, 'C1', ['t1']), issued(0, 'a', ['cash']), started(100, 'a', 0, 'C1', ['t1'])];
  const ends = [
    line(150, 'parked', { ticket: 'a', station: 'C1' }),
    line(150, 'transferred', {
      ticket: 'a',
      from: 'C1',
      need: 1,
      service: 'card',
      line: 'normal',
      zone: 'hall',
      kind: 'counter',
      mode: 'counter',
    }),
    line(150, 'abandoned', { ticket: 'a', how: 'observed' }),
    line(150, 'voided', { ticket: 'a', reason: 'system' }),
  ];
  for (const end of ends) expect(times(...open, end, closed(400, 'C1'))).toEqual([50, 400]);
});

test('a station still open at the end of the journal is open until then', () => {
  expect(times(opened(0, 'C1', ['t1']), issued(700, 'a', ['cash']))).toEqual([0, 700]);
});

test('who leaves is no longer paid', () => {
  expect(times(opened(0, 'C1', ['t1']), line(500, 'staff-left', { person: 't1' }), closed(900, 'C1'))).toEqual([0, 500]);
});
