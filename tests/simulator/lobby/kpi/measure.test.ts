import { describe, expect, test } from 'vitest';
import { measure } from '../../../../simulator/lobby/kpi/measure.ts';
import { kpiValues } from '../../../../simulator/lobby/kpi/need/table.ts';
import { smallBranch } from '../../../fixtures/branch.ts';
import { called, finished, issued, journalOf, line, routed, started } from './journal.ts';

const configured = line(0, 'branch-configured', { version: 1, config: smallBranch });

/** Needs as ticket.need: wait, work, outcome. */
const told = (measured: ReturnType<typeof measure>): string[] =>
  measured.needs.map(({ ticket, need, service, waitFrom, startedAt, workMs, outcome }) => {
    const wait = startedAt === null ? '-' : startedAt - waitFrom;
    return `${ticket}.${need} ${service} wait ${wait} work ${workMs} ${outcome}`;
  });

test('a visit of one need, every field', () => {
  const { needs, visits } = measure(
    journalOf(
      configured,
      issued(1000, 'a', ['cash'], 'vip'),
      routed(1000, 'a', 0, 'vip'),
      called(5000, 'a', 0, 'C1', ['t1'], 'vip'),
      line(6000, 'recalled', { ticket: 'a', station: 'C1' }),
      started(7000, 'a', 0, 'C1', ['t1']),
      finished(9000, 'a', 0, 'C1'),
    ),
  );
  const record = {
    ticket: 'a',
    need: 0,
    service: 'cash',
    segment: 'vip',
    line: 'vip',
    arrivedAt: 1000,
    waitFrom: 1000,
    calledAt: 5000,
    calls: 2,
    startedAt: 7000,
    endedAt: 9000,
    workMs: 2000,
    station: 'C1',
    staff: ['t1'],
    atDevice: false,
    targetMs: 300_000,
    outcome: 'done',
  };
  expect(needs).toEqual([record]);
  expect(visits).toEqual([
    { ticket: 'a', segment: 'vip', arrivedAt: 1000, endedAt: 9000, waitMs: 6000, workMs: 2000, needs: [record], outcome: 'done' },
  ]);
});

test('the true arrival counts: when a device that was offline issued the ticket', () => {
  const [late, ...rest] = journalOf(issued(5000, 'a', ['cash']), started(6000, 'a', 0, 'C1', []), finished(7000, 'a', 0, 'C1'));
  const { needs } = measure([{ ...late!, occurredAt: 2000 }, ...rest]);
  expect(needs[0]).toMatchObject({ arrivedAt: 2000, waitFrom: 2000, startedAt: 6000 });
});

test('[T8] each need is waited for from the end of the one before; the visit sums them', () => {
  const measured = measure(
    journalOf(
      issued(0, 'a', ['cash', 'wealth']),
      started(100, 'a', 0, 'C1', ['t1']),
      finished(150, 'a', 0, 'C1', 'documents-missing'),
      routed(150, 'a', 1, 'advice'),
      started(450, 'a', 1, 'K1', ['a1']),
      finished(1450, 'a', 1, 'K1'),
    ),
  );
  expect(told(measured)).toEqual(['a.0 cash wait 100 work 50 documents-missing', 'a.1 wealth wait 300 work 1000 done']);
  expect(measured.needs[1]).toMatchObject({ line: 'advice', arrivedAt: 0, waitFrom: 150 });
  expect(measured.visits[0]).toMatchObject({ waitMs: 400, workMs: 1050, outcome: 'done', endedAt: 1450 });
  expect(kpiValues(measured.perNeed)).toMatchObject({ served: 2, waitMeanMs: 200, waitMaxMs: 300 });
  expect(kpiValues(measured.perVisit)).toMatchObject({ served: 1, waitMeanMs: 400, waitMaxMs: 400 });
});

test('[T8] customer-left ends the visit: the next need is not waited for', () => {
  const measured = measure(
    journalOf(issued(0, 'a', ['cash', 'wealth']), started(100, 'a', 0, 'C1', []), finished(150, 'a', 0, 'C1', 'customer-left')),
  );
  expect(told(measured)).toEqual(['a.0 cash wait 100 work 50 customer-left']);
  expect(measured.visits[0]!.outcome).toBe('done');
});

test('[T8] what a device failed to do is waited for again, before the next need', () => {
  const measured = measure(
    journalOf(
      issued(0, 'a', ['card', 'wealth']),
      line(10, 'device-use-started', { ticket: 'a', need: 0, station: 'D1', assistedBy: 'g1' }),
      line(60, 'device-use-ended', { ticket: 'a', need: 0, station: 'D1', outcome: 'device-failed' }),
      called(80, 'a', 1, 'C1', ['t1']),
      started(90, 'a', 1, 'C1', ['t1']),
      finished(190, 'a', 1, 'C1'),
      started(200, 'a', 2, 'K1', ['a1']),
      finished(300, 'a', 2, 'K1'),
    ),
  );
  expect(told(measured)).toEqual([
    'a.0 card wait 10 work 50 device-failed',
    'a.1 card wait 30 work 100 done',
    'a.2 wealth wait 10 work 100 done',
  ]);
  expect(measured.needs.map(({ atDevice, staff }) => [atDevice, staff])).toEqual([
    [true, ['g1']],
    [false, ['t1']],
    [false, ['a1']],
  ]);
});

