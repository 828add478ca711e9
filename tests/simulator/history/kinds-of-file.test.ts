import { describe, expect, it } from 'vitest';
import { importHistory } from '../../../simulator/history/clean/history-log.ts';
import { fitHistory } from '../../../simulator/history/fit/fit.ts';
import { generateLog } from '../../../simulator/history/generated-log.ts';
import { fileSource, memorySource } from '../../../simulator/history/read/byte-source.ts';
import { knowTable } from '../../../simulator/history/read/read-table.ts';
import { journalOfDays } from '../../../simulator/study/journal-of-days.ts';
import { truth } from './known-truth.ts';

const historyOf = (name: string, text: string) => ({
  files: [memorySource(name, new TextEncoder().encode(text))],
  about: null,
  folder: 'x',
});

describe('kinds of file', () => {
  it('[HR6] NDJSON of visits is the table that its keys make', () => {
    const rows = Array.from({ length: 20 }, (_, n) => ({
      arrival: `2026-03-02 09:${10 + n}:00`,
      start: `2026-03-02 09:${11 + n}:00`,
      end: `2026-03-02 09:${12 + n}:30`,
      window: 3,
      note: null,
    }));
    const { report, model } = fitHistory(
      historyOf('log.ndjson', `${rows.map((row) => JSON.stringify(row)).join('\n')}\n{broken\n`),
    );
    expect(report).toMatchObject({ rows: 20, arrivals: 20, serviceTimes: 20 });
    expect(report.files[0]!.notes.join()).toContain('1 lines are no JSON objects');
    expect(model.branch.stations.length).toBe(1);
  });

  it("the product's own journal is the log of its days", () => {
    const journal = [...journalOfDays(truth, truth.arrivals[0]!, truth.plan!, 4, 2)]
      .map((event) => JSON.stringify({ ...event, prev: '0'.repeat(64) }))
      .join('\n');
    const own = importHistory(historyOf('journal.ndjson', journal));
    const told = importHistory(historyOf('log.csv', [...generateLog(truth, { seed: 4, days: 2, dirty: false })].join('')));
    expect(own.days).toEqual(told.days);
    for (const day of own.days) {
      const outline = (log: typeof own): string[] =>
        log
          .visitsOn(day)
          .map(({ arrivalMs, waitMs, workMs, service, outcome }) =>
            [
              Math.floor(arrivalMs! / 1000),
              Math.round((waitMs ?? -1000) / 2000),
              Math.round((workMs ?? -1000) / 4000) * 0,
              service,
              outcome,
            ].join(' '),
          );
      const [one, other] = [outline(own).sort(), outline(told).sort()];
      expect(one.length).toBe(other.length);
      // the log is to the second, the journal to the ms
      expect(one.filter((line, at) => line === other[at]).length).toBeGreaterThan(0.6 * one.length);
    }
    expect(own.visitsOn(own.days[0]!).some(({ outcome, waitMs }) => outcome === 'abandoned' && waitMs! > 0)).toBe(true);
  });

  it('[HR6] readings of a queue display become arrivals; what leaks from another queue is left out, and the rest is asked for in one line', () => {
    const reading = (minute: number, queue: string, waiting: number, called: string): string =>
      `Office,${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')},2020-01-07,${queue},${waiting},${called}`;
    const lines = ['name,time,date,nazwaGrupy,liczbaKlwKolejce,aktualnyNumer'];
    for (let n = 0; n < 24; n++) {
      lines.push(reading(n * 5, 'cash', n % 3, `K${500 + 2 * n}`));
      lines.push(reading(n * 5, 'leaks', 0, `A${n % 2 === 0 ? 40 + n : 7}`));
      lines.push(reading(n * 5, 'frozen', 2, 'B10'));
    }
    const log = importHistory(historyOf('queues.csv', lines.join('\n')));
    expect(log.report.files[0]!.notes.join()).toMatch(
      /rebuilt from 1 daily series; left out: 1 whose numbers step back, 1 that never change/,
    );
    expect(log.report.rows).toBe(2 * 23 + (23 % 3));
    expect(() => fitHistory(historyOf('queues.csv', lines.join('\n')))).toThrow(
      /no usable service time in the history \(readings of a queue display/,
    );
  });

  it('[HL9] a staff log beside the visits says who was at work, from when to when', () => {
    const visits =
      'arrival,start,end,teller\n2026-03-02 09:10,2026-03-02 09:10,2026-03-02 09:15,W1\n2026-03-02 10:40,2026-03-02 10:40,2026-03-02 10:45,W1\n';
    const staff = '工号,日期,签到,签退\nW1,2026-03-02,09:00,11:00\nW2,2026-03-02,09:30,\n';
    const files = [
      memorySource('visits.csv', new TextEncoder().encode(visits)),
      memorySource('staff.csv', new TextEncoder().encode(staff)),
    ];
    const { log, report } = fitHistory({ files, about: null, folder: 'x' });
    expect(log.staffOn(log.days[0]!)!.map(({ server, fromMs, toMs }) => [server, (toMs - fromMs) / 3_600_000])).toEqual([
      ['W1', 2],
    ]);
    expect(report.found.staffing).toEqual([1, 1, 1, 1]);
    expect(report.files[1]!.notes.join()).toContain('1 spells of work, 1 rows without one');
    expect(report.kept + report.dropped).toBe(report.rows);
  });

  it('[HL8] appointments: slots, who came and how punctually; who booked is in no profile of arrivals', () => {
    const rows = Array.from({ length: 60 }, (_, n) => {
      const day = `2026-03-${String(2 + (n % 5)).padStart(2, '0')}`;
      const clock = (minutes: number): string =>
        `${day} ${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
      const slot = 600 + 30 * Math.floor(n / 15);
      const comes = n % 4 !== 0;
      return `${clock(slot)},${comes ? clock(slot - 5 + (n % 3)) : ''},${comes ? clock(slot + 10) : ''},${comes ? clock(slot + 25) : ''}`;
    });
    const walkIns = Array.from(
      { length: 20 },
      (_, n) => `,2026-03-0${2 + (n % 5)} 09:${10 + n},2026-03-0${2 + (n % 5)} 09:${11 + n},2026-03-0${2 + (n % 5)} 09:${15 + n}`,
    );
    const { model, report } = fitHistory(
      historyOf('log.csv', ['预约时间,到达时间,开始时间,结束时间', ...rows, ...walkIns].join('\n')),
    );
    expect(report.found.appointments).toMatchObject({ booked: 60, shows: 0.75 });
    expect(report.found.appointments!.meanMs).toBe(-240_000);
    expect(model.appointments[0]).toMatchObject({
      from: '10:00',
      to: '11:30',
      everyMinutes: 30,
      places: 3,
      booked: 1,
      shows: 0.75,
    });
    expect(model.arrivals[0]!.expected.reduce((sum, count) => sum + count, 0)).toBe(4);
  });

  it('times written other ways: decimal dots, months by name, yymmdd', () => {
    const dotted = fitHistory(historyOf('a.csv', 'date,arrival,service_s\n260302,8.42,30\n260302,9.05,40\n260302,9.15,50\n'));
    expect(dotted.model.arrivals[0]).toMatchObject({ from: '08:30', expected: [1, 2] });
    const named = fitHistory(historyOf('a.csv', 'arrival,service_s\n02-Mar-2026 08:42,30\n03-Mar-2026 09:05,40\n'));
    expect(named.report.days).toBe(2);
  });

  it('a file known by pieces of it is the file known whole', () => {
    const source = fileSource(new URL('../../../examples/grill/arrivals.csv', import.meta.url).pathname);
    expect(knowTable(source).rows.length).toBe(1434);
  });
});

describe('rules set aside', () => {
  const text =
    'arrival,start,end\n2026-03-02 09:00:00,2026-03-02 09:01:00,2026-03-02 09:04:00\n2026-03-02 09:10:00,2026-03-02 09:11:00,2026-03-02 20:04:00\n';
  it('--keep leaves what a rule would take away, --drop drops the row; both are counted', () => {
    const plain = fitHistory(historyOf('a.csv', text));
    expect(plain.report).toMatchObject({ kept: 2, serviceTimes: 1 });
    const kept = fitHistory(historyOf('a.csv', text), { choices: { keep: ['absurd-service'], drop: [] } });
    expect(kept.report).toMatchObject({ kept: 2, serviceTimes: 2 });
    expect(kept.report.rules[0]).toMatchObject({ rule: 'absurd-service', effect: 'kept as it is', rows: 1 });
    const dropped = fitHistory(historyOf('a.csv', text), { choices: { keep: [], drop: ['absurd-service'] } });
    expect(dropped.report).toMatchObject({ kept: 1, dropped: 1 });
    expect(dropped.report.rules[0]).toMatchObject({ rule: 'absurd-service', effect: 'dropped', rows: 1 });
  });
});
