import { describe, expect, it } from 'vitest';
import { type ImportOptions, importHistory } from '../../../simulator/history/clean/history-log.ts';
import { memorySource } from '../../../simulator/history/read/byte-source.ts';
import { placeOf } from '../../../simulator/history/read/places.ts';

const logOf = (text: string, options: ImportOptions = {}) =>
  importHistory({ files: [memorySource('log.csv', new TextEncoder().encode(text))], about: null, folder: 'x' }, options);
const clock = (ms: number | null): string => new Date(ms ?? 0).toISOString().slice(0, 19);

describe('[HR7] times that say how far from UTC they are', () => {
  const starts = (text: string, options: ImportOptions = {}) => {
    const log = logOf(text, options);
    return {
      times: log.days.flatMap((day) => log.visitsOn(day).map(({ arrivalMs }) => clock(arrivalMs))),
      told: log.report.assumed,
    };
  };

  it('are read on the clock of the branch, and it is told', () => {
    const { times, told } = starts(
      'arrival,service_s\n2026-03-02T01:15:00Z,30\n2026-03-02T09:20:00+08:00,30\n2026-03-02T09:25:00,30\n',
    );
    expect(times).toEqual(['2026-03-02T09:15:00', '2026-03-02T09:20:00', '2026-03-02T09:25:00']);
    expect(told.join()).toContain(
      "distance from UTC (2026-03-02T01:15:00Z); they are read on the clock of the branch's zone, Asia/Shanghai",
    );
  });

  it('follow the zone through its summer time', () => {
    const { times } = starts('arrival,service_s\n2026-03-27T09:00:00Z,30\n2026-03-30T08:00:00Z,30\n', { zone: 'Europe/Warsaw' });
    expect(times).toEqual(['2026-03-27T10:00:00', '2026-03-30T10:00:00']);
  });

  it('count from 1970', () => {
    const { times, told } = starts(`arrival,service_s\n${Date.UTC(2026, 2, 2, 1, 15) / 1000},30\n`);
    expect(times).toEqual(['2026-03-02T09:15:00']);
    expect(told.join()).toContain('seconds since 1970');
  });
});

describe('[HR9] needs of one visit', () => {
  const linksOf = (text: string) => {
    const log = logOf(text);
    return log.days.flatMap((day) =>
      log
        .visitsOn(day)
        .map(({ after, arrivalMs, service, waitMs }) => [
          clock(arrivalMs).slice(11, 16),
          service,
          after?.service ?? null,
          waitMs! / 60_000,
        ]),
    );
  };
  const head = 'ticket,arrival,start,end,service,outcome\n';
  const at = (...clocks: string[]): string => clocks.map((one) => `2026-03-02 ${one}`).join(',');

  it('follow each other under one ticket; a number used again later is another visit', () => {
    const rows = [
      `A1,${at('09:00', '09:05', '09:10')},open,转办`,
      `A1,${at('09:10', '09:20', '09:30')},wealth,办结`,
      `A1,${at('11:00', '11:01', '11:02')},open,办结`,
    ];
    expect(linksOf(head + rows.join('\n'))).toEqual([
      ['09:00', 'open', null, 5],
      ['09:10', 'wealth', 'open', 10],
      ['11:00', 'open', null, 1],
    ]);
  });

  it('wait from the end of the one before where both hold the time of the ticket', () => {
    const rows = [`A1,${at('09:00', '09:20', '09:30')},wealth,办结`, `A1,${at('09:00', '09:05', '09:10')},open,办结`];
    expect(linksOf(head + rows.join('\n'))).toEqual([
      ['09:00', 'open', null, 5],
      ['09:10', 'wealth', 'open', 10],
    ]);
  });

  it('without tickets, who was sent on is the next to arrive for something else', () => {
    const rows = [
      `,${at('09:00', '09:05', '09:10')},open,transferred`,
      `,${at('09:10', '09:10', '09:12')},open,served`,
      `,${at('09:10', '09:20', '09:30')},wealth,served`,
    ];
    expect(linksOf(head + rows.join('\n')).map(([, service, after]) => [service, after])).toEqual([
      ['open', null],
      ['open', null],
      ['wealth', 'open'],
    ]);
  });
});

it('[HR10] words for a place tell its kind', () => {
  const told = [
    '智能柜台2',
    '3号窗口',
    'STM-01',
    'desk 4',
    '理财经理1',
    '洽谈室',
    '远程柜员',
    'counter C1',
    'teller-2',
    'W3',
    '李梅',
  ];
  expect(told.map(placeOf)).toEqual([
    'device',
    'counter',
    'device',
    'desk',
    'desk',
    'room',
    'remote',
    'counter',
    'counter',
    null,
    null,
  ]);
});

it('services overlap in order of their start, not of the arrival: who comes later may be called first', () => {
  const text = [
    'arrival,start,end,teller',
    '2026-03-02 09:00,2026-03-02 09:20,2026-03-02 09:30,W1',
    '2026-03-02 09:05,2026-03-02 09:06,2026-03-02 09:20,W1',
    '2026-03-02 09:10,2026-03-02 09:25,2026-03-02 09:35,W1',
  ].join('\n');
  expect(logOf(text).report.rules.map(({ rule, rows }) => [rule, rows])).toEqual([['overlapping-service', 1]]);
});