describe('[T9] transfers', () => {
  const transferred = (at: number, from: string | null, need: number, service: string, to: string) =>
    line(at, 'transferred', { ticket: 'a', from, need, service, line: to, zone: 'hall', kind: 'counter', mode: 'counter' });

  test('from service, the need ends as referred and the new one is waited for', () => {
    const measured = measure(
      journalOf(
        configured,
        issued(0, 'a', ['cash', 'card']),
        started(10, 'a', 0, 'C1', ['t1']),
        transferred(30, 'C1', 1, 'wealth', 'advice'),
        started(70, 'a', 1, 'K1', ['a1']),
        finished(90, 'a', 1, 'K1'),
        started(95, 'a', 2, 'C1', ['t1']),
        finished(99, 'a', 2, 'C1'),
      ),
    );
    expect(told(measured)).toEqual([
      'a.0 cash wait 10 work 20 referred',
      'a.1 wealth wait 40 work 20 done',
      'a.2 card wait 5 work 4 done',
    ]);
    expect(measured.needs[1]!.line).toBe('advice');
  });

  test('from a line or a call, the need changes in place and the wait goes on', () => {
    const measured = measure(
      journalOf(
        configured,
        issued(0, 'a', ['cash']),
        routed(0, 'a', 0, 'normal'),
        called(10, 'a', 0, 'C1', ['t1']),
        transferred(20, 'C1', 0, 'wealth', 'advice'),
        called(50, 'a', 0, 'K1', ['a1'], 'advice'),
        started(60, 'a', 0, 'K1', ['a1']),
        finished(70, 'a', 0, 'K1'),
      ),
    );
    expect(told(measured)).toEqual(['a.0 wealth wait 60 work 10 done']);
    expect(measured.needs[0]).toMatchObject({ calledAt: 50, line: 'advice', station: 'K1', staff: ['a1'], targetMs: null });
  });
});

test('[T10] parking during service stops the work, not the wait; the start stays the first', () => {
  const measured = measure(
    journalOf(
      issued(0, 'a', ['cash']),
      called(10, 'a', 0, 'C1', ['t1']),
      started(20, 'a', 0, 'C1', ['t1']),
      line(50, 'parked', { ticket: 'a', station: 'C1' }),
      line(200, 'resumed', { ticket: 'a', station: 'C2', need: 0, staff: ['t2'] }),
      started(210, 'a', 0, 'C2', ['t2']),
      finished(260, 'a', 0, 'C2'),
    ),
  );
  expect(told(measured)).toEqual(['a.0 cash wait 20 work 80 done']);
  expect(measured.needs[0]).toMatchObject({ calledAt: 10, station: 'C2', staff: ['t2'], endedAt: 260 });
});

test('who did not come, left, or was never served counts among all who came, and has no wait for the served', () => {
  const voided = (at: number, ticket: string, reason: 'day-ended' | 'customer-request' | 'duplicate') =>
    line(at, 'voided', { ticket, reason });
  const measured = measure(
    journalOf(
      ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((ticket) => issued(0, ticket, ['cash'])),
      called(10, 'a', 0, 'C1', []),
      line(20, 'no-show', { ticket: 'a', station: 'C1' }),
      line(30, 'abandoned', { ticket: 'b', how: 'observed' }),
      voided(50, 'c', 'customer-request'),
      voided(60, 'd', 'duplicate'),
      started(70, 'e', 0, 'C1', []),
      finished(80, 'e', 0, 'C1'),
      voided(90, 'f', 'day-ended'),
      voided(90, 'a', 'day-ended'),
    ),
  );
  expect(measured.needs.map(({ outcome }) => outcome)).toEqual([
    'no-show',
    'abandoned',
    'abandoned',
    'void',
    'done',
    'unserved',
    null,
  ]);
  expect(measured.visits.map(({ waitMs }) => waitMs)).toEqual([0, 30, 50, 0, 70, 0, 0]);
  for (const tally of [measured.perNeed, measured.perVisit]) {
    expect(tally).toMatchObject({ served: 1, left: 2, leftWaitMs: 80, noShow: 1, unserved: 1, servedWaitMs: 70 });
    expect(kpiValues(tally)).toMatchObject({ abandonRate: 2 / 5, noShowRate: 1 / 5, waitMeanMs: 70, waitAllMeanMs: 50 });
  }
});

