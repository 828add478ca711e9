import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { queues } from '../../../simulator/lobby/board/lines.ts';
import { dayClock } from '../../../simulator/lobby/day-clock.ts';
import { measure } from '../../../simulator/lobby/kpi/measure.ts';
import { kpiValues } from '../../../simulator/lobby/kpi/need/table.ts';
import { arrivalsSoFar } from '../../../simulator/report/live/arrivals-so-far.ts';
import { dayCharts } from '../../../simulator/report/live/day-charts.ts';
import { queueLengths } from '../../../simulator/report/live/queue-lengths.ts';
import { waitsSoFar } from '../../../simulator/report/live/waits-so-far.ts';
import { anyCommand } from '../../fixtures/any-command.ts';
import { type CommandInput, dayStart, openLobby, type TestLobby } from '../../fixtures/lobby.ts';
import { called, finished, issued, journalOf, line, routed, started } from '../lobby/kpi/journal.ts';

const minute = 60_000;
const hour = 60 * minute;
const zone = 'Asia/Shanghai';
const plainClock = (ms: number): number => ms;

describe('the clock of a business day', () => {
  it.each([
    ['Asia/Shanghai', Date.UTC(2026, 2, 2, 1, 30), 9.5],
    ['Asia/Kathmandu', Date.UTC(2026, 2, 2, 3, 15), 9],
    // Clocks went forward in the night before.
    ['Europe/Berlin', Date.UTC(2026, 2, 29, 7), 9],
    ['America/New_York', Date.UTC(2026, 6, 1, 13), 9],
  ])('%s', (where, openingMs, hours) => {
    const clock = dayClock(where, openingMs);
    expect(clock(openingMs)).toBe(hours * hour);
    expect(clock(openingMs + 90 * minute)).toBe((hours + 1.5) * hour);
    // Past midnight the day goes on.
    expect(clock(openingMs + 20 * hour)).toBe((hours + 20) * hour);
  });
});

describe('waits so far', () => {
  const journal = journalOf(
    ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((n) => [
      issued(n * minute, `t${n}`, ['cash']),
      routed(n * minute, `t${n}`, 0, 'normal'),
    ]),
    issued(31 * minute, 'late', ['cash']),
    issued(32 * minute, 'gone', ['cash']),
    issued(33 * minute, 'wrong', ['cash']),
    line(34 * minute, 'abandoned', { ticket: 'gone', how: 'observed' }),
    line(35 * minute, 'voided', { ticket: 'wrong', reason: 'issued-by-mistake' }),
    ...[0, 1, 2, 3, 4, 5, 6, 7, 8].flatMap((n) => {
      const at = 40 * minute + n * minute;
      return [called(at, `t${n}`, 0, 'C1', ['p1']), started(at, `t${n}`, 0, 'C1', ['p1']), finished(at, `t${n}`, 0, 'C1')];
    }),
  );

  it('are counted by when the wait began, with who still waits; leavers and mistakes are in none', () => {
    const rows = waitsSoFar(measure(journal).needs, plainClock, { fromMs: 0, toMs: 50 * minute, stepMs: 30 * minute });
    expect(rows).toEqual([
      { fromMs: 0, customers: 9, p50Ms: 40 * minute, p90Ms: 40 * minute, stillWaiting: 1 },
      { fromMs: 30 * minute, customers: 0, p50Ms: null, p90Ms: null, stillWaiting: 1 },
    ]);
  });

  it('have the quantiles of the KPIs', () => {
    const measured = measure(journal);
    const [row] = waitsSoFar(measured.needs, plainClock, { fromMs: 0, toMs: hour, stepMs: hour });
    const { waitP50Ms, waitP90Ms } = kpiValues(measured.perNeed);
    expect(Math.abs(row!.p50Ms! - waitP50Ms!) / waitP50Ms!).toBeLessThan(0.001);
    expect(Math.abs(row!.p90Ms! - waitP90Ms!) / waitP90Ms!).toBeLessThan(0.001);
  });

  it('arrivals are counted in complete steps only, without mistakes', () => {
    const { visits } = measure(journal);
    expect(arrivalsSoFar(visits, plainClock, { fromMs: 0, toMs: 59 * minute, stepMs: 30 * minute })).toEqual([
      { fromMs: 0, value: 10 },
    ]);
    expect(arrivalsSoFar(visits, plainClock, { fromMs: 0, toMs: 60 * minute, stepMs: 30 * minute })).toEqual([
      { fromMs: 0, value: 10 },
      { fromMs: 30 * minute, value: 2 },
    ]);
  });
});

/** What a station does next when work goes on, so that tickets get somewhere. */
function goOn(lobby: TestLobby, station: string, choice: number): CommandInput {
  const { status, ticket } = lobby.state.stations.get(station)!;
  const phase = ticket === null ? status : lobby.state.tickets.get(ticket)!.status;
  const away = [...lobby.state.tickets.values()].find((one) => one.status === 'parked');
  const verbs: Partial<Record<typeof phase, readonly CommandInput[]>> = {
    closed: [{ type: 'open', station }],
    called: [
      { type: 'start', station },
      { type: 'start', station },
      { type: 'no-show', station },
      { type: 'undo', station },
    ],
    serving: [
      { type: 'finish', station },
      { type: 'transfer', station, service: 'wealth' },
      { type: 'park', station },
      { type: 'undo', station },
    ],
  };
  const call: CommandInput =
    away && choice % 3 === 0 ? { type: 'resume', station, ticket: away.id } : { type: 'call-next', station };
  const natural = verbs[phase] ?? [call];
  return natural[choice % natural.length]!;
}

