import { describe, expect, it } from 'vitest';
import { BadHistory } from '../../../simulator/history/bad-history.ts';
import { columnsOf } from '../../../simulator/history/read/columns.ts';
import { decode } from '../../../simulator/history/read/decode.ts';
import { instantFormatOf, lengthMs } from '../../../simulator/history/read/instants.ts';
import { readTable } from '../../../simulator/history/read/read-table.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const table = (text: string) => readTable(decode(utf8(text), 'log.csv'), 'log.csv');
/** "业务,储蓄" in GB18030; Node encodes UTF-8 only, so the bytes are written out. */
const gb18030 = new Uint8Array([0xd2, 0xb5, 0xce, 0xf1, 0x2c, 0xb4, 0xa2, 0xd0, 0xee]);

describe('decode', () => {
  it('[HR1] reads UTF-8, with or without a byte order mark', () => {
    expect(decode(utf8('到达时间'), 'f')).toEqual({ text: '到达时间', encoding: 'utf-8' });
    expect(table('\uFEFFarrival_s\n1').headers).toEqual(['arrival_s']);
  });
  it('reads UTF-16 by its mark', () => {
    expect(decode(new Uint8Array([0xff, 0xfe, 0x61, 0, 0x2c, 0]), 'f')).toEqual({ text: 'a,', encoding: 'utf-16le' });
    expect(decode(new Uint8Array([0xfe, 0xff, 0, 0x61, 0, 0x2c]), 'f')).toEqual({ text: 'a,', encoding: 'utf-16be' });
  });
  it('reads GB18030 where bytes come in Chinese pairs', () => {
    expect(decode(gb18030, 'f')).toEqual({ text: '业务,储蓄', encoding: 'gb18030' });
  });
  it('reads Latin-1 where accents stand between plain letters', () => {
    const latin = Uint8Array.from('durée,café à Genève', (character) => character.charCodeAt(0));
    expect(decode(latin, 'f')).toEqual({ text: 'durée,café à Genève', encoding: 'latin1' });
  });
  it('refuses an empty file by name', () => {
    expect(() => decode(new Uint8Array(0), 'empty.csv')).toThrow('empty.csv: the file is empty');
  });
});

describe('table', () => {
  it('takes comma, tab, semicolon or bar, any line end, padding and quotes', () => {
    for (const text of ['a,b\n1,2\n', 'a\tb\r\n1\t2\r\n', 'a;b\r1;2\r', ' a | b \n 1 | 2 \n', '"a","b"\n"1","2"\n\n\n']) {
      const { headers, rows } = table(text);
      expect(headers, JSON.stringify(text)).toEqual(['a', 'b']);
      expect(rows.map(({ cells }) => cells)).toEqual([['1', '2']]);
    }
  });
  it('says which line a row stands on', () => {
    expect(table('a,b\n1,2\n\n3,4\n').rows.map(({ line }) => line)).toEqual([2, 4]);
  });
  it('reads on when a quote is never closed, and says so', () => {
    const { rows, notes } = table('a,b\n"1,2\n3,4\n');
    expect(rows.length).toBe(2);
    expect(notes.join()).toContain('quotes');
  });
});

describe('columns', () => {
  const meaning = (headers: string): Record<string, string> =>
    Object.fromEntries(
      Object.entries(columnsOf(table(`${headers}\n`))).map(([key, column]) => [
        key,
        `${column.header}${column.unit ? ` in ${column.unit}` : ''}`,
      ]),
    );
  it.each([
    [
      'arrival,service_type,priority,outcome,start,end,wait_s,server',
      {
        arrival: 'arrival',
        start: 'start',
        end: 'end',
        wait: 'wait_s in s',
        service: 'service_type',
        priority: 'priority',
        server: 'server',
        outcome: 'outcome',
      },
    ],
    [
      '取号时间,叫号时间,结束时间,业务类型,窗口号,等候时长(秒)',
      { arrival: '取号时间', start: '叫号时间', end: '结束时间', wait: '等候时长(秒) in s', service: '业务类型', server: '窗口号' },
    ],
    [
      'TKIS_TIME,SDST_TIME,SDET_TIME,SERVICE_NAME',
      { arrival: 'TKIS_TIME', start: 'SDST_TIME', end: 'SDET_TIME', service: 'SERVICE_NAME' },
    ],
    ['arrival_s', { arrival: 'arrival_s in s' }],
    ['service_s', { work: 'service_s in s' }],
    ['日期,到达时间,办理时长（分钟）', { arrival: '到达时间', work: '办理时长（分钟） in min', date: '日期' }],
    ['ArrivalTime,StartTime,EndTime', { arrival: 'ArrivalTime', start: 'StartTime', end: 'EndTime' }],
  ])('understands %s', (headers, expected) => {
    expect(meaning(headers)).toEqual(expected);
  });
  it('[HR2] takes what is given by name, and names the columns there are when it is not there', () => {
    const named = columnsOf(table('x,y\n'), { arrival: 'x', work: 'y:min' });
    expect([named.arrival?.at, named.work?.at, named.work?.unit]).toEqual([0, 1, 'min']);
    expect(() => columnsOf(table('x,y\n'), { arrival: 'z' })).toThrow('log.csv: no column "z" for arrival; columns: x, y');
    expect(() => columnsOf(table('x,y\n'), { work: 'y:fortnight' })).toThrow('allowed: s, min, ms');
  });
});

describe('times', () => {
  const read = (...texts: string[]) => {
    const format = instantFormatOf(texts);
    return format && texts.map((text) => format.read(text));
  };
  const march = Date.UTC(2026, 2, 2, 9, 5, 7);
  it.each([
    ['2026-03-02 09:05:07', march],
    ['2026-03-02T09:05:07', march],
    ['2026/3/2 9:05:07', march],
    ['2026年3月2日 9:05:07', march],
    ['2026-03-02T09:05:07+08:00', march],
    ['20260302090507', march],
    ['2026-03-02 09:05:07.250', march + 250],
    [String(march), march],
    [String(march / 1000), march],
    ['09:05:07', (9 * 60 + 5) * 60_000 + 7000],
    ['9:05 PM', (21 * 60 + 5) * 60_000],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
  it('[HR3] finds the order of day and month from the column, day first when nothing decides', () => {
    expect(read('13/02/2026 09:00', '01/02/2026 09:00')![1]).toBe(Date.UTC(2026, 1, 1, 9));
    expect(read('02/13/2026 09:00', '01/02/2026 09:00')![1]).toBe(Date.UTC(2026, 0, 2, 9));
    expect(read('01/02/2026 09:00')![0]).toBe(Date.UTC(2026, 1, 1, 9));
  });
  it('knows no 31 February and no 25 o’clock', () => {
    expect(read('2026-02-30 09:00')).toBeNull();
    expect(read('2026-02-20 25:00')).toBeNull();
    expect(read('soon')).toBeNull();
  });
  it('reads lengths in their unit or as clock, and no number without a unit', () => {
    expect([
      lengthMs('90', 's'),
      lengthMs('1.5', 'min'),
      lengthMs('1,5', 'min'),
      lengthMs('250', 'ms'),
      lengthMs('1:30', null),
      lengthMs('1:02:03', null),
      lengthMs('-0:30', null),
    ]).toEqual([90_000, 90_000, 90_000, 250, 90_000, 3_723_000, -30_000]);
    expect(lengthMs('90', null)).toBeNaN();
    expect(lengthMs('long', 's')).toBeNaN();
  });
});

it('BadHistory is what a reader throws for files, never another error', () => {
  expect(new BadHistory('x')).toBeInstanceOf(Error);
});
