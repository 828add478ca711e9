import { describe, expect, it } from 'vitest';
import { importHistory } from '../../../simulator/history/clean/history-log.ts';
import { memorySource } from '../../../simulator/history/read/byte-source.ts';

const importOf = (text: string) =>
  importHistory({ files: [memorySource('log.txt', new TextEncoder().encode(text))], about: null, folder: 'x' });

const two = (n: number): string => String(n).padStart(2, '0');
/** A call centre's log: a date and clocks beside it, lengths without unit, 0:00:00 where there was nothing. */
const header = 'type date vru_exit q_start q_time outcome ser_start ser_exit ser_time server'.split(' ').join('\t');
const served = (n: number): string =>
  ['PS', '990201', `9:${two(n)}:10`, `9:${two(n)}:10`, 20, 'AGENT', `9:${two(n)}:30`, `9:${two(n)}:55`, 25, 'TOVA'].join('\t');
const hung = ['PS', '990201', '9:40:00', '9:40:00', 33, 'HANG', '0:00:00', '0:00:00', 0, 'NO_SERVER'].join('\t');
const late = ['PS', '990201', '23:58:00', '0:00:00', 0, 'AGENT', '23:58:00', '0:03:20', 320, 'AVI'].join('\t');
const text = [header, ...Array.from({ length: 30 }, (_, n) => served(n)), hung, late, ''].join('\r\n');

describe('a log as machines write it', () => {
  const log = importOf(text);
  const visits = log.visitsOn(log.days[0]!);

  it('[HR2] plain numbers have the unit that the clocks of the same rows say', () => {
    expect(log.report.assumed.join()).toContain('column "q_time": plain numbers are s');
    expect(log.report.assumed.join()).toContain('column "ser_time": plain numbers are s');
    expect(visits[0]).toMatchObject({ waitMs: 20_000, workMs: 25_000, server: 'S01' });
    const minutes = importOf(text.replaceAll('\t25\tTOVA', '\t0.4\tTOVA').replaceAll('\t20\tAGENT', '\t0.33\tAGENT'));
    expect(minutes.report.assumed.join()).toContain('column "ser_time": plain numbers are min');
    expect(() => importOf(text.replaceAll('\t25\tTOVA', '\t7\tTOVA'))).toThrow(/ser_time" holds plain numbers.*work=ser_time:s/);
  });

  it('[HR3] a clock hours before the arrival is of the next day; midnight sharp is nothing', () => {
    const [last] = visits.slice(-1);
    expect(last).toMatchObject({ workMs: 320_000, outcome: 'served' });
    const { workMs, ghostMs, startMs, waitMs, outcome } = visits.find((visit) => visit.outcome === 'abandoned')!;
    expect({ workMs, ghostMs, startMs, waitMs, outcome }).toEqual({
      workMs: null,
      ghostMs: null,
      startMs: null,
      waitMs: 33_000,
      outcome: 'abandoned',
    });
    expect(log.report.rules.map(({ rule }) => rule).sort()).toEqual(['past-midnight', 'sentinel-time']);
  });
});