describe('queue lengths', () => {
  it('are those of the board at every moment, whatever people do', () => {
    const seen = new Map<string, number>();
    const natural = fc.record({ station: fc.constantFrom('C1', 'C2', 'D1'), choice: fc.nat(11) });
    const comes = fc.constantFrom('cash', 'card', 'wealth').map((service) => ({ comes: service }));
    const act = fc.oneof(
      { weight: 3, arbitrary: anyCommand.filter(({ type }) => type !== 'close-day') },
      { weight: 4, arbitrary: natural },
      { weight: 2, arbitrary: comes },
    );
    const step = fc.tuple(act, fc.integer({ min: 0, max: 40_000 }));
    fc.assert(
      fc.property(fc.array(step, { minLength: 30, maxLength: 60, size: 'max' }), (steps) => {
        const lobby = openLobby();
        lobby.do({ type: 'open', station: 'C1', staff: ['t1'] });
        lobby.do({ type: 'open', station: 'C2', staff: ['t2'] });
        for (const [act, laterMs] of steps) {
          lobby.now += laterMs;
          if ('comes' in act)
            lobby.try({ type: 'issue', ticket: `n${lobby.now}`, needs: [{ service: act.comes }, { service: 'cash' }] });
          else lobby.try('choice' in act ? goOn(lobby, act.station, act.choice) : act);
          const lengths = queueLengths(lobby.journal, plainClock);
          const now = [...lengths].flatMap(([id, of]) => (of.at(-1)!.waiting === 0 ? [] : [[id, of.at(-1)!.waiting]]));
          const board = [...queues(lobby.state)].map(([id, queue]) => [id, queue.length]);
          expect(Object.fromEntries(now)).toEqual(Object.fromEntries(board));
        }
        for (const { type } of lobby.journal) seen.set(type, (seen.get(type) ?? 0) + 1);
      }),
      { numRuns: 60, seed: 20261122 },
    );
    for (const type of ['called', 'transferred', 'parked', 'resumed', 'undone', 'no-show', 'service-finished'])
      expect(seen.get(type), type).toBeGreaterThan(5);
  });

  it('go up and down with each ticket, one step an instant', () => {
    const journal = journalOf(
      issued(0, 'a', ['cash']),
      routed(0, 'a', 0, 'normal'),
      issued(minute, 'b', ['cash']),
      routed(minute, 'b', 0, 'normal'),
      called(2 * minute, 'a', 0, 'C1', ['p1']),
      line(2 * minute, 'abandoned', { ticket: 'b', how: 'observed' }),
    );
    expect([...queueLengths(journal, plainClock)]).toEqual([
      [
        'normal',
        [
          { atMs: 0, waiting: 1 },
          { atMs: minute, waiting: 2 },
          { atMs: 2 * minute, waiting: 0 },
        ],
      ],
    ]);
  });
});

describe('the charts of a day', () => {
  const lines = [{ id: 'normal', names: { zh: '普通', en: 'Normal' } }];

  it('are none before the day is opened', () => {
    expect(dayCharts([], { zone, nowMs: dayStart, lines })).toBeNull();
  });

  it('begin with the first customers of a branch that never closes', () => {
    const lobby = openLobby();
    lobby.now = dayStart + 5 * hour + 10 * minute; // 09:10
    lobby.issue('t1');
    lobby.now += 40 * minute;
    const charts = dayCharts(lobby.journal, { zone, nowMs: lobby.now, lines, targetMs: 10 * minute })!;
    expect(charts.waits).toMatchObject({ fromMs: 9 * hour, toMs: 17 * hour, nowMs: 9 * hour + 50 * minute, targetMs: 10 * minute });
    expect(charts.waits.rows.map(({ stillWaiting }) => stillWaiting)).toEqual([1, 0]);
    expect(charts.arrivals).toEqual([{ fromMs: 9 * hour, value: 1 }]);
    expect(charts.lines.lines).toEqual([{ name: lines[0]!.names, steps: [{ atMs: 9 * hour + 10 * minute, waiting: 1 }] }]);
  });

  it('show the opening hours, and no "now" once they are over', () => {
    const lobby = openLobby();
    const open = { from: dayStart + 5 * hour, to: dayStart + 13.5 * hour };
    const journal = lobby.journal.map((event) =>
      event.type === 'day-opened' ? { ...event, data: { ...event.data, hours: [open] } } : event,
    );
    const during = dayCharts(journal, { zone, nowMs: open.from + hour, lines })!;
    expect(during.waits).toMatchObject({ fromMs: 9 * hour, toMs: 17.5 * hour, nowMs: 10 * hour });
    expect(during.waits.rows).toHaveLength(2);
    const after = dayCharts(journal, { zone, nowMs: open.to + hour, lines })!;
    expect(after.waits.nowMs).toBeUndefined();
    expect(after.waits.rows).toHaveLength(17);
  });
});