test('[T10] a no-show who comes back is in the lobby again, then served, and is no no-show', () => {
  const journal = journalOf(
    issued(0, 'a', ['cash']),
    called(10, 'a', 0, 'C1', []),
    line(20, 'no-show', { ticket: 'a', station: 'C1' }),
    line(100, 'resumed', { ticket: 'a', station: 'C1', need: 0, staff: [] }),
    started(110, 'a', 0, 'C1', []),
    finished(150, 'a', 0, 'C1'),
  );
  expect(measure(journal.slice(0, 3)).perNeed).toMatchObject({ served: 0, noShow: 1 });
  expect(measure(journal.slice(0, 4)).perNeed).toMatchObject({ served: 0, noShow: 0 });
  expect(told(measure(journal))).toEqual(['a.0 cash wait 110 work 40 done']);
  expect(measure(journal).perNeed).toMatchObject({ served: 1, noShow: 0 });
});

test('[U2] acts that were taken back do not count', () => {
  const undo = (at: number, from: number, to: number, station: string) => ({
    ...line(at, 'undone', { station, ticket: 'a', to }),
    undoes: from,
  });
  const measured = measure(
    journalOf(
      issued(0, 'a', ['cash']), // 1
      issued(5, 'b', ['cash']), // 2
      called(10, 'a', 0, 'C1', []), // 3
      called(12, 'b', 0, 'C2', []), // 4
      line(15, 'no-show', { ticket: 'a', station: 'C1' }), // 5
      line(15, 'station-ready', { station: 'C1' }), // 6
      started(16, 'b', 0, 'C2', []), // 7
      undo(20, 5, 6, 'C1'), // 8
      started(30, 'a', 0, 'C1', []), // 9
      finished(40, 'a', 0, 'C1'), // 10
      undo(45, 10, 10, 'C1'), // 11
      finished(60, 'a', 0, 'C1'), // 12
      finished(90, 'b', 0, 'C2'), // 13
    ),
  );
  expect(told(measured)).toEqual(['a.0 cash wait 30 work 30 done', 'b.0 cash wait 11 work 74 done']);
});

test('who is still in the lobby has a record and is in no tally; who came before the journal has neither', () => {
  const measured = measure(
    journalOf(
      started(5, 'early', 0, 'C1', []),
      issued(10, 'a', ['cash']),
      issued(20, 'b', ['cash']),
      started(30, 'b', 0, 'C2', []),
    ),
  );
  expect(told(measured)).toEqual(['a.0 cash wait - work 0 null', 'b.0 cash wait 10 work 0 null']);
  expect(measured.visits.map(({ outcome }) => outcome)).toEqual([null, null]);
  expect(measured.perNeed).toMatchObject({ served: 0, targeted: 0 });
});

describe('targets', () => {
  const served = (ticket: string, service: string, queue: string, waitMs: number) => [
    issued(0, ticket, [service]),
    routed(0, ticket, 0, queue),
    started(waitMs, ticket, 0, 'C1', []),
    finished(waitMs, ticket, 0, 'C1'),
  ];
  const five = 300_000;
  const fifteen = 900_000;
  const lines = [
    ...served('a', 'cash', 'vip', five),
    ...served('b', 'cash', 'normal', five + 1),
    ...served('c', 'wealth', 'advice', 1),
  ];
  const journal = journalOf(configured, ...lines.sort((a, b) => a.at - b.at));

  test('are the branch’s own, and count only where one is set', () => {
    const { perNeed, perVisit, needs } = measure(journal);
    expect(needs.map(({ targetMs }) => targetMs)).toEqual([five, fifteen, null]);
    expect(perNeed).toMatchObject({ targeted: 2, withinTarget: 2 });
    expect(perVisit).toMatchObject({ targeted: 2, withinTarget: 2 });
  });

  test('or one for all', () => {
    const { perNeed, perVisit } = measure(journal, { targetMs: five });
    expect(perNeed).toMatchObject({ targeted: 3, withinTarget: 2 });
    expect(perVisit).toMatchObject({ targeted: 3, withinTarget: 2 });
  });

  test('or the stricter of service and line', () => {
    const services = smallBranch.services.map((service) => ({ ...service, targetWaitMs: 600_000 }));
    const config = line(0, 'branch-configured', { version: 1, config: { ...smallBranch, services } });
    const { needs } = measure(journalOf(config, ...lines));
    expect(needs.map(({ targetMs }) => targetMs)).toEqual([five, 600_000, 600_000]);
  });

  test('a visit is within target when each of its needs was', () => {
    const visit = [...served('a', 'cash', 'normal', 100)].slice(1);
    const twoNeeds = (secondStart: number) =>
      journalOf(
        issued(0, 'a', ['cash', 'card']),
        ...visit,
        started(secondStart, 'a', 1, 'C1', []),
        finished(secondStart, 'a', 1, 'C1'),
      );
    expect(measure(twoNeeds(200), { targetMs: 100 }).perVisit).toMatchObject({ targeted: 1, withinTarget: 1 });
    expect(measure(twoNeeds(201), { targetMs: 100 }).perVisit).toMatchObject({ targeted: 1, withinTarget: 0 });
  });
});
