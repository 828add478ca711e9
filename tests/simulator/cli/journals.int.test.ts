import { hash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkInvariants } from '../../../simulator/lobby/invariants.ts';
import { canonicalText } from '../../../simulator/lobby/journal/canonical-text.ts';
import { parseEvent } from '../../../simulator/lobby/journal/event.ts';
import { branchDayWithAll } from '../../../simulator/study/bench/branch-day-with-all.ts';
import { tingtang } from './tingtang-here.ts';

let folder = '';
const at = (name: string): string => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tingtang-journals-'));
  const { model, plan } = branchDayWithAll();
  writeFileSync(at('model.json'), JSON.stringify({ ...model, plan }));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the journal that simulate writes', () => {
  it('is one of a live lobby in form: chained, without a broken invariant over several days, and as the rules say', async () => {
    const simulated = await tingtang('simulate', folder, '--days', '3', '--journal', at('days.ndjson'), '--json');
    expect(JSON.parse(simulated.stdout).days).toBe(3);
    const text = readFileSync(at('days.ndjson'), 'utf8');
    const events = text
      .trimEnd()
      .split('\n')
      .map((line) => parseEvent(JSON.parse(line)));
    expect(checkInvariants(events, { hashOf: (event) => hash('sha256', canonicalText(event), 'hex') })).toEqual([]);
    expect(events.filter(({ type }) => type === 'day-opened')).toHaveLength(3);
    const conform = await tingtang('conform', at('days.ndjson'), '--json');
    expect(conform.code).toBe(0);
    const { decisions, mismatches } = JSON.parse(conform.stdout);
    expect([decisions > 1000, mismatches]).toEqual([true, []]);
  });

  it('replayed under its own rule gives the figures of simulate again, also where a model says what is not on record', async () => {
    const simulated = await tingtang('simulate', folder, '--seed', '4', '--journal', at('day.ndjson'), '--json');
    const { kpis, days } = JSON.parse(simulated.stdout);
    expect(days).toBe(1);
    for (const model of [[], ['--model', folder]]) {
      const { stdout } = await tingtang('replay', at('day.ndjson'), ...model, '--json');
      const again = JSON.parse(stdout);
      for (const id of ['waitMeanMs', 'waitP90Ms', 'abandonRate', 'served', 'queueMean', 'deviceRate', 'handoffsPerVisit'])
        expect(again.recorded[id], id).toBeCloseTo(kpis[id], 9);
      expect(again.kpis.served).toBeCloseTo(kpis.served, -1);
      expect(again.drawn.patience).toBeGreaterThan(100);
    }
    const other = await tingtang('replay', at('day.ndjson'), '--strategy', 'fcfs');
    expect([other.code, other.stdout]).toEqual([0, expect.stringContaining('strategy fcfs')]);
  });

  it('what is no journal is refused in one line', async () => {
    writeFileSync(at('odd.ndjson'), '{"a":1}\n');
    writeFileSync(at('empty.ndjson'), '');
    const lines = readFileSync(at('day.ndjson'), 'utf8').trimEnd().split('\n');
    const spoilt = (name: string, ...events: string[]): string => {
      writeFileSync(at(name), `${events.join('\n')}\n`);
      return at(name);
    };
    const called = lines.findIndex((line) => line.includes('"type":"called"'));
    const elsewhere = lines.with(called, lines[called]!.replace(/"station":"\w+"/, '"station":"C99"'));
    const cases: [string[], RegExp][] = [
      [['conform', spoilt('gap.ndjson', ...lines.slice(0, 50), ...lines.slice(60))], /gap.ndjson:51: .*10 events .* missing/],
      [['replay', at('gap.ndjson')], /gap.ndjson:51: seq 61 after 50: 10 events of the day are missing/],
      [['conform', spoilt('tail.ndjson', ...lines.slice(60))], /tail.ndjson:1: no day-opened in it/],
      [['conform', spoilt('back.ndjson', ...lines.slice(0, 50), ...lines.slice(40))], /back.ndjson:51: seq 41 after 50/],
      [['conform', spoilt('newer.ndjson', lines[0]!, lines[1]!.replace('"v":1', '"v":2'))], /newer.ndjson:2: .*newer program/],
      [
        ['replay', spoilt('two.ndjson', ...lines.with(70, lines[70]!.replace(/"branch":"[^"]+"/, '"branch":"other"')))],
        /two.ndjson:71: branch "other"/,
      ],
      [
        ['conform', spoilt('elsewhere.ndjson', ...elsewhere)],
        /seq \d+ \(called\) cannot follow .* station C99, which the branch does not have/,
      ],
      [['replay', at('none.ndjson')], /none.ndjson: no such file/],
      [['replay', at('odd.ndjson')], /odd.ndjson:1: not an event of the journal/],
      [['replay', at('empty.ndjson')], /empty.ndjson: /],
      [['replay', at('day.ndjson'), '--strategy', 'magic'], /--strategy "magic": unknown calling strategy "magic"/],
      [['replay', at('day.ndjson'), '--greeting', 'by-luck'], /--greeting "by-luck": unknown greeting policy/],
      [['simulate', folder, '--journal', join(folder, 'no', 'where')], /cannot be written/],
    ];
    for (const [args, message] of cases) {
      const { code, stderr, stdout } = await tingtang(...args);
      expect(stderr, args.join(' ')).toMatch(message);
      expect([code, stdout, stderr.trim().split('\n').length]).toEqual([2, '', 1]);
    }
  });
});

describe('sample', () => {
  it('gives the days that simulate runs, as data', async () => {
    const { stdout } = await tingtang('sample', folder, '--days', '2', '--seed', '4');
    const { days, seed } = JSON.parse(stdout);
    expect([seed, days.length]).toEqual([4, 2]);
    const issued = readFileSync(at('day.ndjson'), 'utf8').match(/"type":"ticket-issued"/g)!.length;
    expect(days[0].visits).toHaveLength(issued);
    const csv = await tingtang('sample', folder, '--as', 'arrivals', '--seed', '4');
    expect(csv.stdout.trimEnd().split('\n')).toHaveLength(issued + 1);
  });
});
